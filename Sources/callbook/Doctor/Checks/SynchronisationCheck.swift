/// Whether something keeps the machine's clock right: what is due on time depends on it.
struct SynchronisationCheck: Check {
  let name = "synchronisation"

  func title(_ texts: Texts) -> String { texts.either("time service", "时间同步") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    switch scene.machine.isClockSynchronised {
    case .some(true): .well(texts.either("the clock is kept right", "时钟已同步"))
    case .some(false):
      .amiss(
        texts.either("nothing keeps the clock right", "时钟没有同步"), fix: "timedatectl set-ntp true")
    case .none: .skipped(texts.either("the kernel does not say", "内核未提供"))
    }
  }
}
