/// Finds where one row's cells begin and end; pure, and started again when more bytes are needed.
struct CSVScanner {
  struct Cell {
    var start: Int
    var end: Int
    /// Doubled quotes, or text after the closing quote: then it begins with the opening quote.
    var needsUnquoting = false
  }

  enum Outcome {
    /// The row is whole and ends before this index, its line break included.
    case row(end: Int)
    case needsMore
    /// The bytes ended, or the limit was reached, within the quoted cell that begins here.
    case unclosedQuote(at: Int)
    case tooLong
  }

  let delimiter: UInt8
  let limits: CSVLimits
  private(set) var cells: [Cell] = []
  private(set) var hasQuotes = false
  private(set) var hasTooManyCells = false

  init(delimiter: UInt8, limits: CSVLimits) {
    self.delimiter = delimiter
    self.limits = limits
  }

  /// - Parameter isFinal: no more bytes will come after these.
  mutating func scan(
    _ all: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool
  ) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    hasQuotes = false
    hasTooManyCells = false
    let isCapped = all.count - start > limits.rowBytes
    let bytes = isCapped ? UnsafeBufferPointer(rebasing: all[..<(start + limits.rowBytes)]) : all
    let endsHere = isFinal && !isCapped
    var index = start
    while true {
      let cellStart = index
      var cell = Cell(start: index, end: index)
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        hasQuotes = true
        guard let closing = closingQuote(bytes, &cell, endsHere) else {
          return isCapped || endsHere ? .unclosedQuote(at: cellStart) : .needsMore
        }
        index = closing + 1
      }
      let stray = index
      while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
      if index == bytes.count, !endsHere { return isCapped ? .tooLong : .needsMore }
      if cell.start == cellStart {
        cell.end = index
      } else if cell.needsUnquoting || index > stray {
        cell = Cell(start: cellStart, end: index, needsUnquoting: true)
      }
      append(cell)
      guard index < bytes.count else { return .row(end: index) }
      guard bytes[index] != delimiter else {
        index += 1
        continue
      }
      guard bytes[index] == 0x0D else { return .row(end: index + 1) }
      guard index + 1 < bytes.count else {
        return endsHere ? .row(end: index + 1) : isCapped ? .tooLong : .needsMore
      }
      return .row(end: bytes[index + 1] == 0x0A ? index + 2 : index + 1)
    }
  }

  private mutating func append(_ cell: Cell) {
    if cells.count < limits.cells { cells.append(cell) } else { hasTooManyCells = true }
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// The index of the quote that ends the cell; nil when the bytes end before that is certain.
  private func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: inout Cell, _ endsHere: Bool
  ) -> Int? {
    cell.start += 1
    var index = cell.start
    while true {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
      guard index < bytes.count else { return nil }
      if index + 1 == bytes.count, !endsHere { return nil }
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
        cell.end = index
        return index
      }
      cell.needsUnquoting = true
      index += 2
    }
  }
}
