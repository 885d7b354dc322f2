import CallbookFormats
import CallbookModel

/// No row is lost silently, and rows that were read are written and read again as the same.
enum CSVProperties {
  static func check(_ input: [UInt8]) throws {
    let input = CutInput(input)
    guard let (encoding, text) = try TextProperties.check(input) else { return }
    let rows = try rows(input.rest, encoding, chunkBytes: 65_536)
    for limits in [CSVLimits(), tightLimits] {
      let rows = try self.rows(input.rest, encoding, chunkBytes: 65_536, limits)
      try require(
        try self.rows(input.rest, encoding, chunkBytes: input.chunkBytes, limits) == rows,
        "rows differ when they come in chunks")
      try checkPlaces(of: rows, limits)
    }
    try checkCount(of: rows, in: text)
    try checkRewriting(rows)
    try checkContacts(input, encoding, rows)
  }

  /// So that short inputs reach them.
  private static var tightLimits: CSVLimits {
    var limits = CSVLimits()
    limits.cellBytes = 8
    limits.rowBytes = 24
    limits.cells = 4
    return limits
  }

  private static func rows(
    _ bytes: [UInt8], _ encoding: TextEncoding?, chunkBytes: Int, _ limits: CSVLimits = CSVLimits()
  ) throws -> [CSVRow] {
    let source = try TextProperties.source(bytes, encoding, chunkBytes: chunkBytes)
    var reader = try CSVReader(source, limits: limits)
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  private static func checkPlaces(of rows: [CSVRow], _ limits: CSVLimits) throws {
    var line = 0
    for row in rows {
      try require(row.line > line, "rows stand on lines that go on")
      line = row.line
      guard row.fault == nil else { continue }
      // What is wrong in UTF-8 becomes longer as a text.
      try require(
        row.cells.count <= limits.cells
          && row.cells.allSatisfy { $0.unicodeScalars.count <= limits.cellBytes },
        "a row without fault is within its limits")
    }
  }

  /// Without quotes a row is a line: none may be missing.
  private static func checkCount(of rows: [CSVRow], in text: [UInt8]) throws {
    let separatorLine = ["sep=", "SEP="].contains { text.starts(with: $0.utf8) }
    guard !text.contains(UInt8(ascii: "\"")), !separatorLine,
      rows.allSatisfy({ $0.fault == nil || $0.fault == .nul })
    else { return }
    var lines = 0
    var previous: UInt8 = 0x0A
    for byte in text {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { lines += 1 }
      previous = byte
    }
    if let last = text.last, last != 0x0A, last != 0x0D { lines += 1 }
    try require(rows.count == lines, "\(lines) lines have \(rows.count) rows")
  }

  private static func checkRewriting(_ rows: [CSVRow]) throws {
    let whole = rows.filter { $0.fault == nil }.map(\.cells)
    for isGuarded in [false, true] {
      let writer = CSVWriter(isGuarded: isGuarded)
      var output = CSVWriter.byteOrderMark
      for cells in whole { writer.append(cells, to: &output) }
      let again = try self.rows(output, nil, chunkBytes: 65_536).map { row in
        isGuarded ? row.cells.map(FormulaGuard.restored) : row.cells
      }
      try require(again.map(\.count) == whole.map(\.count), "rows keep their cells when written")
      let isEqual = zip(again.joined(), whole.joined()).allSatisfy {
        $0.utf8.elementsEqual($1.utf8)
      }
      try require(isEqual, "cells read as they were written")
    }
  }

  /// Every row behind the headings becomes a contact or a problem.
  private static func checkContacts(
    _ input: CutInput, _ encoding: TextEncoding?, _ rows: [CSVRow]
  ) throws {
    let contacts: CSVContacts
    do throws(CallbookError) {
      contacts = try CSVContacts(
        TextProperties.source(input.rest, encoding, chunkBytes: input.chunkBytes))
    } catch {
      return try require(
        error.reason == .headingsMissing, "a table is refused as \(error.reason.rawValue)")
    }
    var lines: [Int] = []
    var drafts: [ContactDraft] = []
    while let entry = try contacts.next() {
      lines.append(entry.line)
      if case .draft(_, let draft, _, _) = entry { drafts.append(draft) }
    }
    let filled = rows.filter { !$0.isBlank }
    try require(
      filled.map(\.line).suffix(lines.count).elementsEqual(lines), "every row is read or refused")
    let passedOver = filled.dropLast(lines.count)
    try require(
      passedOver.dropLast().allSatisfy { row in row.cells.count { !$0.isEmpty } == 1 },
      "only titles stand before the headings")
    try ContactProperties.check(drafts)
  }
}
