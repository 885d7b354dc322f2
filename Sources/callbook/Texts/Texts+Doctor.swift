/// What the checks say that several of them say.
extension Texts {
  func socketSource(_ source: SocketSource) -> String {
    switch source {
    case .option: either("from --socket", "来自 --socket")
    case .environment: either("from CALLBOOK_SOCKET", "来自 CALLBOOK_SOCKET")
    case .standard: either("the standard place", "标准位置")
    }
  }

  var noGreeting: String { either("the daemon did not say", "守护进程没有告知") }

  func mark(_ finding: Finding) -> String {
    switch finding {
    case .well: either("ok", "正常")
    case .amiss: either("WRONG", "问题")
    case .skipped: either("-", "跳过")
    }
  }

  func verdict(amiss: Int) -> String {
    switch amiss {
    case 0: either("all well", "一切正常")
    case 1: either("one thing is wrong", "发现 1 个问题")
    default: either("\(amiss) things are wrong", "发现 \(amiss) 个问题")
    }
  }
}
