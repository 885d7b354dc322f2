import CallbookModel
import Testing

@testable import CallbookFormats

/// Shorthands for reading files that a test writes itself.
enum Reading {
  static func entries(
    _ bytes: [UInt8], chunkBytes: Int = 65_536, encoding: TextEncoding? = nil,
    fields: FieldHeadings = FieldHeadings()
  ) throws -> [ContactEntry] {
    let file = try ContactFile(
      ByteSource(bytes: bytes, chunkBytes: chunkBytes), encoding: encoding)
    let contacts = try file.contacts(fields: fields)
    var entries: [ContactEntry] = []
    while let entry = try contacts.next() { entries.append(entry) }
    return entries
  }

  static func entries(_ text: String) throws -> [ContactEntry] {
    try entries(Array(text.utf8))
  }

  static func drafts(
    _ bytes: [UInt8], fields: FieldHeadings = FieldHeadings()
  ) throws -> [ContactDraft] {
    try entries(bytes, fields: fields).compactMap(\.draft)
  }

  static func rows(
    _ bytes: [UInt8], chunkBytes: Int = 65_536, limits: CSVLimits = CSVLimits()
  ) throws -> [CSVRow] {
    let text = try TextSource(ByteSource(bytes: bytes, chunkBytes: chunkBytes))
    var reader = try CSVReader(text, limits: limits)
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  static func rows(_ text: String) throws -> [CSVRow] {
    try rows(Array(text.utf8))
  }

  static func encoded(_ text: String, as encoding: TextEncoding) throws -> [UInt8] {
    let transcoder = try Transcoder(from: "UTF-8", to: encoding.iconvName)
    return transcoder.convert(Array(text.utf8)[...], isLast: true)
  }
}

extension ContactEntry {
  var draft: ContactDraft? {
    if case .draft(_, let draft, _, _) = self { draft } else { nil }
  }

  var fault: ContactFault? {
    if case .problem(_, let fault, _) = self { fault } else { nil }
  }

  var notes: [ContactNote] {
    if case .draft(_, _, _, let notes) = self { notes } else { [] }
  }
}
