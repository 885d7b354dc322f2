/// One piece of Swift source that is neither white space nor comment.
struct Token: Equatable {
  enum Kind {
    /// An identifier, keyword or number.
    case word
    /// One character of punctuation.
    case mark
    /// A string literal; the text is what stands between its quotes.
    case string
  }

  let kind: Kind
  var text: String
  /// From 1.
  let line: Int

  /// Whether this is code that reads `code`: a string literal never is.
  func reads(_ code: String) -> Bool { kind != .string && text == code }
}
