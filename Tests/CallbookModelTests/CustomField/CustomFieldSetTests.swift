import CallbookModel
import Testing

@Suite struct CustomFieldSetTests {
  private static func field(
    _ key: String, _ type: CustomField.ValueType = .text, choices: [String] = [],
    isRequired: Bool = false, place: Int = 1, state: CustomField.State = .active,
    subject: CustomField.Subject = .form
  ) -> CustomField {
    CustomField(
      key: key, label: key, subject: subject, type: type, choices: choices,
      isRequired: isRequired, place: place, state: state,
      createdAt: Instant(millisecondsSince1970: 0))
  }

  private let fields = CustomFieldSet([
    field("licence", isRequired: true, place: 2), field("visits", .number),
    field("opened", .date, place: 3), field("size", .choice, choices: ["小", "Big"], place: 4),
    field("vip", .flag, place: 5), field("old", place: 6, state: .retired),
    field("elsewhere", subject: .contact),
  ])

  private func patch(_ entries: (String, CustomFieldValue?)...) -> CustomFieldPatch {
    CustomFieldPatch(entries.map { CustomFieldPatch.Entry($0.0, $0.1) })
  }

  @Test func `values are read by the types of their fields, also from text`() throws {
    let typed = try fields.validated(
      patch(
        ("vip", .text("是")), ("size", .text("ｂｉｇ")), ("opened", .text("2026-05-03")),
        ("visits", .text("０12.50")), ("licence", .text("  A-1 "))), for: .form, isNew: true)
    #expect(typed.entries.map(\.key) == ["visits", "licence", "opened", "size", "vip"])
    #expect(
      typed.entries.map(\.value.storedText) == ["12.5", "A-1", "2026-05-03", "Big", "true"])
    #expect(typed["vip"] == .flag(true))
    for entry in typed.entries {
      let field = try #require(fields.field(entry.key, of: .form))
      #expect(field.value(stored: entry.value.storedText) == entry.value)
    }
  }

  @Test func `everything that is wrong is told at once, without the values`() throws {
    let error = try #require(throws: CallbookError.self) {
      try fields.validated(
        patch(
          ("visits", .text("SECRET")), ("opened", .text("2026-02-30")), ("size", .text("mid")),
          ("vip", .number(try #require(DecimalNumber("1")))), ("old", .text("x")),
          ("elsewhere", .text("x")), ("a/b", .text("x"))),
        for: .form, isNew: true)
    }
    #expect(
      error.violations.map(\.pointer) == [
        "/fields/visits", "/fields/opened", "/fields/size", "/fields/vip", "/fields/old",
        "/fields/elsewhere", "/fields/a~1b", "/fields/licence",
      ])
    #expect(!"\(error)".contains("SECRET"))
  }

  @Test func `a required field is demanded of what is new and of a change of its fields only`()
    throws
  {
    let before = CustomFieldValues([.init("visits", .number(try #require(DecimalNumber("3"))))])
    #expect(try fields.validated(patch(), for: .form, existing: before, isNew: false) == before)
    #expect(throws: CallbookError.self) {
      try fields.validated(patch(("vip", .flag(true))), for: .form, existing: before, isNew: false)
    }
    #expect(throws: CallbookError.self) { try fields.validated(patch(), for: .form, isNew: true) }
    let whole = try fields.validated(
      patch(("licence", .text("A"))), for: .form, existing: before, isNew: false)
    #expect(whole["visits"] == before["visits"] && whole["licence"] == .text("A"))
    #expect(throws: CallbookError.self) {
      try fields.validated(patch(("licence", nil)), for: .form, existing: whole, isNew: false)
    }
  }

  @Test func `a retired field keeps its value, can be cleared, and comes in with a file`() throws {
    let before = CustomFieldValues([.init("licence", .text("A")), .init("old", .text("x"))])
    let same = try fields.validated(
      patch(("old", .text("x")), ("vip", .flag(false))), for: .form, existing: before,
      isNew: false)
    #expect(same["old"] == .text("x"))
    #expect(
      try fields.validated(patch(("old", nil)), for: .form, existing: before, isNew: false)["old"]
        == nil)
    let filed = try fields.validated(
      fromFile: patch(("old", .text("y"))), for: .form, isNew: false)
    #expect(filed["old"] == .text("y"))
  }

  @Test func `null clears, absence leaves`() throws {
    let before = CustomFieldValues([.init("licence", .text("A")), .init("vip", .flag(true))])
    let after = try fields.validated(
      patch(("vip", nil)), for: .form, existing: before, isNew: false)
    #expect(after == CustomFieldValues([.init("licence", .text("A"))]))
  }

  @Test(arguments: [
    ("12", "12"), ("-0.50", "-0.5"), ("+3.0", "3"), ("-0", "0"), ("000", "0"), ("１.２", "1.2"),
    ("123456789012345", "123456789012345"),
  ])
  func `a number has one form`(text: String, wanted: String) {
    #expect(DecimalNumber(text)?.description == wanted)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e5", "1,000", "1234567890123456", "0x1", "一"])
  func `what is no number is refused`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `a definition that cannot be is refused`() {
    #expect(Self.field("Licence").violations.map(\.pointer) == ["/field"])
    #expect(Self.field("1a").violations.map(\.pointer) == ["/field"])
    #expect(Self.field("a", .choice).violations.map(\.pointer) == ["/choices"])
    #expect(Self.field("a", .text, choices: ["x"]).violations.map(\.pointer) == ["/choices"])
    #expect(
      Self.field("a", .choice, choices: ["x", "Ｘ", "a\u{1F}b"]).violations.map(\.pointer)
        == ["/choices/1", "/choices/2"])
    #expect(Self.field("a_1", .choice, choices: ["x", "y"]).violations.isEmpty)
  }
}
