import CallbookModel

/// How output is laid out: for a person at a terminal, or whole for whatever reads a pipe.
struct Layout {
  /// nil: nothing is cut and nothing is broken into lines.
  let columns: Int?
  let isColoured: Bool

  func heading(_ text: String) -> String {
    painted(text, "1")
  }

  /// What is there to be seen when somebody looks for it.
  func dimmed(_ text: String) -> String { painted(text, "2") }

  func alerting(_ text: String) -> String { painted(text, "31") }

  private func painted(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// The same with so many columns less.
  func indented(by cells: Int) -> Layout {
    Layout(columns: columns.map { max($0 - cells, 2) }, isColoured: isColoured)
  }

  var plain: Layout { Layout(columns: columns, isColoured: false) }

  /// Text as lines that fit; one line where nothing is cut.
  func wrapped(_ text: String) -> [String] {
    guard let columns, CellWidth.cells(of: text) > columns else { return [text] }
    return Wrapping.lines(text, columns: columns, cutsWords: true)
  }

  /// Text from right to left by itself, so that a terminal which turns it leaves the columns beside
  /// it where they are (UAX #9: first strong isolate). What reads a pipe gets the bare text.
  func isolated(_ text: String) -> String {
    columns != nil && text.unicodeScalars.contains(where: Self.isRightToLeft)
      ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Text from outside on one line, safe to print.
  static func cell(_ text: String) -> String { VisibleText.visible(text) }

  /// The blocks of Hebrew to Arabic, their presentation forms, and the ancient scripts.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
