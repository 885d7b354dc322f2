package import CallbookModel
import Glibc

/// What can go wrong on the way to the daemon. The path stands in the details, so that it can be
/// told in any language.
extension CallbookError {
  static let connectionLost = CallbookError(
    .connectionLost, "the daemon ended the connection without an answer",
    hint: "systemctl status callbookd")

  /// - Parameter code: of connect(2).
  static func unreachable(_ code: Int32, _ path: String) -> CallbookError {
    let details: [String: Detail] = ["path": .text(path)]
    return switch code {
    case ENOENT, ENOTDIR:
      CallbookError(
        .noSocket,
        "there is no socket at \(path): the daemon was not started, or listens elsewhere",
        hint: starting(path, "callbookd.socket"), details: details)
    case ECONNREFUSED:
      CallbookError(
        .notRunning, "nobody listens on \(path): the daemon is not running",
        hint: starting(path, "callbookd"), details: details)
    case EACCES, EPERM: forbidden(path, SocketGuard(path))
    case ENAMETOOLONG:
      CallbookError(
        .usage, "the path of a socket has 1 to 107 bytes", hint: "callbook --socket PATH rpc ping")
    default:
      CallbookError(
        .notRunning, "\(path) cannot be reached: \(String(cString: strerror(code)))",
        hint: "ls -l '\(path)'", details: details)
    }
  }

  static func notCallbook(_ path: String) -> CallbookError {
    CallbookError(
      .notCallbook, "what listens at \(path) is not Callbook's daemon",
      hint: "ss -xlp src '\(path)'", details: ["path": .text(path)])
  }

  package static func silent(_ path: String, milliseconds: Int) -> CallbookError {
    CallbookError(
      .noAnswer,
      "what listens at \(path) said nothing within \(milliseconds / 1000) s: it hangs, or is not "
        + "Callbook's daemon",
      hint: "ss -xlp src '\(path)'", details: ["path": .text(path)])
  }

  /// What starts the daemon: by systemd where it listens for it, else by hand.
  private static func starting(_ path: String, _ unit: String) -> String {
    path == Client.standardPath
      ? "systemctl start \(unit)" : "callbookd --state-directory DIRECTORY --socket '\(path)'"
  }

  package static func forbidden(_ path: String, _ found: SocketGuard?) -> CallbookError {
    guard let found, found.isForGroup, found.membership != .now else {
      return CallbookError(
        .socketForbidden, "you may not use \(path): its permissions leave it to others",
        hint: "ls -ld '\(found?.path ?? path)'", details: ["path": .text(path)])
    }
    let details: [String: Detail] = [
      "path": .text(path), "group": .text(found.group),
      "membership": .text(found.membership.rawValue),
    ]
    guard found.membership == .never else {
      return CallbookError(
        .socketForbidden,
        "you may not use \(path): you are in the group \(found.group), but signed in before you were",
        hint: "newgrp \(found.group)", details: details)
    }
    return CallbookError(
      .socketForbidden, "you may not use \(path): you are not in the group \(found.group)",
      hint: "ask an admin to type: usermod --append --groups \(found.group) \(found.user), "
        + "then sign in again", details: details)
  }
}
