import CallbookFormats
import CallbookModel
import CallbookTesting

/// Events with whatever a text may hold.
struct RandomEvents {
  private var random: SplitMix64
  /// Seconds since 1970 between which they lie.
  private let span: Range<Int>

  init(seed: UInt64, span: Range<Int> = 1_577_836_800..<2_208_988_800) {
    random = SplitMix64(seed: seed)
    self.span = span
  }

  mutating func next() -> CalendarEvent {
    let start = span.lowerBound + random.below(span.count)
    let kinds = CalendarEvent.Status.allCases
    var event = CalendarEvent(
      uid: "01a2018f-a6a0-7988-949e-\(100_000_000_000 + random.below(800_000_000_000))",
      sequence: random.below(40), created: instant(start - 9_000_000),
      lastModified: instant(start - random.below(9_000_000)), start: instant(start),
      end: instant(start + 60 * (1 + random.below(600))),
      status: kinds[random.below(kinds.count)], summary: text())
    event.location = random.below(2) == 0 ? text() : nil
    event.details = random.below(2) == 0 ? text() : nil
    event.categories = (0..<random.below(3)).map { _ in text() }
    event.alarms = (0..<random.below(3)).map { _ in random.below(3000) }
    return event
  }

  mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<(random.below(4) == 0 ? random.below(400) : 1 + random.below(30)) {
      scalars.append(scalar())
    }
    return String(scalars)
  }

  private mutating func scalar() -> Unicode.Scalar {
    switch random.below(8) {
    case 0: Self.awkward[random.below(Self.awkward.count)]
    case 1: Unicode.Scalar(UInt8(random.below(128)))
    case 2: Unicode.Scalar(UInt32(0x4E00 + random.below(0x5000))) ?? "中"
    case 3: Unicode.Scalar(UInt32(0x300 + random.below(0x70))) ?? "\u{301}"
    case 4: Unicode.Scalar(UInt32(0x590 + random.below(0x70))) ?? "ש"
    case 5: Unicode.Scalar(UInt32(random.below(0x11_0000))) ?? "\u{1F468}"
    default: Unicode.Scalar(UInt8(0x61 + random.below(26)))
    }
  }

  private static let awkward: [Unicode.Scalar] = [
    "\\", ";", ",", ":", "\"", "%", "^", "=", " ", "\t", "\n", "\r", "n", "N", "\u{0}", "\u{7F}",
    "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{200D}", "\u{1F468}", "\u{FFFE}", "\u{FFFD}",
  ]

  private func instant(_ seconds: Int) -> Instant {
    Instant(millisecondsSince1970: Int64(seconds) * 1000)
  }
}
