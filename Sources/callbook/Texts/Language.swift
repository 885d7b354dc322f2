/// A language that the command speaks.
enum Language: Sendable, CaseIterable {
  case english, chinese

  /// What the locale asks for, in the order of setlocale(3): the first that is set and not empty
  /// decides. Whatever is not Chinese is English.
  init(_ environment: (String) -> String?) {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment(name), !locale.isEmpty else { continue }
      self = locale.hasPrefix("zh") ? .chinese : .english
      return
    }
    self = .english
  }
}
