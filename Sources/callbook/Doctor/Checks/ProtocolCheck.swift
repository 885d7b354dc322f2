import CallbookClient
import CallbookModel

/// Whether the command and the daemon speak a version of the protocol in common.
struct ProtocolCheck: Check {
  let name = "protocol"

  func title(_ texts: Texts) -> String { texts.either("protocol", "协议") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    switch scene.greeting {
    case .success:
      return .well(texts.either("the same version on both sides", "双方版本一致"))
    case .failure(let error) where error.reason == .protocolMismatch:
      return .amiss(texts.sentence(error), fix: error.hint ?? "systemctl restart callbookd")
    case .failure: return .skipped(texts.noGreeting)
    }
  }
}
