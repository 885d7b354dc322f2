/// The sizes that a group of files keeps to: a limit for the longest, the median and the 95th
/// percentile, in lines.
struct SizeRule {
  static let files = SizeRule(longest: 400, percentile95: 300, median: 90)
  static let functions = SizeRule(longest: 60, percentile95: 25, median: nil)

  let longest: Int
  let percentile95: Int
  /// nil when only the long ones matter.
  let median: Int?

  /// The smallest value that at least `percent` of all values do not exceed (nearest rank).
  static func percentile(_ percent: Int, of values: [Int]) -> Int {
    let sorted = values.sorted()
    let rank = (percent * sorted.count + 99) / 100
    return sorted.isEmpty ? 0 : sorted[max(rank, 1) - 1]
  }

  /// What is wrong with the sizes taken together; the longest ones are the caller's to name.
  func complaints(about values: [Int], what: String) -> [String] {
    var complaints: [String] = []
    let reached95 = Self.percentile(95, of: values)
    if reached95 > percentile95 {
      complaints.append(
        "the 95th percentile of \(what) is \(reached95) lines; the limit is \(percentile95)")
    }
    let reachedMedian = Self.percentile(50, of: values)
    if let median, reachedMedian > median {
      complaints.append("the median of \(what) is \(reachedMedian) lines; the limit is \(median)")
    }
    return complaints
  }
}
