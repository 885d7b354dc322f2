import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct ContactFileTests {
  private static let card = "BEGIN:VCARD\r\nFN:王\r\nEND:VCARD\r\n"

  @Test(arguments: [
    (Self.card, ContactFormat.vcard), ("\r\n begin:vcard\nFN:A\n", .vcard),
    ("stray\n" + Self.card, .vcard), ("姓名\n王\n", .csv), ("\"name\"\nAnn\n", .csv),
    ("{\"name\":\"A\"}\n", .jsonLines), ("", .csv),
  ])
  func `a format is recognised by its content`(text: String, format: ContactFormat) throws {
    for mark in [[], CSVWriter.byteOrderMark] {
      let bytes = mark + Array(text.utf8)
      for size in [1, 65_536] {
        #expect(try ContactFile(ByteSource(bytes: bytes, chunkBytes: size)).format == format)
      }
    }
  }

  @Test func `cards are recognised in UTF-16`() throws {
    let bytes = try [0xFF, 0xFE] + Reading.encoded(Self.card, as: .utf16LittleEndian)
    #expect(try Reading.drafts(bytes) == [ContactDraft(name: "王")])
  }

  @Test func `how far a file is read is known while it is read`() throws {
    let text = "name\n" + String(repeating: "Ann\n", count: 100_000)
    let contacts = try ContactFile(ByteSource(bytes: Array(text.utf8))).contacts()
    var last = 0
    while try contacts.next() != nil {
      #expect(contacts.bytesRead >= last)
      last = contacts.bytesRead
    }
    #expect(last == text.utf8.count)
    #expect(contacts.totalBytes == last)
  }
}
