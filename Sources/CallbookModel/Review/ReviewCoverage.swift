/// What share of contacts was verified within its cycle (DOMAIN R4). Contacts that are not reviewed are
/// not counted; one that was not reached since it was added was not verified.
package struct ReviewCoverage: Sendable, Equatable {
  /// Contacts that are alike in everything that decides whether they were verified in time.
  package struct Group: Sendable, Equatable {
    package let owner: String?
    package let category: ContactCategory
    package let ownCycle: ReviewCycle?
    package let isEmergency: Bool
    package let verifiedOn: CalendarDate?
    package let count: Int64

    package init(
      owner: String?, category: ContactCategory, ownCycle: ReviewCycle?, isEmergency: Bool,
      verifiedOn: CalendarDate?, count: Int64
    ) {
      self.owner = owner
      self.category = category
      self.ownCycle = ownCycle
      self.isEmergency = isEmergency
      self.verifiedOn = verifiedOn
      self.count = count
    }
  }

  package struct Figure: Sendable, Equatable {
    /// nil for contacts of nobody, and in the total.
    package let owner: String?
    /// nil in the total.
    package let category: ContactCategory?
    package fileprivate(set) var contacts: Int64 = 0
    package fileprivate(set) var verified: Int64 = 0
    package fileprivate(set) var lapsed: Int64 = 0
    package fileprivate(set) var never: Int64 = 0
  }

  private struct Key: Hashable {
    let owner: String?
    let category: ContactCategory
  }

  private let today: CalendarDate
  private let policy: Policy
  private var byKey: [Key: Figure] = [:]
  package private(set) var total = Figure(owner: nil, category: nil)

  package init(on today: CalendarDate, policy: Policy) {
    self.today = today
    self.policy = policy
  }

  /// By owner, those of nobody last, then by category.
  package var figures: [Figure] {
    let categories = ContactCategory.allCases
    return byKey.sorted { one, other in
      let (a, b) = (one.key, other.key)
      if a.owner != b.owner {
        guard let first = a.owner, let second = b.owner else { return a.owner != nil }
        return first < second
      }
      return categories.firstIndex(of: a.category) ?? 0
        < categories.firstIndex(of: b.category) ?? 0
    }.map(\.value)
  }

  package mutating func add(_ group: Group) {
    let cycles = ReviewCycles(
      category: group.category, ownCycle: group.ownCycle, isEmergency: group.isEmergency)
    guard let (day, _) = cycles.next(after: group.verifiedOn ?? today, policy) else { return }
    let key = Key(owner: group.owner, category: group.category)
    var figure = byKey[key] ?? Figure(owner: group.owner, category: group.category)
    for path in [\Figure.contacts, Self.verdict(group.verifiedOn, day, today)] {
      figure[keyPath: path] += group.count
      total[keyPath: path] += group.count
    }
    byKey[key] = figure
  }

  /// - Parameter day: on which the next review falls.
  private static func verdict(
    _ verifiedOn: CalendarDate?, _ day: CalendarDate, _ today: CalendarDate
  ) -> WritableKeyPath<Figure, Int64> {
    guard verifiedOn != nil else { return \.never }
    return today <= day ? \.verified : \.lapsed
  }
}
