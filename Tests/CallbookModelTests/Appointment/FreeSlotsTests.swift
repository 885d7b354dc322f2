import CallbookModel
import CallbookTesting
import Testing

/// Free slots, against counting minute by minute.
struct FreeSlotsTests {
  private static let minute: Int64 = 60_000

  private static func span(_ from: Int, _ to: Int) -> AppointmentSpan {
    AppointmentSpan(
      from: Instant(millisecondsSince1970: Int64(from) * minute), minutes: to - from)
  }

  private static func minutes(_ span: AppointmentSpan) -> Range<Int> {
    let start = Int(span.start.millisecondsSince1970 / minute)
    return start..<start + span.minutes
  }

  @Test func `at most so many at once, as counted minute by minute`() {
    let seed = UInt64(20)
    var chance = SplitMix64(seed: seed)
    for round in 0..<500 {
      let others = (0..<chance.below(8)).map { _ in
        let start = chance.below(60)
        return Self.span(start, start + 1 + chance.below(20))
      }
      let start = chance.below(60)
      let span = Self.span(start, start + 1 + chance.below(20))
      let counted = Self.minutes(span).map { minute in
        others.count { Self.minutes($0).contains(minute) }
      }.max()
      #expect(span.mostAtOnce(of: others) == counted, "seed \(seed), round \(round)")
    }
  }

  @Test func `a slot is offered exactly when no minute of it is taken`() {
    let seed = UInt64(21)
    var chance = SplitMix64(seed: seed)
    for round in 0..<300 {
      func some() -> [AppointmentSpan] {
        (0..<chance.below(6)).map { _ in
          let start = chance.below(110)
          return Self.span(start, start + 1 + chance.below(30))
        }
      }
      let (busy, shared, capacity) = (some(), some() + some(), 1 + chance.below(3))
      let minutes = 5 + chance.below(40)
      let opening = Self.span(10, 100)
      let from = chance.below(60)
      let window = Self.span(from, from + 1 + chance.below(90))
      let found = FreeSlots(
        minutes: minutes, gridMinutes: 5, busy: busy, shared: (shared, capacity)
      ).slots(in: opening, within: window)
      let wanted = stride(from: 10, to: 100, by: 5).map { Self.span($0, $0 + minutes) }.filter {
        slot in
        Self.minutes(slot).allSatisfy { minute in
          minute < 100 && Self.minutes(window).contains(minute)
            && !busy.contains { Self.minutes($0).contains(minute) }
            && shared.count { Self.minutes($0).contains(minute) } < capacity
        }
      }
      #expect(found == wanted, "seed \(seed), round \(round)")
    }
  }

  @Test func `what ends when another begins does not overlap it`() {
    #expect(!Self.span(0, 30).overlaps(Self.span(30, 60)))
    #expect(Self.span(30, 60).mostAtOnce(of: [Self.span(0, 30), Self.span(60, 90)]) == 0)
  }

  @Test func `working times of days that touch are one`() throws {
    let rules = try TestCallback.rules()
    let calendar = WorkCalendar(
      zone: rules.calendar.zone, week: try #require(WeeklyHours("Mon-Sun 00:00-24:00")),
      years: [:], days: [:], revision: 1)
    let night = AppointmentSpan(
      from: TestCallback.instant("2026-05-07T23:00:00+08:00"), minutes: 120)
    #expect(calendar.isOpen(throughout: night))
    #expect(!rules.calendar.isOpen(throughout: night))
    #expect(rules.calendar.openings(in: night) == [])
  }
}
