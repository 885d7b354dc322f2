/// A contact as the rules look at it.
struct PlainContact {
  var category = "merchant"
  var status = "active"
  /// A user name.
  var owner: String?
  /// `none` or a cycle; nil when that of its category holds.
  var ownCycle: String?
  let createdAt: Int64
  var points: [Int64: PlainPoint] = [:]
  /// The number of the review that waits.
  var openReview: Int64?
  var mergedInto: Int64?
  /// When it was spoken with last, at whatever number.
  var reached: Reached?

  struct Reached: Equatable {
    let on: PlainDay
    let by: String
    let how: String
  }

  var isLive: Bool { mergedInto == nil }

  /// Also a number that was removed since had reached them.
  var verifiedOn: PlainDay? { points.values.compactMap(\.verifiedOn).max() }

  /// Those in use that can be called, in the order in which they are.
  var phones: [(id: Int64, point: PlainPoint)] {
    points.filter { $0.value.isPhone && !$0.value.isRemoved }
      .sorted { ($0.value.isBackup ? 1 : 0, $0.key) < ($1.value.isBackup ? 1 : 0, $1.key) }
      .map { ($0.key, $0.value) }
  }
}

struct PlainPoint {
  var isPhone = false
  var isBackup = false
  var verifiedOn: PlainDay?
  var isRemoved = false
  /// At which times of the day it is not called: minutes since midnight, perhaps over midnight.
  var quiet: (from: Int, to: Int)?
}
