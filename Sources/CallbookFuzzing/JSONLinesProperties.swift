import CallbookFormats
import CallbookModel

/// No line of JSON is lost silently: each becomes a contact or a problem, however the file arrives.
enum JSONLinesProperties {
  private static let lineBytes = 262_144

  static func check(_ input: [UInt8]) throws {
    let input = CutInput(input)
    guard let (encoding, text) = try TextProperties.check(input) else { return }
    let entries = try entries(input.rest, encoding, chunkBytes: 65_536)
    try require(
      try self.entries(input.rest, encoding, chunkBytes: input.chunkBytes) == entries,
      "lines differ when they come in chunks")
    try checkPlaces(of: entries)
    try require(entries.count == lineCount(of: text), "every line is read or refused")
    try ContactProperties.checkLines(
      entries.compactMap { if case .draft(_, let draft, _, _) = $0 { draft } else { nil } })
  }

  private static func entries(
    _ bytes: [UInt8], _ encoding: TextEncoding?, chunkBytes: Int
  ) throws -> [ContactEntry] {
    let lines = JSONContacts(try TextProperties.source(bytes, encoding, chunkBytes: chunkBytes))
    var entries: [ContactEntry] = []
    while let entry = try lines.next() { entries.append(entry) }
    return entries
  }

  private static func checkPlaces(of entries: [ContactEntry]) throws {
    var line = 0
    for entry in entries {
      try require(entry.line > line, "entries stand on lines that go on")
      line = entry.line
      let raw =
        switch entry {
        case .draft(_, _, let raw, _), .problem(_, _, let raw): raw
        }
      guard case .line(let text) = raw else { throw BrokenProperty("a line is kept as a line") }
      // A byte that is no UTF-8 is kept as a character of three.
      try require(text.utf8.count <= 3 * lineBytes, "a line that is kept is within its limit")
    }
  }

  /// Lines that are not blank.
  private static func lineCount(of text: [UInt8]) -> Int {
    text.split(separator: 0x0A).count { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return !line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }
}
