import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookFormats

@Suite struct CSVContactsTests {
  private func draft(_ text: String) throws -> ContactDraft {
    let entries = try Reading.entries(text)
    return try #require(entries.first?.draft, "\(entries)")
  }

  private func faults(_ text: String) throws -> [ContactFault?] {
    try Reading.entries(text).map(\.fault)
  }

  @Test func `English headings are understood in any order and spelling`() throws {
    let draft = try draft(
      """
      E-mail,Phone 2,FULL NAME,Job_Title,Company Name,Category,Backup phone,WeChat ID,Source,Language
      a@example.com,19900000002,Ann Lee,Owner,Corner Shop,supplier,19900000003,ann,Walk in,en-GB
      """)
    #expect(
      draft
        == ContactDraft(
          name: "Ann Lee", title: "Owner", organisation: "Corner Shop", category: "provider",
          source: "walk-in", language: "en-GB",
          points: [
            PointDraft(.email, "a@example.com"), PointDraft(.phone, "19900000002"),
            PointDraft(.phone, "19900000003", label: "backup"), PointDraft(.wechat, "ann"),
          ]))
  }

  @Test func `Chinese headings are understood with brackets, numbers and numerals`() throws {
    let draft = try draft(
      """
      联系人,手机号（必填）,手机二,电话(3),座机,状态,标签,QQ号,地址,紧急联系人,紧急联系电话,关系
      王小明,19900000001,19900000002,19900000003,0571-88000009,黑名单,老客户、大户,12345678,杭州,李芳,19900000009,妻子
      """)
    #expect(
      draft
        == ContactDraft(
          name: "王小明", status: "blocked", tags: ["老客户", "大户"],
          points: [
            PointDraft(.phone, "19900000001", label: "mobile"),
            PointDraft(.phone, "19900000002", label: "mobile"),
            PointDraft(.phone, "19900000003"),
            PointDraft(.phone, "0571-88000009", label: "work"),
            PointDraft(.qq, "12345678"), PointDraft(.address, "杭州"),
          ],
          emergency: [EmergencyDraft(name: "李芳", phone: "19900000009", relation: "妻子")]))
  }

  @Test func `first and last names become one name`() throws {
    #expect(try draft("First Name,Last Name\nAnn,Lee").name == "Ann Lee")
    #expect(try draft("姓,名\n王,小明").name == "王小明")
  }

  @Test func `the headings and labels of a well-known address book are understood`() throws {
    let draft = try draft(
      """
      Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,E-mail 1 - Value
      Ann,Mobile,19900000001,Shop,19900000002,a@example.com
      """)
    #expect(draft.points.map(\.label) == ["Mobile", "Shop", nil])
  }

  @Test func `unknown columns are kept in the notes and told`() throws {
    let entries = try Reading.entries("姓名,生日,备注,\n王,5月1日,常客,x\n李,,,\n")
    #expect(entries[0].draft?.notes == "常客\n生日: 5月1日\ncolumn 4: x")
    #expect(entries[0].notes == [.keptInNotes("生日"), .keptInNotes("column 4")])
    #expect(entries[1].draft == ContactDraft(name: "李"))
  }

  @Test func `two known headings among many unknown ones are enough`() throws {
    let draft = try draft("姓名,身高,体重,爱好,手机,备用\n王,180,70,,19900000001,\n")
    #expect(draft.points.map(\.value) == ["19900000001"])
    #expect(draft.notes == "身高: 180\n体重: 70")
  }

  @Test func `unknown words become tags and an unknown category is other`() throws {
    let entry = try #require(
      try Reading.entries("name,category,status\nAnn,VIP,gone\n").first)
    #expect(entry.draft == ContactDraft(name: "Ann", category: "other", tags: ["VIP", "gone"]))
    #expect(entry.notes == [.unknownWord("category"), .unknownWord("status")])
  }

  @Test func `titles before the headings and empty rows are passed over`() throws {
    let entries = try Reading.entries("客户名单,,\n\n姓名,电话,\n,,\n王,19900000001,\n,,\n")
    #expect(entries.map(\.line) == [5])
    #expect(entries.first?.draft?.name == "王")
  }

  @Test(arguments: ["王怡,财务,便利店,商户,19900000001,,,,电话,\n李,,,,,,,,,\n", "", "a,b\n", "电话,备注\n1,2\n"])
  func `without headings the error says which are understood`(text: String) throws {
    let error = #expect(throws: CallbookError.self) { try Reading.entries(text) }
    #expect(error?.reason == .headingsMissing)
    #expect(error?.message.contains("姓名") == true)
    #expect(error?.message.contains("王怡") == false)
  }

  @Test func `rows with too few cells are read and with too many are refused`() throws {
    let text = "name,phone\nAnn\nBob,19900000001,,\nCid,19900000002,x\n"
    #expect(try faults(text) == [nil, nil, .tooManyCells])
  }

  @Test(arguments: [
    ("1.38E+10", ContactFault.roundedNumber("phone")), ("1.99e10", .roundedNumber("phone")),
    ("#######", .roundedNumber("phone")), ("call me", .unreadableNumber("phone")),
    ("鐜嬪皬鏄\u{FFFD}", .mojibake("phone")),
  ])
  func `a number that is lost is refused`(cell: String, fault: ContactFault) throws {
    #expect(try faults("name,phone\nAnn,\(cell)\n") == [fault])
  }

  @Test(arguments: [
    ("19900000001.0", ["19900000001"]), ("\"=\"\"19900000001\"\"\"", ["19900000001"]),
    ("'19900000001", ["19900000001"]), ("'+86 19900000001", ["+86 19900000001"]),
    ("19900000001/0571-88000009", ["19900000001", "0571-88000009"]),
    ("19900000001、19900000002", ["19900000001", "19900000002"]),
    ("0571-88000009转317", ["0571-88000009转317"]), ("无", []), ("-", []),
    ("１９９０００００００１", ["１９９０００００００１"]), ("021-12345678/802", ["021-12345678/802"]),
  ])
  func `numbers are freed from what protects and joins them`(
    cell: String, numbers: [String]
  ) throws {
    #expect(try draft("name,phone\nAnn,\(cell)\n").points.map(\.value) == numbers)
  }

  @Test func `neither name nor organisation is refused`() throws {
    #expect(try faults("姓名,公司,电话\n,,19900000001\n") == [.nameless])
  }

  @Test func `wrongly decoded cells are refused in their row only`() throws {
    let text = "姓名,电话\n王小明,19900000001\nÍõÐ¡Ã÷,19900000002\n李芳,19900000003\n"
    #expect(try faults(text) == [nil, .mojibake("姓名"), nil])
  }

  @Test func `a file read in the wrong encoding stores nothing`() throws {
    let bytes = try Reading.encoded("name,company\n王小明,花店\n", as: .gb18030)
    for encoding in [TextEncoding.windows1252, .utf8] {
      let faults = try Reading.entries(bytes, encoding: encoding).map(\.fault)
      #expect(faults == [.mojibake("name")], "\(encoding)")
    }
    let utf8 = Array("name,company\n王小明,花店\n".utf8)
    #expect(try Reading.entries(utf8, encoding: .gb18030).map(\.draft) == [nil])
  }

  @Test func `after an unclosed quote only whole rows are believed`() throws {
    let text = "name,phone,notes\nAnn,19900000001,\"open\nrest of the note\nBob,19900000002,\n"
    #expect(try faults(text) == [.unclosedQuote, .afterUnclosedQuote, nil])
  }

  @Test func `emergency contacts are read as people write them`() throws {
    let people = EmergencyCell.read("李芳（妻子）19900000009；王强 199 0000 0008 邻居\n赵六: 0571-88000009")
    #expect(
      people == [
        EmergencyDraft(name: "李芳", phone: "19900000009", relation: "妻子"),
        EmergencyDraft(name: "王强", phone: "199 0000 0008", relation: "邻居"),
        EmergencyDraft(name: "赵六", phone: "0571-88000009"),
      ])
  }

  @Test func `any bytes after the headings are entries, never a failure`() throws {
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      let head = Array("name,phone,category,tags,emergency contact,more points\n".utf8)
      for encoding in TextEncoding.allCases where encoding.unitBytes == 1 {
        let whole = try Reading.entries(head + bytes, encoding: encoding)
        let split = try Reading.entries(head + bytes, chunkBytes: 3, encoding: encoding)
        #expect(whole == split, "seed \(seed), \(encoding)")
      }
    }
  }
}
