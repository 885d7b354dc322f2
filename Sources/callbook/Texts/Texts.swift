/// What the command itself says, in the language of whoever reads it; by subject in the extensions.
///
/// A text is written by ``either(_:_:)``: without its translation it does not compile.
struct Texts: Sendable {
  let language: Language
  /// In which time zone times are shown.
  let clock = ShownClock()

  init(_ language: Language) {
    self.language = language
  }

  func either(
    _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
  ) -> String {
    switch language {
    case .english: english()
    case .chinese: chinese()
    }
  }

  /// The sign between the things of a list.
  var listSeparator: String { either(", ", "、") }

  /// A sentence after another one.
  func sentences(_ sentences: [String]) -> String {
    sentences.joined(separator: either(" ", ""))
  }
}
