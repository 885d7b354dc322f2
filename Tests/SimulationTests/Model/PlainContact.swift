/// A contact as the rules look at it.
struct PlainContact {
  var category = "merchant"
  var status = "active"
  /// A user name.
  var owner: String?
  let createdAt: Int64
  /// When each point that is there was seen to work.
  var points: [Int64: PlainDay?] = [:]
  /// Points that were removed, with the same.
  var removed: [Int64: PlainDay?] = [:]
  /// Of the review that waits.
  var openReview: Int64?
  var mergedInto: Int64?

  var isLive: Bool { mergedInto == nil }

  var verifiedOn: PlainDay? { points.values.compactMap { $0 }.max() }

  mutating func remove(_ point: Int64) { removed[point] = points.removeValue(forKey: point) }

  mutating func restore(_ point: Int64) { points[point] = removed.removeValue(forKey: point) }
}
