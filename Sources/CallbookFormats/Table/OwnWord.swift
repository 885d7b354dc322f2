/// A free text in a column where files have a few known words: `other:` goes before what would be
/// taken for one of them, or for none.
enum OwnWord {
  private static let mark = "other:"

  /// - Parameter isFree: whether the column takes a text as it is that is none of the words.
  static func written(
    _ text: String?, _ terms: Terms, isChinese: Bool, isFree: (String) -> Bool
  ) -> String {
    guard let text else { return "" }
    let word = isChinese ? terms.chinese(text) : text
    if terms.term(for: word) == text { return word }
    return isFree(text) && !text.hasPrefix(mark) ? text : mark + text
  }

  /// nil when the cell has no mark.
  static func read(_ cell: String) -> String? {
    cell.hasPrefix(mark) ? String(cell.dropFirst(mark.count)) : nil
  }
}
