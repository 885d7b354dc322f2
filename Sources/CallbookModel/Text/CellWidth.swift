/// Terminal columns of text, counted by what a person sees as one character.
///
/// Characters of ambiguous width take one column. Control characters count as none: text from
/// outside goes through `VisibleText` first.
package enum CellWidth {
  package static func cells(of text: String) -> Int {
    text.reduce(0) { $0 + cells(of: $1) }
  }

  package static func cells(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.value < 0x300 && scalars.count == 1 {
      return first.value < 0x20 || 0x7F..<0xA0 ~= first.value ? 0 : 1
    }
    // A flag is two letters of one column; emoji style asks for two columns whatever the letter's.
    if scalars.contains("\u{FE0F}") || isFlag(scalars) { return 2 }
    return min(2, scalars.reduce(0) { $0 + cells(of: $1) })
  }

  /// The text within so many columns, its cut end marked by `…`; never cuts inside a character.
  package static func truncated(_ text: String, toCells limit: Int) -> String {
    var end = text.startIndex
    var used = 0
    for index in text.indices {
      let width = cells(of: text[index])
      if used + width > limit {
        return limit > 0 ? text[..<end] + "…" : ""
      }
      used += width
      if used < limit { end = text.index(after: index) }
    }
    return text
  }

  /// The text followed by as many spaces as fill the columns; longer text stays as it is.
  package static func padded(_ text: String, toCells width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cells(of: text)))
  }

  private static func isFlag(_ scalars: Character.UnicodeScalarView) -> Bool {
    scalars.count == 2 && scalars.allSatisfy { 0x1F1E6...0x1F1FF ~= $0.value }
  }

  private static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x4E00...0x9FFF: 2
    case let value where holds(CellWidthTable.zero, value): 0
    case let value where holds(CellWidthTable.wide, value): 2
    default: 1
    }
  }

  /// Whether one of the sorted ranges, given as first and last in turn, holds the code point.
  private static func holds(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count / 2 && value >= ranges[2 * low]
  }
}
