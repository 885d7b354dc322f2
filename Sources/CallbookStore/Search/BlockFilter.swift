/// Finds the places at which a word may begin, 32 at a time.
///
/// It compares codes only, and at most three of each pattern: it lets some places through that do not
/// match, and misses none. This loop reads every code of the index and decides how fast a search is.
struct BlockFilter {
  typealias Block = SIMD32<UInt8>
  static let elementLimit = 3

  private struct Test {
    let offset: Int
    let low: Block
    let span: Block
    let otherLow: Block
    let otherSpan: Block
    let hasOther: Bool
    let endsPattern: Bool
  }

  private let tests: [Test]

  init(_ patterns: [SearchPattern]) {
    tests = patterns.flatMap { pattern in
      let elements = pattern.elements.prefix(Self.elementLimit)
      return elements.enumerated().map { offset, element in
        let other = element.otherCodes ?? element.codes
        return Test(
          offset: offset,
          low: Block(repeating: element.codes.lowerBound),
          span: Block(repeating: UInt8(element.codes.count - 1)),
          otherLow: Block(repeating: other.lowerBound),
          otherSpan: Block(repeating: UInt8(other.count - 1)),
          hasOther: element.otherCodes != nil,
          endsPattern: offset == elements.count - 1)
      }
    }
  }

  /// Calls `visit` with the places in rising order.
  ///
  /// - Parameter codes: followed by `SearchSegment.padding` readable bytes.
  @inline(__always)
  func forEachCandidate(in codes: UnsafeBufferPointer<UInt8>, _ visit: (Int) -> Void) {
    guard let start = UnsafeRawPointer(codes.baseAddress) else { return }
    tests.withUnsafeBufferPointer { tests in
      var block = 0
      while block < codes.count {
        let found = Self.matches(tests, at: start + block)
        for lane in 0..<4 where found[lane] != 0 {
          // A byte of ones for each place found.
          var places = found[lane]
          while places != 0 {
            let byte = places.trailingZeroBitCount >> 3
            visit(block + 8 * lane + byte)
            places &= ~(0xFF << UInt64(8 * byte))
          }
        }
        block += Block.scalarCount
      }
    }
  }

  @inline(__always)
  private static func matches(
    _ tests: UnsafeBufferPointer<Test>, at block: UnsafeRawPointer
  ) -> SIMD4<UInt64> {
    let none = SIMDMask<SIMD32<Int8>>(repeating: false)
    var found = none
    var open = .!none
    for test in tests {
      let codes = block.loadUnaligned(fromByteOffset: test.offset, as: Block.self)
      var match = (codes &- test.low) .<= test.span
      if test.hasOther { match .|= (codes &- test.otherLow) .<= test.otherSpan }
      open .&= match
      if test.endsPattern {
        found .|= open
        open = .!none
      }
    }
    return unsafeBitCast(found, to: SIMD4<UInt64>.self)
  }
}
