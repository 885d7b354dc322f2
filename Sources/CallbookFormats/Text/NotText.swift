import CallbookModel

/// Files that people take for tables and that are none, recognised by their first bytes.
enum NotText {
  static func check(_ bytes: ArraySlice<UInt8>) throws(CallbookError) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw CallbookError(
        .formatUnknown,
        "this is a workbook of a spreadsheet program, not text: save it there as \"CSV UTF-8\"")
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      throw CallbookError(.formatUnknown, "this is a gzip archive: unpack it first")
    }
    if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) {
      throw CallbookError(.formatUnknown, "this is a PDF document, not a table")
    }
  }
}
