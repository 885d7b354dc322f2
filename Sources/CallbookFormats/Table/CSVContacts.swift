package import CallbookModel

/// The contacts of a table with headings in Chinese or English, in any order.
package final class CSVContacts: ContactSource {
  private let text: TextSource
  private var reader: CSVReader
  private let row: HeadingRow
  /// What the columns are called in messages.
  private let places: [String]
  private let mojibake: MojibakeDetector
  /// After an unclosed quote, until a row with all its cells: what there is may be a cell's rest.
  private var isDoubtful = false

  /// - Parameter fields: the shop's own.
  package init(
    _ text: TextSource, fields: FieldHeadings = FieldHeadings()
  ) throws(CallbookError) {
    self.text = text
    reader = try CSVReader(text)
    row = try Self.headingRow(&reader, fields)
    let mojibake = try MojibakeDetector()
    self.mojibake = mojibake
    // A heading may stand in the notes, where a garbled one would be kept for good.
    places = row.headings.enumerated().map {
      $1.isEmpty || mojibake.isMojibake($1) ? "column \($0 + 1)" : $1
    }
  }

  package var headings: [String]? { row.headings }
  package var encoding: TextEncoding { text.encoding }
  package var bytesRead: Int { text.bytesRead }
  package var totalBytes: Int? { text.totalBytes }

  package func next() throws(CallbookError) -> ContactEntry? {
    while let next = try reader.next() {
      if next.isBlank { continue }
      return entry(of: next)
    }
    return nil
  }

  private func entry(of next: CSVRow) -> ContactEntry {
    if let fault = fault(of: next) {
      return .problem(line: next.line, fault, raw: .row(next.cells))
    }
    var builder = DraftBuilder()
    for (index, cell) in next.cells.enumerated() where !cell.isEmpty && index < places.count {
      if mojibake.isMojibake(cell) {
        return .problem(line: next.line, .mojibake(places[index]), raw: .row(next.cells))
      }
      let text = CellText.cleaned(cell)
      guard !text.isEmpty else { continue }
      if let fault = builder.take(text, as: row.columns[index], place: places[index]) {
        return .problem(line: next.line, fault, raw: .row(next.cells))
      }
    }
    guard let draft = builder.finish() else {
      return .problem(line: next.line, .nameless, raw: .row(next.cells))
    }
    return .draft(line: next.line, draft, raw: .row(next.cells), notes: builder.notes)
  }

  private func fault(of next: CSVRow) -> ContactFault? {
    switch next.fault {
    case .unclosedQuote:
      isDoubtful = true
      return .unclosedQuote
    case .rowTooLong: return .rowTooLong
    case .cellTooLong: return .cellTooLong
    case .tooManyCells: return .tooManyCells
    case .nul: return .nul
    case nil: break
    }
    if next.cells.count > places.count,
      !next.cells[places.count...].allSatisfy({ CellText.cleaned($0).isEmpty })
    {
      return .tooManyCells
    }
    if isDoubtful, next.cells.count < places.count { return .afterUnclosedQuote }
    isDoubtful = false
    return nil
  }

  /// The headings: the first row, or the first after titles that stand alone in theirs.
  private static func headingRow(
    _ reader: inout CSVReader, _ fields: FieldHeadings
  ) throws(CallbookError) -> HeadingRow {
    while let next = try reader.next() {
      if next.isBlank { continue }
      if next.fault == nil, let row = HeadingRow(next.cells.map(CellText.cleaned), fields) {
        return row
      }
      if next.fault == nil, next.cells.count(where: { !$0.isEmpty }) == 1 { continue }
      break
    }
    throw CallbookError(
      .headingsMissing,
      "the first row has no headings that name a contact; understood are: \(HeadingWords.examples); "
        + "if its headings are there but garbled on the screen, name the file's --encoding")
  }
}
