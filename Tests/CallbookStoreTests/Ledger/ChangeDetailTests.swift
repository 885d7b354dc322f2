import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

final class ChangeDetailTests {
  private var random = SplitMix64(seed: 20_261_122)

  private func sometimes<Value>(_ value: @autoclosure () -> Value) -> Value? {
    Bool.random(using: &random) ? value() : nil
  }

  private func word() -> String {
    let words = ["王小明", "a\"b\\c", "Ünal\u{1F}", "points/m1/value", "مها", "x"]
    return words[Int.random(in: 0..<words.count, using: &random)]
  }

  private func point() -> ContactPoint {
    ContactPoint(
      id: PointID(Int64.random(in: 1...5_000_000, using: &random)),
      kind: ContactPoint.Kind.allCases.randomElement(using: &random) ?? .phone, value: word(),
      normal: word(), extensionDigits: sometimes("17"), label: sometimes("desk"),
      rank: sometimes(.backup) ?? .primary, isPreferred: sometimes(true) ?? false,
      consent: sometimes(.given) ?? .unknown, doNotUse: sometimes(true) ?? false,
      verifiedOn: sometimes(CalendarDate(year: 2026, month: 5, day: 6)) ?? nil,
      verifiedBy: sometimes("bob"), verifiedHow: sometimes(.visit),
      removedAt: sometimes(Instant(millisecondsSince1970: 7)))
  }

  private func contact() -> Contact {
    var fields = CustomFieldValues()
    if let value = sometimes(CustomFieldValue.text(word())) { fields["shelf"] = value }
    return Contact(
      id: ContactID(Int64.random(in: 1...9_000_000, using: &random)),
      uuid: UniqueID(high: 1, low: 2), kind: sometimes(.organisation) ?? .person, name: word(),
      title: sometimes(word()), organisation: sometimes(word()),
      organisationID: sometimes(ContactID(7)), tags: sometimes([word(), "b", "a"]) ?? [],
      source: sometimes(word()), owner: sometimes("bob"), language: sometimes("zh"),
      reviewCycle: sometimes(ReviewCycle("3m")) ?? nil, notes: sometimes(word()), fields: fields,
      points: (0..<Int.random(in: 0...3, using: &random)).map { _ in point() },
      createdAt: Instant(millisecondsSince1970: 0), updatedAt: Instant(millisecondsSince1970: 0))
  }

  @Test func `a contact that is added is recorded as all of it that changed`() {
    for _ in 0..<500 {
      let contact = contact()
      let changes = contact.changes(since: nil)
      let listed = ChangeDetail(changes)
      let detail = contact.addedDetail
      #expect(detail.bytes == listed.bytes)
      #expect(detail.fields == listed.fields)
      #expect(detail.fields == Set(changes.map(\.ledgerName)).sorted())
      #expect(!detail.isEmpty)
    }
  }

  @Test func `nothing that changed is nothing to keep`() {
    #expect(ChangeDetail([]).isEmpty)
    #expect(ChangeDetail([]).fields == [])
  }
}
