import CallbookModel
import Testing

@testable import CallbookFormats

/// What was lost or changed on the way through a file, until fuzzing found it.
@Suite struct LossTests {
  private func card(_ lines: String...) -> [UInt8] {
    Array((["BEGIN:VCARD"] + lines + ["END:VCARD", ""]).joined(separator: "\r\n").utf8)
  }

  @Test func `a carriage return within a card is a line break like any other`() throws {
    let draft = try Reading.drafts(card("FN:A", "NOTE:one\rtwo", "X-SOCIALPROFILE;a\rb:name")).first
    #expect(draft?.notes == "one\ntwo")
    #expect(draft?.points.first?.label == "a\nb")
  }

  @Test func `a NUL in a parameter is refused like one in a value`() throws {
    for line in ["X-SOCIALPROFILE;TYPE=a\0b:name", "TEL;X-USER=\0:1990000"] {
      #expect(try Reading.entries(card("FN:A", line)).map(\.fault) == [.nul])
    }
  }

  @Test func `a garbled heading is not kept in the notes`() throws {
    let bytes = Array("姓名,颜色".utf8) + [0xE7, 0x94] + Array("\n王小明,1\n".utf8)
    #expect(try Reading.drafts(bytes).map(\.notes) == ["column 2: 1"])
  }

  @Test func `files of cards that were put together are read, each with its mark`() throws {
    let bytes = CSVWriter.byteOrderMark + card("FN:王")
    #expect(try Reading.drafts(bytes + bytes).map(\.name) == ["王", "王"])
  }

  @Test func `a table with a card in a cell is a table`() throws {
    let text = "name,notes\nAnn,\"said:\nBEGIN:VCARD\"\n"
    #expect(try Reading.entries(text).map(\.draft?.notes) == ["said:\nBEGIN:VCARD"])
  }

  @Test func `two people of one cell stay two, also without names`() throws {
    let draft = try Reading.entries(
      "name,emergency contacts\nAnn,\"王芳 | 19900001111 | 妻子\n | 19900002222 | \n李 | | \"\n"
    ).first?.draft
    #expect(
      draft?.emergency == [
        EmergencyDraft(name: "王芳", phone: "19900001111", relation: "妻子"),
        EmergencyDraft(name: "", phone: "19900002222"), EmergencyDraft(name: "李"),
      ])
  }

  @Test func `a number that came before its person is still theirs`() throws {
    let draft = try Reading.entries("name,紧急联系人电话,紧急联系人\nAnn,19900001111,王芳\n").first?.draft
    #expect(draft?.emergency == [EmergencyDraft(name: "王芳", phone: "19900001111")])
  }

  @Test func `an invisible character at a name's edge is none of it`() throws {
    let draft = try Reading.drafts(card("FN:A", "RELATED;TYPE=emergency:\u{B}王芳\u{200B}")).first
    #expect(draft?.emergency == [EmergencyDraft(name: "王芳")])
    let labelled = card("FN:A", "item1.TEL:1990000", "item1.X-ABLabel:_$!<Shop\u{B}>!$_")
    #expect(try Reading.drafts(labelled).first?.points.first?.label == "Shop")
  }

  @Test(arguments: ["tel:+86-199-0000-1234", "TEL:tel:+86-199-0000-1234"])
  func `a telephone URI is the same number in a table`(text: String) throws {
    let wanted = PointDraft(.phone, "+86-199-0000-1234")
    #expect(try Reading.entries("name,phone\nAnn,\(text)\n").first?.draft?.points == [wanted])
    let more = "name,more points\nAnn,phone | | \(text)\n"
    #expect(try Reading.entries(more).first?.draft?.points == [wanted])
  }

  @Test func `a point without a value is none`() throws {
    let draft = try Reading.entries("name,more points\nAnn,handle | x | \n").first?.draft
    #expect(draft?.points.isEmpty == true)
  }

  @Test func `a row that looks like a separator line is a row`() throws {
    #expect(try Reading.rows("sep=\r\na,b\r\n").map(\.cells) == [["sep="], ["a", "b"]])
    for cells in [["sep=;"], ["sep=x"], ["SEP=,"], ["sep=", ""], ["SEP=", "", "a"]] {
      var output: [UInt8] = []
      CSVWriter().append(cells, to: &output)
      CSVWriter().append(["axb"], to: &output)
      #expect(try Reading.rows(output).map(\.cells) == [cells, ["axb"]])
    }
  }

  @Test func `the last character of a Big5 file is not kept back`() throws {
    let bytes = Array("name\n".utf8) + [0x88, 0x62]
    let source = try TextSource(ByteSource(bytes: bytes), encoding: .big5)
    var text: [UInt8] = []
    while let piece = try source.next() { text += piece }
    #expect(text == Array("name\n\u{CA}\u{304}".utf8))
  }
}
