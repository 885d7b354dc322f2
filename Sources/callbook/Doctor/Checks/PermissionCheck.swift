import CallbookClient
import CallbookModel
import Glibc

/// Whether the user may connect, and nobody may put another socket in this one's place.
struct PermissionCheck: Check {
  let name = "permission"

  func title(_ texts: Texts) -> String { texts.either("permission", "权限") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard let found = scene.socketGuard, scene.entry == .socket || scene.entry == .hidden else {
      return .skipped(texts.either("there is no socket", "没有套接字"))
    }
    if let directory = Self.openDirectory(of: scene.path) {
      return .amiss(
        texts.either(
          "anybody may replace the socket: its directory is open to all",
          "任何人都能替换套接字：所在目录对所有人可写"), fix: "chmod o-w '\(directory)'")
    }
    if scene.entry == .hidden || access(scene.path, W_OK) != 0 {
      let error = CallbookError.forbidden(scene.path, found)
      return .amiss(texts.sentence(error), fix: error.hint ?? "ls -ld '\(found.path)'")
    }
    // Only there the group is the package's to choose; elsewhere it is whoever started the daemon.
    if scene.source == .standard, !found.isForGroup || found.group == "root" {
      return .amiss(
        texts.either(
          "only root may use it: it has no group for the staff", "只有 root 能使用：没有供员工使用的组"),
        fix: "systemd-sysusers && systemctl restart callbookd.socket")
    }
    return .well(
      texts.either(
        "you may use it; its group is \(found.group)", "可以使用；所属组为 \(found.group)"))
  }

  /// The directory of the socket when everybody may rename what lies in it.
  private static func openDirectory(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    var found = stat()
    guard stat(directory, &found) == 0 else { return nil }
    return found.st_mode & 0o1002 == 0o0002 ? directory : nil
  }
}
