import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookFormats

@Suite struct VCardContactsTests {
  private func card(_ lines: String...) -> String {
    (["BEGIN:VCARD"] + lines + ["END:VCARD", ""]).joined(separator: "\r\n")
  }

  private func draft(_ lines: String...) throws -> ContactDraft {
    let text = (["BEGIN:VCARD"] + lines + ["END:VCARD"]).joined(separator: "\r\n")
    let entries = try Reading.entries(text)
    return try #require(entries.first?.draft, "\(entries)")
  }

  @Test(arguments: [
    "TEL;TYPE=CELL;TYPE=VOICE:19900000001", "TEL;CELL:19900000001",
    "TEL;type=\"voice,cell\":19900000001",
    "item1.TEL;Type=cell,voice:19900000001", "tel;VALUE=uri;TYPE=cell:tel:19900000001",
    "item1.TEL:19900000001\r\nitem1.X-ABLabel:_$!<Mobile>!$_",
  ])
  func `a mobile number is one in every spelling`(line: String) throws {
    #expect(
      try draft("FN:A", line).points == [PointDraft(.phone, "19900000001", label: "mobile")])
  }

  @Test(arguments: ["TEL;PREF:1990000", "TEL;TYPE=pref:1990000", "TEL;PREF=1:1990000"])
  func `the preferred number is marked in every version`(line: String) throws {
    #expect(try draft("FN:A", line).points == [PointDraft(.phone, "1990000", isPreferred: true)])
  }

  @Test func `folded lines are joined, also within a character`() throws {
    let bytes = Array("BEGIN:VCARD\nFN:王".utf8).dropLast() + Array("\n ".utf8)
    let rest = Array("王".utf8).suffix(1) + Array("小\n 明\n\t!\nNOTE:只接微信，下午三点后\nEND:VCARD\n".utf8)
    #expect(try Reading.drafts(bytes + rest).map(\.name) == ["王小明!"])
  }

  @Test func `escapes are taken off`() throws {
    let draft = try draft("FN:A\\, B\\; C\\\\", "NOTE:one\\ntwo\\Nthree\\x", "ORG:Shop\\; Co;Sales")
    #expect(draft.name == "A, B; C\\")
    #expect(draft.notes == "one\ntwo\nthree\\x")
    #expect(draft.organisation == "Shop; Co Sales")
  }

  @Test func `quoted-printable is decoded in the character set it names`() throws {
    let draft = try draft(
      "VERSION:2.1", "N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=C3=F7;;;",
      "NOTE;QUOTED-PRINTABLE:=E4=B8=8B=\r\n=E5=8D=88=0D=0Ax=3D1")
    #expect(draft.name == "王小明")
    #expect(draft.notes == "下午\nx=1")
  }

  @Test func `a whole file in GBK is read`() throws {
    let bytes = try Reading.encoded(
      card("VERSION:2.1", "N:王;小明", "TEL;CELL:19900000001"), as: .gb18030)
    #expect(try Reading.drafts(bytes).map(\.name) == ["王小明"])
  }

  @Test func `pictures are left out with a note, in every form`() throws {
    let picture = String(repeating: "QUJDRA==", count: 20_000)
    let forms = [
      "PHOTO;ENCODING=b;TYPE=JPEG:\(picture)", "PHOTO:data:image/jpeg;base64,\(picture)",
      "PHOTO;JPEG;ENCODING=BASE64:\r\n QUJD\r\n QUJD\r\n", "PHOTO;BASE64:\r\nQUJD\r\nREVG\r\n\r\n",
    ]
    for form in forms {
      let entry = try #require(try Reading.entries(card("FN:A", form, "TITLE:B")).first)
      #expect(entry.draft == ContactDraft(name: "A", title: "B"))
      #expect(entry.notes == [.leftOut("PHOTO")])
    }
  }

  @Test func `an agent's card within a card is passed over`() throws {
    let text = card("FN:A", "AGENT:\r\nBEGIN:VCARD\r\nFN:Agent\r\nEND:VCARD", "TITLE:B")
    let entries = try Reading.entries(text)
    #expect(entries.map(\.draft) == [ContactDraft(name: "A", title: "B")])
  }

  @Test func `a card without end is told, and those around it are read`() throws {
    let text = card("FN:A") + "BEGIN:VCARD\r\nFN:B\r\n" + card("FN:C") + "BEGIN:VCARD\r\nFN:D\r\n"
    let entries = try Reading.entries(text)
    #expect(entries.map { $0.draft?.name } == ["A", nil, "C", nil])
    #expect(entries.map(\.fault) == [nil, .unendedCard, nil, .unendedCard])
    #expect(entries.map(\.line) == [1, 4, 6, 9])
  }

  @Test func `text outside cards is told once for each place`() throws {
    let entries = try Reading.entries(card("FN:A") + "stray\r\nmore\r\n\r\n" + card("FN:B"))
    #expect(entries.map(\.fault) == [nil, .outsideCard, nil])
    #expect(entries.map(\.line) == [1, 4, 7])
  }

  @Test func `services by which people chat become points`() throws {
    let draft = try draft(
      "FN:A", "X-WECHAT:wx_1", "X-QQ:12345", "IMPP;X-SERVICE-TYPE=QQ:x-apple:23456",
      "IMPP:weixin:wx_2", "X-SOCIALPROFILE;TYPE=weibo:https://example.com/a", "X-SKYPE:ann",
      "URL:https://example.com")
    #expect(
      draft.points == [
        PointDraft(.wechat, "wx_1"), PointDraft(.qq, "12345"), PointDraft(.qq, "23456"),
        PointDraft(.wechat, "wx_2"), PointDraft(.handle, "https://example.com/a", label: "weibo"),
        PointDraft(.handle, "ann", label: "skype"),
        PointDraft(.handle, "https://example.com", label: "website"),
      ])
  }

  @Test func `addresses are written in the order of their country`() throws {
    let draft = try draft(
      "FN:A", "ADR;TYPE=WORK:;;文三路1号;杭州市;浙江省;310000;中国", "ADR:;;1 High St;Oxford;;OX1;UK")
    #expect(
      draft.points == [
        PointDraft(.address, "中国 浙江省 杭州市 文三路1号 310000", label: "work"),
        PointDraft(.address, "1 High St, Oxford, OX1, UK"),
      ])
  }

  @Test func `categories give the category and tags`() throws {
    let draft = try draft("FN:A", "CATEGORIES:VIP,安装,a\\,b")
    #expect(draft.category == "installer")
    #expect(draft.tags == ["VIP", "a,b"])
  }

  @Test func `organisations and groups are told from people`() throws {
    #expect(
      try draft("KIND:org", "FN:Shop", "ORG:Shop")
        == ContactDraft(kind: "organisation", name: "Shop"))
    #expect(try draft("ORG:Shop", "TEL:19900000001").kind == "organisation")
    #expect(try draft("KIND:individual", "FN:A").kind == "person")
    let group = try Reading.entries(card("KIND:group", "FN:Friends", "MEMBER:urn:uuid:1"))
    #expect(group.map(\.fault) == [.group])
  }

  @Test func `a telephone URI becomes a number with its extension`() {
    #expect(TelephoneURI.number(of: "tel:+86-571-88000009;ext=317") == "+86-571-88000009 ext. 317")
    #expect(TelephoneURI.number(of: "tel:88000009;phone-context=+86571") == "+86571 88000009")
    #expect(TelephoneURI.number(of: "0571") == "0571")
  }

  @Test func `cards without name, with broken text and with long lines are refused`() throws {
    let long = String(repeating: "x", count: 70_000)
    let text =
      card("TEL:19900000001") + card("FN:ÍõÐ¡Ã÷") + card("FN:A", "NOTE:\(long)") + card("FN:B")
    #expect(
      try Reading.entries(text).map(\.fault)
        == [.nameless, .mojibake("FN"), .propertyTooLong("NOTE"), nil])
  }

  @Test func `any bytes after a card's begin are entries, never a failure`() throws {
    let alphabet = Array("AN;:=\\\"\r\n ,.E^王FTEL".utf8) + [0xFF, 0x00]
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let text = Array("BEGIN:VCARD\nFN:A\n".utf8) + bytes + Array("\nEND:VCARD\n".utf8)
      let whole = try Reading.entries(text, encoding: .utf8)
      #expect(!whole.isEmpty, "seed \(seed)")
      #expect(try Reading.entries(text, chunkBytes: 1, encoding: .utf8) == whole, "seed \(seed)")
    }
  }
}
