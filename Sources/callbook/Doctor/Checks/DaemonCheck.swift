import CallbookClient
import CallbookModel

/// Whether the daemon answers.
struct DaemonCheck: Check {
  let name = "daemon"

  func title(_ texts: Texts) -> String { texts.either("daemon", "守护进程") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    switch scene.greeting {
    case .success: return .well(texts.either("it answers", "应答正常"))
    case .failure(let error):
      switch error.reason {
      case .notStaff, .unknownPeer, .accountChanged, .protocolMismatch:
        return .well(texts.either("it answers", "应答正常"))
      case .noSocket, .socketForbidden:
        return .skipped(texts.either("it cannot be reached", "无法连接"))
      default:
        return .amiss(texts.sentence(error), fix: error.hint ?? "systemctl status callbookd")
      }
    }
  }
}
