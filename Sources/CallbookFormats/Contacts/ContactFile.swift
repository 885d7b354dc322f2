package import CallbookModel

/// A file of contacts whose format has been recognised.
package struct ContactFile {
  package let format: ContactFormat
  private let text: TextSource

  /// - Parameters:
  ///   - path: `-` stands for standard input.
  ///   - encoding: overrides what the bytes look like.
  package static func open(
    _ path: String, encoding: TextEncoding? = nil
  ) throws(CallbookError) -> ContactFile {
    try ContactFile(try ByteSource(path: path), encoding: encoding)
  }

  package init(_ bytes: ByteSource, encoding: TextEncoding? = nil) throws(CallbookError) {
    text = try TextSource(bytes, encoding: encoding)
    format = ContactFormat(front: try text.peek(512))
  }

  /// - Parameter fields: the shop's own, which a table has columns for.
  package func contacts(
    fields: FieldHeadings = FieldHeadings()
  ) throws(CallbookError) -> any ContactSource {
    switch format {
    case .csv: try CSVContacts(text, fields: fields)
    case .vcard: try VCardContacts(text)
    case .jsonLines: JSONContacts(text)
    }
  }
}
