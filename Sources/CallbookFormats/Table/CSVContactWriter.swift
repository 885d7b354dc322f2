package import CallbookModel

/// Contacts as a table that a spreadsheet opens and the import reads back without loss.
package struct CSVContactWriter: Sendable {
  private let columns: ContactColumns
  private let writer = CSVWriter()
  private let hasByteOrderMark: Bool

  /// - Parameters:
  ///   - fields: the shop's own, each with a column.
  ///   - hasByteOrderMark: Excel takes a file without one for the system's code page.
  package init(
    _ language: TableLanguage, fields: FieldHeadings = FieldHeadings(),
    hasByteOrderMark: Bool = false
  ) {
    columns = ContactColumns(language, fields)
    self.hasByteOrderMark = hasByteOrderMark
  }

  package func appendHead(to output: inout [UInt8]) {
    if hasByteOrderMark { output.append(contentsOf: CSVWriter.byteOrderMark) }
    writer.append(columns.headings, to: &output)
  }

  /// The fields that have a column, by their keys.
  package var fieldKeys: [String] { columns.fields.keys }

  package func append(_ contact: ContactDraft, to output: inout [UInt8]) {
    writer.append(columns.cells(of: contact), to: &output)
  }
}
