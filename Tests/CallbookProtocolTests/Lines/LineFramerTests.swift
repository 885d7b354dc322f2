import CallbookProtocol
import CallbookTesting
import Testing

struct LineFramerTests {
  enum Event: Equatable {
    case line(String)
    case tooLong(Int)
  }

  private func push(_ chunk: some Sequence<UInt8>, into framer: inout LineFramer) -> [Event] {
    var events: [Event] = []
    Array(chunk).withUnsafeBytes { bytes in
      framer.push(
        bytes, line: { events.append(.line(String(decoding: $0, as: UTF8.self))) },
        tooLong: { events.append(.tooLong($0)) })
    }
    return events
  }

  private func events(_ chunks: [some Sequence<UInt8>], maximum: Int = 10) -> [Event] {
    var framer = LineFramer(maximumLineBytes: maximum)
    return chunks.flatMap { push($0, into: &framer) }
  }

  static let text =
    "one\ntwo\r\n\n \t\r\n  x \ra\r\n0123456789\n0123456789a\n012345678\r\n"
    + "0123456789\r\nlast\n" + String(repeating: "y", count: 35) + "\r\nend\nhalf"

  static let expected: [Event] = [
    .line("one"), .line("two"), .line("  x \ra"), .line("0123456789"), .tooLong(11),
    .line("012345678"), .tooLong(11), .line("last"), .tooLong(36), .line("end"),
  ]

  @Test func `a line feed ends a line`() {
    #expect(events([Self.text.utf8]) == Self.expected)
  }

  @Test func `lines are the same wherever the stream is split`() {
    let bytes = Array(Self.text.utf8)
    for first in 0...bytes.count {
      #expect(events([bytes[..<first], bytes[first...]]) == Self.expected, "at \(first)")
    }
    #expect(events(bytes.map { [$0] }) == Self.expected)
  }

  @Test func `random lines split at random are the same lines`() {
    for seed: UInt64 in 7_000..<7_500 {
      var random = SplitMix64(seed: seed)
      let alphabet = Array("abc \t\r\n\n".utf8)
      let bytes = (0..<random.below(400)).map { _ in alphabet[random.below(alphabet.count)] }
      var chunks: [ArraySlice<UInt8>] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let chunk = rest.prefix(random.below(20))
        chunks.append(chunk)
        rest = rest.dropFirst(chunk.count)
      }
      #expect(events(chunks) == Self.slowly(bytes, maximum: 10), "seed \(seed)")
    }
  }

  /// The same, said in the plainest way.
  private static func slowly(_ bytes: [UInt8], maximum: Int) -> [Event] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().compactMap { line in
      guard line.count <= maximum else { return .tooLong(line.count) }
      let content = line.last == 0x0D ? line.dropLast() : line
      guard content.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return nil }
      return .line(String(decoding: content, as: UTF8.self))
    }
  }

  @Test func `a line that lies whole in a chunk is not copied`() {
    var framer = LineFramer(maximumLineBytes: 100)
    let bytes = Array("first\nsecond\n".utf8)
    bytes.withUnsafeBytes { chunk in
      framer.push(
        chunk,
        line: { line in
          let base = chunk.baseAddress.map(Int.init(bitPattern:)) ?? 0
          let start = line.baseAddress.map(Int.init(bitPattern:)) ?? 0
          #expect([0, 6].contains(start - base))
        }, tooLong: { _ in Issue.record("too long") })
    }
    #expect(framer.heldBytes == 0)
  }

  @Test func `an endless line is discarded in bounded memory and told of once`() {
    var framer = LineFramer(maximumLineBytes: 65_536)
    let chunk = [UInt8](repeating: 0x61, count: 5_000)
    for _ in 0..<200 {
      #expect(push(chunk, into: &framer).isEmpty)
      // What the allocator rounds up to, and no more.
      #expect(framer.heldBytes <= 65_536 + 4_096)
      #expect(framer.isInsideLine)
    }
    #expect(framer.heldBytes == 0)
    #expect(push("b\nnext\n".utf8, into: &framer) == [.tooLong(1_000_001), .line("next")])
    #expect(!framer.isInsideLine)
  }

  @Test func `the memory of a large line is given back when it ends`() {
    var framer = LineFramer(maximumLineBytes: 1 << 20)
    for _ in 0..<3 {
      #expect(push([UInt8](repeating: 0x61, count: 200_000), into: &framer).isEmpty)
      #expect(framer.heldBytes >= 200_000)
      #expect(push([0x0A], into: &framer).count == 1)
      #expect(framer.heldBytes == 0)
    }
  }

  @Test func `a line that comes byte by byte takes linear time`() {
    // Quadratic, this would copy 32 GiB.
    var framer = LineFramer(maximumLineBytes: 1 << 18)
    for _ in 0..<(1 << 18) { #expect(push([0x61], into: &framer).isEmpty) }
    #expect(push([0x0A], into: &framer).count == 1)
  }

  @Test func `half a line is never handed on`() {
    #expect(events(["abc".utf8, "def".utf8]).isEmpty)
    #expect(events(["".utf8, "\r".utf8, "\n".utf8]).isEmpty)
  }
}
