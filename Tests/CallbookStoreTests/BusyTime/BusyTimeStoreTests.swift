import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

struct BusyTimeStoreTests {
  private static func spans(_ chance: inout SplitMix64, _ count: Int) -> [AppointmentSpan] {
    (0..<count).map { _ in
      let start = TestServices.start.advanced(byMilliseconds: Int64(chance.below(500)) * 60_000)
      return AppointmentSpan(from: start, minutes: 1 + chance.below(40))
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a union covers the same time in spans that neither overlap nor touch`(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let spans = Self.spans(&chance, chance.below(30))
    let union = AppointmentSpan.union(of: spans)
    for (one, next) in zip(union, union.dropFirst()) {
      #expect(one.end < next.start, "seed \(seed)")
    }
    for minute in -1..<600 {
      let at = TestServices.start.advanced(byMilliseconds: Int64(minute) * 60_000)
      #expect(
        union.contains { $0.contains(at) } == spans.contains { $0.contains(at) },
        "seed \(seed), minute \(minute)")
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `what overlaps a span is found, and nothing else`(_ seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let store = try TestStore(seed: seed)
    let staff = StaffMember(
      user: "bob", uid: 4002, name: nil, roles: [.agent], state: .active, rev: 1,
      createdAt: TestServices.start)
    try store.change { store throws(CallbookError) in
      try store.insert(staff)
      return []
    }
    for round in 0..<10 {
      let union = AppointmentSpan.union(of: Self.spans(&chance, chance.below(30)))
      try store.change { store throws(CallbookError) in
        _ = try store.setBusyTimes(of: staff, to: union)
        return []
      }
      for asked in Self.spans(&chance, 40) {
        let found = try store.read { read throws(CallbookError) in
          try read.busyTimes(of: "bob", asked)
        }
        #expect(found == union.filter(asked.overlaps), "seed \(seed), round \(round)")
      }
    }
  }
}
