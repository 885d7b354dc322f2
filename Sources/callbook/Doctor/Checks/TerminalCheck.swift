/// Whether the terminal shows what the command writes, which is UTF-8 always.
struct TerminalCheck: Check {
  let name = "terminal"

  func title(_ texts: Texts) -> String { texts.either("terminal", "终端") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard scene.surroundings.terminalColumns != nil else {
      return .skipped(texts.either("the output goes to no terminal", "输出不在终端上"))
    }
    let locale = Self.locale(scene.surroundings.environment)
    let words = locale.lowercased()
    guard words.contains("utf-8") || words.contains("utf8") else {
      let wanted = texts.either("C.UTF-8", "zh_CN.UTF-8")
      return .amiss(
        locale.isEmpty
          ? texts.either(
            "no locale is set: whether the terminal shows UTF-8 is not known",
            "没有设置区域：不知道终端能否显示 UTF-8")
          : texts.either(
            "the locale \(locale) is not one of UTF-8, which this command writes",
            "区域 \(locale) 不是 UTF-8，而本命令输出 UTF-8"), fix: "export LC_ALL=\(wanted)")
    }
    return .well(locale)
  }

  private static func locale(_ environment: (String) -> String?) -> String {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let locale = environment(name), !locale.isEmpty { return locale }
    }
    return ""
  }
}
