/// What a request says of itself, in the language of whoever reads it.
struct DerivedTexts: Sendable {
  let texts: Texts
  /// The first word of the request, such as `contact`.
  let noun: String

  /// - Parameter english: a sentence of the description. One without a translation stays as it is:
  ///   the tests let none be missing.
  func text(_ english: String) -> String {
    switch texts.language {
    case .english: english
    case .chinese:
      ChineseDescriptions.of(noun)?.first { $0.english == english }?.chinese ?? english
    }
  }
}
