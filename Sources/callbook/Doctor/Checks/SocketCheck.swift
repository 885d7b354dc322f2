import CallbookClient
import CallbookModel

/// Whether there is a socket, and who said that it should be there.
struct SocketCheck: Check {
  let name = "socket"

  func title(_ texts: Texts) -> String { texts.either("socket", "套接字") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    let source = texts.socketSource(scene.source)
    switch scene.entry {
    case .socket:
      return .well(texts.either("\(scene.path) (\(source))", "\(scene.path)（\(source)）"))
    case .hidden:
      return .skipped(
        texts.either(
          "\(scene.path) (\(source)) cannot be seen by you", "\(scene.path)（\(source)）您无权查看"))
    case .somethingElse:
      return .amiss(
        texts.either(
          "\(scene.path) (\(source)) is not a socket", "\(scene.path)（\(source)）不是套接字"),
        fix: "ls -ld '\(scene.path)'")
    case .nothing:
      guard case .failure(let error) = scene.greeting else {
        return .well("\(scene.path) (\(source))")
      }
      return .amiss(
        texts.either(
          "there is none at \(scene.path) (\(source))", "\(scene.path)（\(source)）不存在"),
        fix: error.hint ?? "callbook --socket PATH doctor")
    }
  }
}
