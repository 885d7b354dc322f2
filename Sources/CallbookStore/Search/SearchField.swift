/// The parts of a name or company in a row of the index, in their order.
enum SearchField: Int {
  case text
  /// The text with a surname read like the word, where that differs.
  case otherwise
  /// First letters of the Latin words and the ideographs between them, where there are such words.
  case initials
  /// The text in letters, where ideographs and Latin words are mixed.
  case spelled
}
