import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct SampleFileTests {
  private func table() throws -> [ContactEntry] {
    try Reading.entries(Samples.bytes("contacts-gb18030.csv"))
  }

  private func entry(on line: Int) throws -> ContactEntry {
    try #require(try table().first { $0.line == line })
  }

  @Test func `all rows of the table are read, one is refused`() throws {
    let entries = try table()
    #expect(entries.count == 240)
    #expect(entries.count { $0.draft != nil } == 239)
    #expect(entries.compactMap(\.fault) == [.roundedNumber("手机")])
  }

  @Test func `a row has its cells in the fields that the headings name`() throws {
    let draft = try #require(try entry(on: 10).draft)
    #expect(
      draft
        == ContactDraft(
          name: "王怡", title: "财务", organisation: "滨江侯记便利店", category: "merchant",
          source: "phone",
          points: [
            PointDraft(.phone, "199 0008 7577", label: "mobile"),
            PointDraft(.phone, "19900086038", label: "backup"),
            PointDraft(.email, "m008@example.com"), PointDraft(.wechat, "wx_m008"),
          ]))
  }

  @Test func `the number that a spreadsheet rounded is refused on its line`() throws {
    #expect(try entry(on: 19).fault == .roundedNumber("手机"))
  }

  @Test func `a row without name becomes the organisation that it names`() throws {
    let nameless = try entry(on: 33)
    let draft = try #require(nameless.draft)
    #expect(draft.name == "东门段记早餐")
    #expect(draft.kind == "organisation")
    #expect(draft.organisation == nil)
    #expect(draft.title == "收银")
    #expect(nameless.notes.contains(.organisationAsName))
  }

  @Test func `the same row twice gives the same draft twice`() throws {
    let first = try #require(try entry(on: 14).draft)
    #expect(try entry(on: 55).draft == first)
    #expect(first.name == "冯然小")
  }

  @Test func `numbers are kept as typed, also where two spellings are one number`() throws {
    #expect(try entry(on: 42).draft?.points.first?.value == "19900408169")
    #expect(try entry(on: 91).draft?.points.first?.value == "+8619900408169")
  }

  @Test func `a number that could be one somewhere is left to the daemon`() throws {
    #expect(try entry(on: 125).draft?.points.first?.value == "12345")
  }

  @Test func `line breaks and formulas in notes stay as they are`() throws {
    #expect(try entry(on: 78).draft?.notes == "有两台机器\n一台在二楼")
    let formulas = try table().compactMap(\.draft?.notes).count { $0 == "=SUM(1+1)" }
    #expect(formulas == 10)
  }

  @Test func `a word that is no source becomes a tag`() throws {
    let entry = try entry(on: 8)
    #expect(entry.draft?.tags == ["老客户"])
    #expect(entry.draft?.source == nil)
    #expect(entry.notes == [.unknownWord("来源")])
  }

  @Test func `the table reads the same in every encoding`() throws {
    let gb18030 = try Samples.bytes("contacts-gb18030.csv")
    let text = String(
      decoding: try Transcoder(from: .gb18030).convert(gb18030[...], isLast: true), as: UTF8.self)
    let expected = try Reading.entries(gb18030)
    let utf8 = Array(text.utf8)
    let little = try Reading.encoded(text, as: .utf16LittleEndian)
    let big = try Reading.encoded(text, as: .utf16BigEndian)
    let variants = [
      utf8, CSVWriter.byteOrderMark + utf8, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
    ]
    for (index, bytes) in variants.enumerated() {
      #expect(try Reading.entries(bytes) == expected, "variant \(index)")
    }
  }

  @Test func `all cards of the address book are read`() throws {
    let entries = try Reading.entries(Samples.bytes("contacts.vcf"))
    let drafts = entries.compactMap(\.draft)
    #expect(entries.count == 90)
    #expect(drafts.count == 90)
    #expect(
      drafts[0]
        == ContactDraft(
          name: "孙平", title: "经理", organisation: "老街唐记水果", category: "merchant",
          notes: "只接微信", uid: "urn:uuid:00000000-0000-4000-8000-000000000000",
          points: [PointDraft(.phone, "19901500528", label: "mobile", isPreferred: true)]))
    #expect(drafts[2].notes == "老板出差,找收银")
    #expect(Set(drafts.compactMap(\.uid)).count == 90)
  }

  @Test func `the old phone's card is read`() throws {
    let drafts = try Reading.drafts(Samples.bytes("old-phone.vcf"))
    #expect(
      drafts == [
        ContactDraft(
          name: "王小明", notes: "下午三点后方便",
          points: [PointDraft(.phone, "19900009999", label: "mobile")])
      ])
  }

  @Test(arguments: ["contacts-gb18030.csv", "contacts.vcf", "old-phone.vcf"])
  func `the file reads the same however its bytes arrive`(name: String) throws {
    let bytes = try Samples.bytes(name)
    let expected = try Reading.entries(bytes)
    for size in [1, 2, 3, 7, 64, 1_000, 4_096] {
      #expect(try Reading.entries(bytes, chunkBytes: size) == expected, "chunks of \(size)")
    }
  }
}
