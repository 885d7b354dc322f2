/// What a person typed between two spaces, in every way in which it can be meant.
struct SearchWord {
  /// The literal one first.
  let patterns: [SearchPattern]
  /// Whether a match can begin with this code.
  let firstCodes: [Bool]
  private let literalFirst: ClosedRange<UInt8>
  private let otherLiteralFirst: ClosedRange<UInt8>

  init(_ scalars: [Unicode.Scalar]) {
    let literal = SearchPattern(
      kind: .literal, elements: scalars.flatMap(SearchElement.typed))
    literalFirst = literal.elements[0].codes
    otherLiteralFirst = literal.elements[0].otherCodes ?? literalFirst
    patterns = [literal] + PinyinReader(scalars).patterns()
    var firstCodes = [Bool](repeating: false, count: 256)
    for element in patterns.compactMap(\.elements.first) {
      for code in element.codes { firstCodes[Int(code)] = true }
      for code in element.otherCodes ?? element.codes { firstCodes[Int(code)] = true }
    }
    self.firstCodes = firstCodes
  }

  /// How many characters it asks for at least: the longer, the fewer rows match.
  var length: Int { patterns[0].elements.count }

  /// The best rank that a match which begins with the code can have.
  func rankAtBest(from code: UInt8, startsName: Bool) -> NameIndex.Rank {
    let isLiteral = literalFirst ~= code || otherLiteralFirst ~= code
    if startsName { return isLiteral ? .wholeName : .wholeInitials }
    return isLiteral ? .insideName : .insidePinyin
  }
}
