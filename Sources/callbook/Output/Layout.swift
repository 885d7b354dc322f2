import CallbookModel

/// How output is laid out: for a person at a terminal, or whole for whatever reads a pipe.
struct Layout {
  /// nil: nothing is cut.
  let columns: Int?
  let isColoured: Bool

  func heading(_ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// Text from outside on one line, safe to print.
  static func cell(_ text: String) -> String { VisibleText.visible(text) }
}
