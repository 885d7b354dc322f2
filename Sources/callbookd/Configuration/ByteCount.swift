/// Numbers of bytes as people write them: `65536`, `64K`, `1M`; K and M are 1024 and 1024².
enum ByteCount {
  private static let suffixes: [(letter: Character, factor: Int)] = [
    ("K", 1 << 10), ("M", 1 << 20),
  ]

  /// - Returns: nil for anything else, also for more than an integer holds.
  static func parse(_ text: String) -> Int? {
    guard let last = text.last, let suffix = suffixes.first(where: { $0.letter == last }) else {
      return Int(plain: text)
    }
    guard let number = Int(plain: text.dropLast()) else { return nil }
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: suffix.factor)
    return isTooMuch ? nil : bytes
  }

  /// The shortest that says the same.
  static func text(_ bytes: Int) -> String {
    let suffix = suffixes.last { bytes >= $0.factor && bytes % $0.factor == 0 }
    return suffix.map { "\(bytes / $0.factor)\($0.letter)" } ?? String(bytes)
  }
}
