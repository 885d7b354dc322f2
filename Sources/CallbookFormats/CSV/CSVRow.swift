/// One row of a table.
package struct CSVRow: Sendable, Equatable {
  /// What is wrong with a row as such, whatever its columns mean.
  package enum Fault: String, Sendable, Equatable {
    /// A quote was opened and not closed; the rows after it are read as if it had ended its line.
    case unclosedQuote
    case rowTooLong
    case cellTooLong
    case tooManyCells
    case nul
  }

  /// The physical line, from 1, on which the row begins; with an unclosed quote the quote's.
  package let line: Int
  package let cells: [String]
  package let fault: Fault?

  package init(line: Int, cells: [String], fault: Fault? = nil) {
    self.line = line
    self.cells = cells
    self.fault = fault
  }

  /// Whether nothing is in it: spreadsheets leave such rows at the end.
  package var isBlank: Bool { fault == nil && cells.allSatisfy(\.isEmpty) }
}
