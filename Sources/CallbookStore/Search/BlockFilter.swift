/// Finds the places at which a word may begin, a block of 32 at a time.
///
/// It compares codes only, and at most three of each pattern: it lets some places through that do not
/// match, and misses none. These loops read every code of the index and decide how fast a search is.
/// Each runs over a stretch that the processor's first cache holds and leaves its marks in memory:
/// vectors that live across branches are taken apart by the compiler and cost ten times as much.
struct BlockFilter {
  typealias Block = SIMD32<UInt8>
  typealias Marks = SIMD4<UInt64>
  static let elementLimit = 3
  private static let blocksAStretch = 64

  /// A range of codes at a place behind the first.
  private struct Test {
    let offset: Int
    let low: Block
    let span: Block
    let otherLow: Block
    let otherSpan: Block
  }

  private struct Step {
    let tests: [Test]
    let hasOtherRanges: Bool
  }

  private let steps: [Step]

  init(_ patterns: [SearchPattern]) {
    steps = patterns.map { pattern in
      let elements = pattern.elements.prefix(Self.elementLimit)
      return Step(
        tests: elements.enumerated().map { offset, element in
          let other = element.otherCodes ?? element.codes
          return Test(
            offset: offset,
            low: Block(repeating: element.codes.lowerBound),
            span: Block(repeating: UInt8(element.codes.count - 1)),
            otherLow: Block(repeating: other.lowerBound),
            otherSpan: Block(repeating: UInt8(other.count - 1)))
        },
        hasOtherRanges: elements.contains { $0.otherCodes != nil })
    }
  }

  /// Calls `visit` with the places in rising order.
  ///
  /// - Parameter codes: followed by `SearchSegment.padding` readable bytes.
  func forEachCandidate(in codes: UnsafeBufferPointer<UInt8>, _ visit: (Int) -> Void) {
    guard let start = UnsafeRawPointer(codes.baseAddress) else { return }
    withUnsafeTemporaryAllocation(of: Marks.self, capacity: Self.blocksAStretch) { marks in
      var first = 0
      while first < codes.count {
        let left = (codes.count - first + Block.scalarCount - 1) / Block.scalarCount
        let stretch = marks.prefix(left)
        stretch.initialize(repeating: .zero)
        for step in steps { Self.mark(stretch, with: step, from: start + first) }
        Self.forEachMark(in: stretch) { visit(first + $0) }
        first += Self.blocksAStretch * Block.scalarCount
      }
    }
  }

  @inline(__always)
  private static func forEachMark(
    in marks: Slice<UnsafeMutableBufferPointer<Marks>>, _ visit: (Int) -> Void
  ) {
    let words = UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: marks))
      .assumingMemoryBound(to: UInt64.self)
    for index in words.indices where words[index] != 0 {
      // A byte of ones for each place found.
      var found = words[index]
      while found != 0 {
        let byte = found.trailingZeroBitCount >> 3
        visit(8 * index + byte)
        found &= ~(0xFF << UInt64(8 * byte))
      }
    }
  }

  /// One loop for each shape of pattern, so that none has a branch in it.
  private static func mark(
    _ marks: Slice<UnsafeMutableBufferPointer<Marks>>, with step: Step, from start: UnsafeRawPointer
  ) {
    let tests = step.tests
    let first = tests[0]
    let second = tests.count > 1 ? tests[1] : first
    let third = tests.count > 2 ? tests[2] : first
    switch (tests.count, step.hasOtherRanges) {
    case (1, false): mark(marks, start) { within(first, $0) }
    case (1, true): mark(marks, start) { withinEither(first, $0) }
    case (2, false): mark(marks, start) { within(first, $0) & within(second, $0) }
    case (2, true): mark(marks, start) { withinEither(first, $0) & withinEither(second, $0) }
    case (_, false):
      mark(marks, start) { within(first, $0) & within(second, $0) & within(third, $0) }
    case (_, true):
      mark(marks, start) {
        withinEither(first, $0) & withinEither(second, $0) & withinEither(third, $0)
      }
    }
  }

  @inline(__always)
  private static func mark(
    _ marks: Slice<UnsafeMutableBufferPointer<Marks>>, _ start: UnsafeRawPointer,
    _ match: (UnsafeRawPointer) -> Marks
  ) {
    let marks = UnsafeMutableBufferPointer(rebasing: marks)
    for index in marks.indices {
      marks[index] = marks[index] | match(start + Block.scalarCount * index)
    }
  }

  @inline(__always)
  private static func within(_ test: Test, _ block: UnsafeRawPointer) -> Marks {
    let codes = block.loadUnaligned(fromByteOffset: test.offset, as: Block.self)
    return unsafeBitCast((codes &- test.low) .<= test.span, to: Marks.self)
  }

  @inline(__always)
  private static func withinEither(_ test: Test, _ block: UnsafeRawPointer) -> Marks {
    let codes = block.loadUnaligned(fromByteOffset: test.offset, as: Block.self)
    let one = unsafeBitCast((codes &- test.low) .<= test.span, to: Marks.self)
    return one | unsafeBitCast((codes &- test.otherLow) .<= test.otherSpan, to: Marks.self)
  }
}
