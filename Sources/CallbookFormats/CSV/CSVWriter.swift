/// Writes rows as RFC 4180 has them, with CRLF, cells quoted where they must be.
package struct CSVWriter: Sendable {
  /// What Excel needs in front to take a file for UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether cells that a spreadsheet would run as formulas get an apostrophe (`FormulaGuard`).
  package let isGuarded: Bool

  package init(isGuarded: Bool = true) {
    self.isGuarded = isGuarded
  }

  package func append(_ cells: [String], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(isGuarded ? FormulaGuard.neutralised(cell) : cell, to: &output)
    }
    // A row of one empty cell would be an empty line, which readers pass over.
    if cells == [""] { output.append(contentsOf: [0x22, 0x22]) }
    output.append(contentsOf: [0x0D, 0x0A])
  }

  private func append(_ cell: String, to output: inout [UInt8]) {
    guard needsQuotes(cell) else {
      output.append(contentsOf: cell.utf8)
      return
    }
    output.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }

  /// Semicolons and tabs too: a first row of cells with many of them must not be misread.
  private func needsQuotes(_ cell: String) -> Bool {
    for byte in cell.utf8 {
      switch byte {
      case 0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09: return true
      default: continue
      }
    }
    // At the start of a file `sep=x` names the delimiter; so does an empty cell after `sep=`.
    return cell.utf8.first == 0x20 || cell.utf8.last == 0x20
      || cell.utf8.count <= 5 && cell.lowercased().hasPrefix("sep=")
  }
}
