import CallbookModel
import CallbookTesting
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", Int64(0)), ("2026-11-22T01:30:00.000Z", 1_795_311_000_000),
    ("1969-12-31T23:59:59.999Z", -1), ("2024-02-29T12:00:00.001Z", 1_709_208_000_001),
    ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ]) func `a time is written and read in UTC`(_ text: String, _ milliseconds: Int64) {
    #expect(Instant(millisecondsSince1970: milliseconds).description == text)
    #expect(Instant(text)?.millisecondsSince1970 == milliseconds)
  }

  @Test(arguments: [
    "2026-11-22T09:30:00+08:00", "2026-11-22t01:30:00z", "2026-11-21T22:00:00.000-03:30",
    "2026-11-22T01:30:00.000999Z",
  ]) func `offsets and fractions are understood`(_ text: String) {
    #expect(Instant(text)?.millisecondsSince1970 == 1_795_311_000_000)
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T01:30:00", "2026-11-22 01:30:00Z", "2026-02-29T00:00:00Z",
    "2026-11-22T24:00:00Z", "2026-11-22T01:60:00Z", "2026-11-22T01:30:60Z",
    "2026-11-22T01:30:00.Z", "2026-11-22T01:30:00+8:00", "2026-11-22T01:30:00+24:00",
    "2026-11-22T01:30:00Zx", "２026-11-22T01:30:00Z", "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59.999-00:01",
  ]) func `what is no time is refused`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `any time is read as it was written`() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<2000 {
      let span = 253_402_300_799_999 + 62_135_596_800_000
      let instant = Instant(
        millisecondsSince1970: Int64(random.below(span)) - 62_135_596_800_000)
      #expect(Instant(instant.description) == instant)
    }
  }
}
