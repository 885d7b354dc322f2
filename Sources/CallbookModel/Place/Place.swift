/// Where appointments take place: the shop's counter, a branch, a training room.
package struct Place: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    case open
    /// Nothing is booked there any more.
    case closed
  }

  package let name: PlaceName
  /// What people call it.
  package var title: String
  /// How many appointments it has room for at one time.
  package var capacity: Int
  package var state: State
  /// Grows with every change.
  package var rev: Int64
  package let createdAt: Instant

  /// More rooms than any shop has.
  package static let capacities = 1...1000

  package init(
    name: PlaceName, title: String, capacity: Int, state: State = .open, rev: Int64 = 1,
    createdAt: Instant
  ) {
    self.name = name
    self.title = title
    self.capacity = capacity
    self.state = state
    self.rev = rev
    self.createdAt = createdAt
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, capacity, state, rev
    case createdAt = "created_at"
  }
}
