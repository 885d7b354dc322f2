package import CallbookModel
import Glibc

/// Reads a table row by row: RFC 4180 and what spreadsheets make of it.
///
/// Rows end with LF, CRLF or CR; delimiters are commas, semicolons or tabs, as the first row has
/// them; an unclosed quote costs its own row, not the rest of the file.
package struct CSVReader {
  private let text: TextSource
  private let limits: CSVLimits
  private var scanner: CSVScanner
  private var buffer: [UInt8] = []
  /// Where in the buffer the next row begins, and on which line of the file.
  private var start = 0
  private var line = 1
  private var isAtEnd = false

  /// - Parameter delimiter: nil to tell it from the first row.
  package init(
    _ text: TextSource, delimiter: UInt8? = nil, limits: CSVLimits = CSVLimits()
  ) throws(CallbookError) {
    self.text = text
    self.limits = limits
    scanner = CSVScanner(delimiter: UInt8(ascii: ","), limits: limits)
    while buffer.count < CSVDialect.windowBytes, !isAtEnd { try refill() }
    let dialect = CSVDialect(of: buffer.prefix(CSVDialect.windowBytes))
    start = dialect.skippedBytes
    line += dialect.skippedBytes > 0 ? 1 : 0
    scanner = CSVScanner(delimiter: delimiter ?? dialect.delimiter, limits: limits)
  }

  package var delimiter: UInt8 { scanner.delimiter }

  /// The next row; nil at the end. Rows with a fault are rows too.
  package mutating func next() throws(CallbookError) -> CSVRow? {
    while true {
      guard start < buffer.count || !isAtEnd else { return nil }
      let outcome = buffer.withUnsafeBufferPointer {
        scanner.scan($0, from: start, isFinal: isAtEnd)
      }
      switch outcome {
      case .needsMore: try refill()
      case .row(let end):
        if start == buffer.count { return nil }
        return takeRow(to: end)
      case .unclosedQuote(let quote):
        if let row = takeOpenRow(from: quote) { return row }
        return try skipRow(.unclosedQuote)
      case .tooLong: return try skipRow(.rowTooLong)
      }
    }
  }

  private mutating func refill() throws(CallbookError) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    guard let more = try text.next() else {
      isAtEnd = true
      return
    }
    if buffer.isEmpty { buffer = more } else { buffer.append(contentsOf: more) }
  }

  private mutating func takeRow(to end: Int) -> CSVRow {
    var fault: CSVRow.Fault? = scanner.hasTooManyCells ? .tooManyCells : nil
    let cells = buffer.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress, memchr(base + start, 0, end - start) != nil { fault = .nul }
      return scanner.cells.map { cell in
        if cell.end - cell.start > limits.cellBytes { fault = .cellTooLong }
        return Self.text(of: cell, in: bytes)
      }
    }
    let row = CSVRow(line: line, cells: cells, fault: fault)
    line += scanner.hasQuotes ? max(1, lineBreaks(in: start..<end)) : 1
    start = end
    return row
  }

  /// The row of a quote that never ends: up to the end of the quote's line, where reading goes on.
  /// Nil when even that line goes beyond the limit.
  private mutating func takeOpenRow(from quote: Int) -> CSVRow? {
    let limit = min(buffer.count, start + limits.rowBytes)
    let found = buffer[quote..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D }
    if found == nil, limit < buffer.count { return nil }
    let end = found ?? limit
    let quoteLine = line + lineBreaks(in: start..<quote)
    var cells = cellTexts()
    cells.append(String(decoding: buffer[(quote + 1)..<max(end, quote + 1)], as: UTF8.self))
    line = quoteLine + 1
    start = found.map { endOfBreak(at: $0) } ?? limit
    return CSVRow(line: quoteLine, cells: cells, fault: .unclosedQuote)
  }

  /// A row whose end is not within the limit: forgotten up to the next line break.
  private mutating func skipRow(_ fault: CSVRow.Fault) throws(CallbookError) -> CSVRow {
    let row = CSVRow(line: line, cells: cellTexts(), fault: fault)
    let known = scanner.cells.last?.end ?? start
    line += lineBreaks(in: start..<known)
    start = known
    while true {
      let found = buffer[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      if let found, buffer[found] == 0x0A || found + 1 < buffer.count || isAtEnd {
        start = endOfBreak(at: found)
        line += 1
        return row
      }
      if isAtEnd {
        start = buffer.count
        return row
      }
      start = found ?? buffer.count
      try refill()
    }
  }

  private func cellTexts() -> [String] {
    buffer.withUnsafeBufferPointer { bytes in scanner.cells.map { Self.text(of: $0, in: bytes) } }
  }

  private func endOfBreak(at index: Int) -> Int {
    let isPair =
      buffer[index] == 0x0D && index + 1 < buffer.count && buffer[index + 1] == 0x0A
    return index + (isPair ? 2 : 1)
  }

  /// Line breaks of any kind, CRLF once.
  private func lineBreaks(in range: Range<Int>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in buffer[range] {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }

  private static func text(
    of cell: CSVScanner.Cell, in bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    guard cell.needsUnquoting else { return String(decoding: content, as: UTF8.self) }
    return String(decoding: unquoted(content), as: UTF8.self)
  }

  /// - Parameter cell: with its opening quote; what follows the closing one is kept as it is.
  private static func unquoted(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(cell.count)
    var index = 1
    while index < cell.count {
      if cell[index] == UInt8(ascii: "\"") {
        guard index + 1 < cell.count, cell[index + 1] == cell[index] else {
          output.append(contentsOf: cell[(index + 1)...])
          break
        }
        index += 1
      }
      output.append(cell[index])
      index += 1
    }
    return output
  }
}
