import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct JSONContactsTests {
  private func fault(_ line: String) throws -> ContactFault? {
    let entries = try Reading.entries(line + "\n")
    #expect(entries.count == 1)
    return entries.first?.fault
  }

  @Test func `an object a line is a contact, with the line on which it stands`() throws {
    let entries = try Reading.entries(
      """
      {"name":"王小明","points":[{"kind":"phone","value":"19900000001","do_not_use":true}]}\r

        {"name":"B","line":7,"reason":"once wrong","title":null,"tags":["a",""]}
      """)
    #expect(entries.map(\.line) == [1, 3])
    #expect(
      entries.compactMap(\.draft) == [
        ContactDraft(
          name: "王小明", points: [PointDraft(.phone, "19900000001", doNotUse: true)]),
        ContactDraft(name: "B", tags: ["a"]),
      ])
  }

  @Test func `all that is unknown or of another type is said at once`() throws {
    let line = """
      {"name":1,"phnoe":"x","tags":"a","points":[{"kind":"fax","value":"1","x":1},{"value":2},3],\
      "emergency":[{"nmae":"x"}]}
      """
    #expect(
      try fault(line)
        == .members([
          "name must be a text in quotes", "phnoe is no member of a contact", "tags must be a list",
          "points/0/kind is not one of its words, or not written as an export writes it",
          "points/0/x is no member of a point", "points/1/value must be a text in quotes",
          "points/1/kind is missing", "points/1/value is missing", "points/2 must be an object",
          "emergency/0/nmae is no member of an emergency contact",
        ]))
  }

  @Test(arguments: [
    "{\"name\":\"A\",\"name\":\"B\"}", "{\"name\":\"A\"", "{\"name\":\"A\"}x", "{\"name\":\"A\",}",
    "{name:1}",
  ])
  func `what is no strict JSON costs its line`(line: String) throws {
    let entries = try Reading.entries(line + "\n{\"name\":\"C\"}\n")
    #expect(entries.map { $0.draft?.name } == [nil, "C"])
    if case .notJSON = entries[0].fault {} else { Issue.record("\(entries[0])") }
  }

  @Test func `bytes that are no UTF-8 cost their line`() throws {
    var bytes = Array("{\"name\":\"王\"}\n{\"name\":\"".utf8)
    bytes += [0xC3, 0x28] + Array("\"}\n{\"name\":\"B\"}\n".utf8)
    let entries = try Reading.entries(bytes, encoding: .utf8)
    #expect(entries.map { $0.draft?.name } == ["王", nil, "B"])
  }

  @Test func `a line that is too long costs itself, however it arrives`() throws {
    let long = "{\"name\":\"" + String(repeating: "a", count: 300_000) + "\"}\n"
    let bytes = Array((long + "{\"name\":\"B\"}").utf8)
    for size in [1_000, 65_536] {
      let entries = try Reading.entries(bytes, chunkBytes: size)
      #expect(entries.map(\.line) == [1, 2])
      #expect(entries.map(\.fault) == [.lineTooLong, nil])
    }
  }

  @Test func `an object that names nobody is refused`() throws {
    #expect(try fault(#"{"notes":"x"}"#) == .nameless)
    #expect(try fault(#"{"organisation":"x"}"#) == nil)
  }

  @Test func `GB18030 and UTF-16 are read as well`() throws {
    let text = "{\"name\":\"王小明\",\"notes\":\"下午三点后方便，请先打电话\"}\n"
    for encoding in [TextEncoding.gb18030, .utf16LittleEndian] {
      let bytes = try Reading.encoded(text, as: encoding)
      #expect(try Reading.drafts(bytes).map(\.name) == ["王小明"])
    }
  }
}
