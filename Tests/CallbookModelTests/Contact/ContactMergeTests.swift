import CallbookModel
import Testing

struct ContactMergeTests {
  private static func contact(_ id: Int64, _ points: ContactPoint...) -> Contact {
    let time = Instant(millisecondsSince1970: 0)
    return Contact(
      id: ContactID(id), uuid: UniqueID(high: 0, low: UInt64(id)), kind: .person, name: "N\(id)",
      points: points, createdAt: time, updatedAt: time)
  }

  private static func point(_ id: Int64, _ value: String = "a@example.com") -> ContactPoint {
    ContactPoint(id: PointID(id), kind: .email, value: value, normal: value)
  }

  @Test func `what is refused, not to be used or quiet stays so`() throws {
    var (own, other) = (Self.point(1), Self.point(2))
    own.consent = .given
    own.quietHours = QuietHours("12:00-14:00")
    other.consent = .refused
    other.doNotUse = true
    other.quietHours = QuietHours("13:00-15:00")
    for (into, from) in [(own, other), (other, own)] {
      let merge = ContactMerge(of: Self.contact(2, from), into: Self.contact(1, into))
      let point = try #require(merge.result.points.first)
      #expect(merge.result.points.count == 1 && merge.moved.isEmpty)
      #expect(point.id == into.id && point.consent == .refused && point.doNotUse)
      #expect(point.quietHours == QuietHours("12:00-15:00"))
    }
  }

  @Test func `a consent that was given is known of both`() {
    var other = Self.point(2)
    other.consent = .given
    let merge = ContactMerge(of: Self.contact(2, other), into: Self.contact(1, Self.point(1)))
    #expect(merge.result.points.map(\.consent) == [.given])
  }

  @Test func `quiet hours that fill the day leave no use`() {
    var (own, other) = (Self.point(1), Self.point(2))
    own.quietHours = QuietHours("08:00-22:00")
    other.quietHours = QuietHours("20:00-10:00")
    let merge = ContactMerge(of: Self.contact(2, other), into: Self.contact(1, own))
    #expect(merge.result.points.map(\.doNotUse) == [true])
  }

  @Test func `the survivor's preference wins, and the other's fills its place`() {
    var (own, other) = (Self.point(1, "a@example.com"), Self.point(2, "b@example.com"))
    other.isPreferred = true
    func preferred(_ own: ContactPoint) -> [PointID] {
      ContactMerge(of: Self.contact(2, other), into: Self.contact(1, own)).result.points
        .filter(\.isPreferred).map(\.id)
    }
    #expect(preferred(own) == [PointID(2)])
    own.isPreferred = true
    #expect(preferred(own) == [PointID(1)])
  }

  @Test func `a point that one of both uses is in use`() {
    var removed = Self.point(1)
    removed.removedAt = Instant(millisecondsSince1970: 5)
    let (one, two) = (Self.contact(1, removed), Self.contact(2, Self.point(2)))
    #expect(ContactMerge(of: two, into: one).result.points.map(\.removedAt) == [nil])
    #expect(ContactMerge(of: one, into: two).result.points.map(\.removedAt) == [nil])
  }

  @Test func `gaps are filled, the rest stays, blocked wins`() {
    var (own, other) = (Self.contact(1), Self.contact(2))
    own.title = "店长"
    other.title = "经理"
    other.notes = "下午来"
    other.tags = ["vip", "花"]
    own.tags = ["VIP"]
    other.status = .blocked
    let result = ContactMerge(of: other, into: own).result
    #expect(result.title == "店长" && result.notes == "下午来" && result.name == "N1")
    #expect(result.tags == ["VIP", "花"] && result.status == .blocked)
  }

  @Test func `an organisation that takes in its own parent belongs to the parent's`() {
    var (own, parent) = (Self.contact(1), Self.contact(2))
    own.organisationID = ContactID(2)
    #expect(ContactMerge(of: parent, into: own).result.organisationID == nil)
    parent.organisationID = ContactID(3)
    #expect(ContactMerge(of: parent, into: own).result.organisationID == ContactID(3))
    parent.organisationID = ContactID(1)
    own.organisationID = nil
    #expect(ContactMerge(of: parent, into: own).result.organisationID == nil)
  }
}
