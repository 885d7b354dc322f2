import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct ContactRoundTripTests {
  @Test(arguments: TableLanguage.allCases)
  func `an exported table is imported without loss`(language: TableLanguage) throws {
    for seed in UInt64(0)..<400 {
      var contacts = RandomContacts(seed: seed)
      let contact = contacts.next()
      var output: [UInt8] = []
      let fields = FieldHeadings(RandomContacts.fields)
      let writer = CSVContactWriter(language, fields: fields, hasByteOrderMark: seed % 2 == 0)
      writer.appendHead(to: &output)
      writer.append(contact, to: &output)
      try #require(try Reading.drafts(output, fields: fields) == [contact], "seed \(seed)")
    }
  }

  @Test(arguments: VCardVersion.allCases)
  func `an exported card is imported without loss`(version: VCardVersion) throws {
    for seed in UInt64(0)..<400 {
      var contacts = RandomContacts(seed: seed)
      let contact = contacts.next()
      var output: [UInt8] = []
      VCardWriter(version).append(contact, to: &output)
      try #require(try Reading.drafts(output) == [contact], "seed \(seed)")
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    }
  }

  @Test(arguments: ["contacts-gb18030.csv", "contacts.vcf"])
  func `a sample file survives every format`(name: String) throws {
    let drafts = try Reading.drafts(Samples.bytes(name))
    var table: [UInt8] = []
    CSVContactWriter(.chinese).appendHead(to: &table)
    for draft in drafts { CSVContactWriter(.chinese).append(draft, to: &table) }
    #expect(try Reading.drafts(table) == drafts)
    var lines: [UInt8] = []
    for draft in drafts { JSONContactWriter.append(draft, to: &lines) }
    #expect(try Reading.drafts(lines) == drafts)
    for version in VCardVersion.allCases {
      var cards: [UInt8] = []
      for draft in drafts { VCardWriter(version).append(draft, to: &cards) }
      #expect(try Reading.drafts(cards) == drafts)
    }
  }

  @Test func `no cell of an exported table begins as a formula`() throws {
    var output: [UInt8] = []
    for seed in UInt64(0)..<200 {
      var contacts = RandomContacts(seed: seed)
      CSVContactWriter(.english).append(contacts.next(), to: &output)
    }
    for cell in try Reading.rows(output).flatMap(\.cells) {
      #expect(!"=+-@\t\r".contains(cell.first ?? "x"))
    }
  }

  @Test func `an exported line of JSON is imported without loss`() throws {
    for seed in UInt64(0)..<400 {
      var contacts = RandomContacts(seed: seed)
      let contact = contacts.next()
      var output: [UInt8] = []
      JSONContactWriter.append(contact, to: &output)
      try #require(try Reading.drafts(output) == [contact], "seed \(seed)")
    }
  }
}
