import CallbookModel

/// Text in lines of so many cells: broken at spaces, and between Chinese characters but not before
/// a full stop or behind an opening quote.
enum Wrapping {
  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "！", "？", "）", "”", "》", "】", "…", ",", ".", ";", ":", ")", "]", "'",
    "\"", "`", "›", "»", "〉",
  ]
  private static let opening: Set<Character> = [
    "（", "“", "《", "【", "(", "[", "'", "\"", "`", "«", "〈",
  ]

  /// - Returns: at least one line; a word that is longer than a line stays whole on its own, or in
  ///   pieces where `cutsWords` asks for it.
  static func lines(_ text: String, columns: Int, cutsWords: Bool = false) -> [String] {
    let columns = max(columns, 2)
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(text) {
      let cells = CellWidth.cells(of: piece.text)
      let gap = piece.hasSpaceBefore && !line.isEmpty ? 1 : 0
      if !line.isEmpty, width + gap + cells > columns {
        lines.append(line)
        line = piece.text
        width = cells
      } else {
        line += (gap == 1 ? " " : "") + piece.text
        width += gap + cells
      }
      while cutsWords, width > columns {
        let head = fitting(line, columns)
        lines.append(String(head))
        line = String(line[head.endIndex...])
        width = CellWidth.cells(of: line)
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private static func pieces(_ text: String) -> [(text: String, hasSpaceBefore: Bool)] {
    var pieces: [(text: String, hasSpaceBefore: Bool)] = []
    for word in text.split(separator: " ") {
      var piece = ""
      var isFirst = true
      var last: Character?
      for character in word {
        if let last, mayBreak(last, character) {
          pieces.append((piece, isFirst))
          piece = ""
          isFirst = false
        }
        piece.append(character)
        last = character
      }
      pieces.append((piece, isFirst))
    }
    return pieces
  }

  private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
    (CellWidth.cells(of: left) == 2 || CellWidth.cells(of: right) == 2)
      && !closing.contains(right) && !opening.contains(left)
  }

  /// At least one character, so that it ends.
  private static func fitting(_ text: String, _ columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += CellWidth.cells(of: text[end])
      if used > columns, end > text.startIndex { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }
}
