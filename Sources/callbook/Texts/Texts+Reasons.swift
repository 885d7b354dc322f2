import CallbookClient
import CallbookModel

/// What failed: the error's own sentence in English, one for its reason in Chinese.
extension Texts {
  func sentence(_ error: CallbookError) -> String { either(error.message, chinese(error)) }

  /// The sentence as it was first said, for whoever was given a translation that says less.
  func original(_ error: CallbookError) -> String? {
    switch language {
    case .english: nil
    case .chinese: isWhole(error) ? nil : "原文：\(error.message)"
    }
  }

  func hint(_ hint: String) -> String { either("try: \(hint)", "请试：\(chineseHint(hint))") }

  /// Of a change that was cut off; in English the error's own sentence says it.
  func unknownCommit(_ error: CallbookError) -> String? {
    guard language == .chinese, error.committed == .unknown, let key = error.text("key") else {
      return nil
    }
    return "不知道修改是否已生效；同一命令加上 --key \(key) 再运行一次，修改最多只做一次"
  }

  private func chinese(_ error: CallbookError) -> String {
    // What is typed wrong was said in the language of whoever typed it.
    if error.reason == .usage { return error.message }
    return onTheWay(error) ?? missingRole(error)
      ?? ChineseReasons.list.first { $0.reason == error.reason }?.text ?? error.message
  }

  /// What the command found out by itself, with all that it knows.
  private func onTheWay(_ error: CallbookError) -> String? {
    guard let path = error.text("path") else { return nil }
    return switch error.reason {
    case .noSocket: "\(path) 没有套接字：守护进程没有启动，或在别处监听"
    case .notRunning: "\(path) 上没有程序在监听：守护进程没有运行"
    case .socketForbidden: forbidden(error, path)
    case .protocolMismatch: mismatch(error)
    case .notCallbook: "在 \(path) 监听的不是 Callbook 的守护进程"
    case .noAnswer: "\(path) 上的程序没有在规定时间内应答"
    default: nil
    }
  }

  private func forbidden(_ error: CallbookError, _ path: String) -> String {
    guard let group = error.text("group") else { return "您没有权限使用 \(path)" }
    return error.text("membership") == SocketMembership.later.rawValue
      ? "您没有权限使用 \(path)：您已加入 \(group) 组，但本次登录早于加入，尚未生效"
      : "您没有权限使用 \(path)：您不在 \(group) 组里"
  }

  private func mismatch(_ error: CallbookError) -> String {
    guard let theirs = error.text("daemon_protocol"), let ours = error.text("own_protocol") else {
      return "守护进程与本命令的协议版本不一致"
    }
    return "守护进程使用协议版本 \(theirs)，本命令使用 \(ours)"
  }

  private func missingRole(_ error: CallbookError) -> String? {
    guard error.reason == .roleMissing, case .list(let roles)? = error.details["roles"] else {
      return nil
    }
    let names = roles.map { word("roles", $0) }.joined(separator: listSeparator)
    return "您的角色没有这个权限，需要其中之一：\(names)"
  }

  private func isWhole(_ error: CallbookError) -> Bool {
    switch error.reason {
    case .usage, .draining, .otherHistory, .connectionLost: true
    default: onTheWay(error) != nil || missingRole(error) != nil
    }
  }

  /// Hints that somebody else is to type begin with a word about that.
  private func chineseHint(_ hint: String) -> String {
    for (english, chinese) in [
      ("ask an admin to type: ", "请管理员输入："), ("ask a manager to type: ", "请主管输入："),
    ] where hint.hasPrefix(english) {
      return (chinese + hint.dropFirst(english.count))
        .replacing(", then sign in again", with: "，然后重新登录")
    }
    return hint
  }
}

extension CallbookError {
  /// A detail that is text; nil for any other and for none.
  func text(_ name: String) -> String? {
    if case .text(let text)? = details[name] { text } else { nil }
  }
}
