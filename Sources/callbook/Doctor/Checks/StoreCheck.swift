import CallbookClient
import CallbookModel

/// Whether changes are taken.
struct StoreCheck: Check {
  let name = "store"

  func title(_ texts: Texts) -> String { texts.either("store", "数据库") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard case .success(let greeting) = scene.greeting else { return .skipped(texts.noGreeting) }
    switch greeting.state {
    case "ready": return .well(texts.either("ready", "正常"))
    case "draining":
      return .amiss(
        texts.either("the daemon is stopping", "守护进程正在停止"), fix: "systemctl status callbookd")
    default:
      let isFull = scene.store == "disk full"
      return .amiss(
        isFull
          ? texts.either(
            "the disk is full: changes are refused, reads go on", "磁盘已满：可以查询，不能修改")
          : texts.either(
            "the store failed: changes are refused, reads go on", "数据库故障：可以查询，不能修改"),
        fix: isFull ? "df -h" : "journalctl -t callbookd -p err -n 20")
    }
  }
}
