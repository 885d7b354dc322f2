package import CallbookModel

/// Contacts as a table that a spreadsheet opens and the import reads back without loss.
package struct CSVContactWriter: Sendable {
  private let columns: ContactColumns
  private let writer = CSVWriter()
  private let hasByteOrderMark: Bool

  /// - Parameter hasByteOrderMark: Excel takes a file without one for the system's code page.
  package init(_ language: TableLanguage, hasByteOrderMark: Bool = false) {
    columns = ContactColumns(language)
    self.hasByteOrderMark = hasByteOrderMark
  }

  package func appendHead(to output: inout [UInt8]) {
    if hasByteOrderMark { output.append(contentsOf: CSVWriter.byteOrderMark) }
    writer.append(columns.headings, to: &output)
  }

  package func append(_ contact: ContactDraft, to output: inout [UInt8]) {
    writer.append(columns.cells(of: contact), to: &output)
  }
}
