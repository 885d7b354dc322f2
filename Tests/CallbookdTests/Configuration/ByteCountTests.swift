import Testing

@testable import callbookd

struct ByteCountTests {
  @Test(arguments: [
    ("0", 0), ("65536", 65_536), ("64K", 65_536), ("1M", 1_048_576), ("3K", 3_072),
  ]) func `bytes are read as people write them`(_ text: String, _ bytes: Int) {
    #expect(ByteCount.parse(text) == bytes)
  }

  @Test(arguments: [
    "", "K", "-1", "+1", "1 K", "1k", "1G", "1KB", "1.5K", "0x10", "１", "9223372036854775807K",
    "9223372036854775808",
  ]) func `anything else is refused`(_ text: String) {
    #expect(ByteCount.parse(text) == nil)
  }

  @Test func `the shortest text says the same`() {
    for (bytes, text) in [(65_536, "64K"), (1_048_576, "1M"), (1_000, "1000"), (0, "0")] {
      #expect(ByteCount.text(bytes) == text)
      #expect(ByteCount.parse(text) == bytes)
    }
  }
}
