/// What a person typed between two spaces, in every way in which it can be meant.
final class SearchWord: Sendable {
  /// A pattern without its elements: they lie in one array, so that a comparison counts no references.
  private struct Outline {
    let kind: SearchPattern.Kind
    let elements: Range<Int>
  }

  /// The literal one first.
  let patterns: [SearchPattern]
  let bound: RankBound
  private let outlines: [Outline]
  private let elements: [SearchElement]
  /// By code, whether a match can begin with it.
  private let firstCodes: [Bool]

  init(_ scalars: [Unicode.Scalar]) {
    let literal = SearchPattern(
      kind: .literal, elements: scalars.flatMap(SearchElement.typed))
    patterns = [literal] + PinyinReader(scalars).patterns()
    bound = RankBound(patterns)
    var outlines: [Outline] = []
    var elements: [SearchElement] = []
    var firstCodes = [Bool](repeating: false, count: 256)
    for pattern in patterns {
      let start = elements.count
      elements += pattern.elements
      outlines.append(Outline(kind: pattern.kind, elements: start..<elements.count))
      for code in elements[start].codes { firstCodes[Int(code)] = true }
      for code in elements[start].otherCodes ?? elements[start].codes {
        firstCodes[Int(code)] = true
      }
    }
    self.outlines = outlines
    self.elements = elements
    self.firstCodes = firstCodes
  }

  /// How few rows it will match: ideographs tell more than letters, many more than one.
  var weight: Int { patterns[0].elements.reduce(0) { $0 + ($1.unit == nil ? 1 : 3) } }

  func canBegin(with code: UInt8) -> Bool { firstCodes[Int(code)] }

  /// Calls `visit` with kind and length of each pattern that stands at the place.
  @inline(__always)
  func forEachMatch(
    at place: Int, in column: ColumnView, _ visit: (SearchPattern.Kind, Int) -> Void
  ) {
    elements.withUnsafeBufferPointer { elements in
      outlines.withUnsafeBufferPointer { outlines in
        for index in outlines.indices {
          let outline = outlines[index]
          if Self.matches(elements, outline.elements, at: place, in: column) {
            visit(outline.kind, outline.elements.count)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func matches(
    _ elements: UnsafeBufferPointer<SearchElement>, _ range: Range<Int>, at place: Int,
    in column: ColumnView
  ) -> Bool {
    let offset = place - range.lowerBound
    // Codes first: they are at hand, the characters are not. A row end matches no element, so the
    // loop never leaves the row.
    for index in range where !elements[index].mayMatch(column.codes[offset + index]) {
      return false
    }
    return range.allSatisfy { elements[$0].isMet(at: offset + $0, in: column) }
  }
}
