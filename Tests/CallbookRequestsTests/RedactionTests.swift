import CallbookModel
import CallbookRequests
import CallbookStore
import CallbookTesting
import Testing

/// What is hidden is what the declaration of columns calls sensitive.
struct RedactionTests {
  private static func contact() -> Contact {
    let time = Instant(millisecondsSince1970: 0)
    var contact = Contact(
      id: ContactID(1), uuid: UniqueID(high: 1, low: 2), kind: .person, name: "王小明",
      title: "店长", organisation: "幸福里便利店", organisationID: ContactID(2), tags: ["花"],
      source: "walk-in", owner: "bob", language: "zh-CN", notes: "怕狗",
      fields: CustomFieldValues([.init("level", .text("金卡"))]),
      points: [
        ContactPoint(
          id: PointID(1), kind: .phone, value: "199 0000 1234", normal: "+8619900001234")
      ], createdAt: time, updatedAt: time)
    contact.sharedWith = [ContactID(3)]
    return contact
  }

  private static func nature(_ table: String, _ column: String) -> ColumnDeclaration.Nature? {
    ColumnDeclaration.all.first { $0.table == table && $0.column == column }?.nature
  }

  @Test func `an agent sees of others' contacts what is not sensitive`() {
    let agent = Caller(pid: 1, uid: 4004, user: "dan", roles: .agent)
    let (all, seen) = (Self.contact(), Self.contact().redacted(for: agent))
    #expect(Self.nature("contact", "notes") == .sensitive && seen.notes == nil)
    #expect(Self.nature("contact_tag", "tag") == .sensitive && seen.tags.isEmpty)
    #expect(Self.nature("contact_field", "value") == .sensitive && seen.fields.isEmpty)
    #expect(Self.nature("point", "value") == .sensitive && seen.points.isEmpty)
    #expect(seen.sharedWith == nil && seen.isRedacted == true)
    let shown: [(String, Bool)] = [
      ("name", seen.name == all.name), ("title", seen.title == all.title),
      ("organisation", seen.organisation == all.organisation),
      ("organisation_id", seen.organisationID == all.organisationID),
      ("category", seen.category == all.category), ("status", seen.status == all.status),
      ("source", seen.source == all.source), ("owner", seen.owner == all.owner),
      ("language", seen.language == all.language),
    ]
    for (column, isShown) in shown {
      let nature = Self.nature("contact", column)
      #expect(nature != nil && isShown == (nature != .sensitive), "\(column)")
    }
    let sensitive = ColumnDeclaration.all
      .filter { $0.table == "contact" && $0.nature == .sensitive }.map(\.column)
    #expect(sensitive == ["notes"], "a further sensitive column has to be hidden, too")
  }

  @Test func `an agent sees everything of their own contacts`() {
    let owner = Caller(pid: 1, uid: 4002, user: "bob", roles: .agent)
    #expect(Self.contact().redacted(for: owner) == Self.contact())
  }

  @Test func `an agent sees of others' forms how the terminal runs, and that they were concluded`()
  {
    let time = Instant(millisecondsSince1970: 0)
    var form = CallbackForm(
      id: FormID(1), uuid: UniqueID(high: 1, low: 2), callback: CallbackID(1),
      contact: ContactID(1),
      answers: FormAnswers(
        point: PointID(1), transaction: "T1", terminal: "SN-1", problem: "p", solution: "s",
        runningState: .down, satisfaction: 2, comment: "c",
        fields: CustomFieldValues([.init("paper", .text("x"))])),
      operator: "carol", calledAt: time, author: "carol", writtenAt: time, why: "w",
      createdAt: time, month: "1970-01")
    form.owner = "bob"
    form.number = "199 0000 1234"
    form.conclusion = FormConclusion(.complaint, text: "t", version: 1, at: time, user: "erin")
    let seen = form.redacted(for: Caller(pid: 1, uid: 4004, user: "dan", roles: .agent))
    #expect(seen.answers == FormAnswers(runningState: .down, satisfaction: 2))
    #expect(Self.nature("form_field", "value") == .sensitive && seen.answers.fields.isEmpty)
    #expect(Self.nature("form_conclusion", "text") == .sensitive && seen.conclusion?.text == nil)
    #expect(Self.nature("form_conclusion", "conclusion") == .plain)
    #expect(seen.conclusion?.conclusion == .complaint && seen.isRedacted == true)
    #expect(seen.number == nil && seen.why == nil)
    let owner = Caller(pid: 1, uid: 4002, user: "bob", roles: .agent)
    #expect(form.redacted(for: owner) == form)
  }

  @Test func `nothing sensitive of others' contacts reaches an agent by any method`() throws {
    let (shop, _) = try ExampleShop.open()
    let canaries = ["1234", "ming@", "下午来", "老客户", "王父", "8888", "10001", "金卡", "流量费"]
    for (uid, canSee) in [(UInt32(4004), false), (4002, true)] {
      if !canSee {
        _ = try shop.connect(uid: 4001).result("staff.add", #"{"user":"dan","role":["agent"]}"#)
      }
      let agent = shop.connect(uid: uid)
      var seen = ""
      for (method, params) in Self.attempts {
        agent.send(
          #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#)
        seen += agent.lines().joined()
      }
      for canary in canaries where canary != "10001" || !canSee {
        #expect(seen.contains(canary) == canSee, "\(canary) for user ID \(uid)")
      }
    }
  }

  private static let attempts = [
    ("contact.get", #"{"id":"c1"}"#), ("contact.get", #"{"phone":"19900001234"}"#),
    ("contact.card", #"{"id":"c1"}"#), ("contact.list", "{}"), ("contact.history", #"{"id":"c1"}"#),
    ("contact.list", #"{"tag":"老客户"}"#), ("contact.find", #"{"text":"王"}"#),
    ("contact.find", #"{"text":"1234"}"#), ("contact.find", #"{"text":"老客户"}"#),
    ("contact.find", #"{"text":"ming@example.com"}"#), ("contact.find", #"{"text":"19900001234"}"#),
    ("contact.list", #"{"fields":{"level":"金卡"}}"#), ("contact.find", #"{"text":"金卡"}"#),
    ("contact.export", #"{"fields":{"level":"金卡"}}"#),
    ("contact.export", "{}"), ("contact.export", #"{"tag":"老客户"}"#),
    ("emergency.list", #"{"contact":"c1"}"#), ("point.prefer", #"{"id":"m3"}"#),
    ("point.add", #"{"contact":"c1","kind":"phone","value":"19900001234"}"#),
    ("contact.revert", #"{"id":"c1","change":6}"#), ("events.subscribe", #"{"since":"start"}"#),
    ("contact.duplicates", "{}"), ("contact.duplicates", #"{"of":"c1"}"#),
    ("contact.merge", #"{"into":"c2","from":["c1"]}"#),
    ("callback.get", #"{"id":"k1"}"#), ("callback.list", #"{"all":true}"#), ("form.list", "{}"),
    ("form.get", #"{"id":"f1"}"#), ("callback.satisfy", #"{"id":"k1"}"#),
    ("interaction.list", #"{"contact":"c1"}"#), ("interaction.get", #"{"id":"i1"}"#),
    ("interaction.edit", #"{"id":"i1","direction":"in"}"#),
    ("contact.merge", #"{"into":"c1","from":["c2"]}"#), ("contact.unmerge", #"{"id":"c3"}"#),
  ]
}
