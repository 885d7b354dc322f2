import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import CallbookFormats

@Suite struct RejectFileTests {
  /// Imports `bytes` and gives back what the reject file holds; nil when there is none.
  private func rejected(_ bytes: [UInt8]) throws -> [UInt8]? {
    let directory = try TestDirectory()
    let path = directory.file("rejected")
    let contacts = try ContactFile(ByteSource(bytes: bytes)).contacts()
    let file = RejectFile(path: path, headings: contacts.headings)
    while let entry = try contacts.next() {
      guard case .problem(let line, let fault, let raw) = entry else { continue }
      try file.add(line: line, reason: fault.message, raw: raw)
    }
    try file.finish()
    guard file.count > 0 else {
      #expect(access(path, F_OK) != 0)
      return nil
    }
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    return try Samples.whole(ByteSource(path: path))
  }

  @Test func `the sample's bad row can be corrected and imported`() throws {
    let bytes = try #require(try rejected(Samples.bytes("contacts-gb18030.csv")))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(",19,手机: a spreadsheet turned the number into one like 1.38E+10"))
    #expect(try Reading.entries(bytes).map(\.fault) == [.roundedNumber("手机")])
    let corrected = text.replacing("1.99E+10", with: "19900170000")
    let drafts = try Reading.drafts(Array(corrected.utf8))
    #expect(drafts.map(\.name) == ["汪兰"])
    #expect(drafts.first?.notes == "=SUM(1+1)")
    #expect(drafts.first?.points.first?.value == "19900170000")
  }

  @Test func `what was rejected twice has its line and reason once`() throws {
    let bytes = Array("name,phone\nAnn,1.38E+10\nBob,x,y\n=1,no\n".utf8)
    let once = try #require(try rejected(bytes))
    let twice = try #require(try rejected(once))
    let rows = try Reading.rows(twice)
    #expect(rows.first?.cells == ["name", "phone", "line", "reason"])
    #expect(rows.count == 4)
    #expect(rows[2].cells.contains("y"))
    #expect(rows[3].cells.first == "'=1")
  }

  @Test func `rejected cards can be corrected and imported`() throws {
    let text = "BEGIN:VCARD\nTEL:1990000\nEND:VCARD\nstray:1\nBEGIN:VCARD\nFN:B\nNOTE:open"
    let bytes = try #require(try rejected(Array(text.utf8)))
    let entries = try Reading.entries(bytes)
    #expect(entries.map(\.fault) == [.nameless, .nameless, nil])
    #expect(entries.last?.draft == ContactDraft(name: "B", notes: "open"))
    #expect(entries.last?.notes == [])
  }

  @Test func `rejected lines of JSON can be corrected and imported`() throws {
    let text = #"{"name":1,"notes":"a\"b"}"# + "\n" + #"{"name":"王"#
    let once = try #require(try rejected(Array(text.utf8)))
    let twice = try #require(try rejected(once))
    let lines = String(decoding: twice, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.first
        == #"{"name":1,"notes":"a\"b","line":1,"reason":"name must be a text in quotes"}"#)
    #expect(
      lines.last?.hasPrefix(#"{"text":"{\"name\":\"王","line":2,"reason":"text is no"#) == true)
    let corrected = String(lines[0]).replacing(#""name":1"#, with: #""name":"A""#)
    #expect(
      try Reading.drafts(Array(corrected.utf8)) == [ContactDraft(name: "A", notes: "a\"b")])
  }

  @Test func `without problems there is no file`() throws {
    #expect(try rejected(Array("name\nAnn\n".utf8)) == nil)
  }

  @Test func `a file that cannot be written is an error`() throws {
    let file = RejectFile(path: "/nonexistent/rejected.csv", headings: ["name"])
    let error = #expect(throws: CallbookError.self) {
      try file.add(line: 2, reason: "", raw: .row(["Ann"]))
    }
    #expect(error?.reason == .fileUnwritable)
  }
}
