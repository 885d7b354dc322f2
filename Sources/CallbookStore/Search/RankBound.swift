/// The best rank that a match of a word can have, told from codes alone.
///
/// A common word has a hundred thousand candidates, and looking at their characters and ids would be
/// that many misses of the processor's cache; the codes have just been read.
struct RankBound {
  private let literal: SearchElement
  private let literalLength: Int
  /// From the shortest pattern of initials to the longest (`sh` is one or two); nil without any.
  private let initialsLengths: ClosedRange<Int>?

  /// - Parameter patterns: the literal one first.
  init(_ patterns: [SearchPattern]) {
    literal = patterns[0].elements[0]
    literalLength = patterns[0].elements.count
    let lengths = patterns.filter { $0.kind == .initials }.map(\.elements.count)
    initialsLengths = lengths.min().map { $0...(lengths.max() ?? $0) }
  }

  /// - Parameter asWhole: the word is all that is looked for, so its place in the name counts.
  func rank(at place: Int, in column: ColumnView, _ part: SearchPart, asWhole: Bool)
    -> NameIndex.Rank
  {
    let isAtStart = asWhole && column.codes[place - 1] <= SearchCode.fieldEnd
    if part == .company { return isAtStart ? .companyStart : .insideCompany }
    if literal.mayMatch(column.codes[place]) {
      guard isAtStart else { return .insideName }
      return mayEnd(at: place + literalLength, column) ? .wholeName : .nameStart
    }
    guard isAtStart else { return .insidePinyin }
    guard let initialsLengths else { return .pinyinStart }
    for length in initialsLengths where mayEnd(at: place + length, column) {
      return .wholeInitials
    }
    return .initialsStart
  }

  private func mayEnd(at end: Int, _ column: ColumnView) -> Bool {
    end >= column.codes.count || column.codes[end] <= SearchCode.fieldEnd
  }
}
