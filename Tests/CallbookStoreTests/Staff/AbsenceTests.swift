import CallbookModel
import Testing

@testable import CallbookStore

/// What callbacks, hand-overs and reminders ask: who is there, and who does whose work.
struct AbsenceTests {
  private static func add(_ user: String, _ uid: UInt32) -> WriteJob.Work {
    { store throws(CallbookError) in
      try store.insert(
        StaffMember(
          user: user, uid: uid, name: nil, roles: [.agent], state: .active, rev: 1,
          createdAt: store.at))
      return []
    }
  }

  private static func away(_ user: String, _ substitute: String, hours: Int64) -> WriteJob.Work {
    { store throws(CallbookError) in
      guard let member = try store.staff(user: user) else { return [] }
      let until = TestServices.start.advanced(byMilliseconds: hours * 3_600_000)
      _ = try store.setAway(
        Absence(from: TestServices.start, until: until, substitute: substitute), of: member)
      return []
    }
  }

  @Test func `nothing is for those who are away or gone`() throws {
    let store = try TestStore()
    for (place, user) in ["ann", "ben", "cat"].enumerated() {
      try store.change(Self.add(user, UInt32(5000 + place)))
    }
    try store.change(Self.away("ann", "ben", hours: 4))
    try store.change(Self.away("ben", "cat", hours: 2))
    func present(_ hours: Int64) throws -> [Int64] {
      let at = TestServices.start.advanced(byMilliseconds: hours * 3_600_000)
      return try store.read { read throws(CallbookError) in
        try read.presentStaff(at: at).map(\.number)
      }
    }
    #expect(try [present(0), present(2), present(4)] == [[3], [2, 3], [1, 2, 3]])
    func standIn(_ staff: Int64, _ hours: Int64) throws -> Int64? {
      let at = TestServices.start.advanced(byMilliseconds: hours * 3_600_000)
      return try store.read { read throws(CallbookError) in try read.standIn(for: staff, at: at) }
    }
    #expect(try [standIn(1, 0), standIn(1, 2), standIn(1, 4), standIn(99, 0)] == [3, 2, 1, nil])
    try store.change { store throws(CallbookError) in
      guard let old = try store.staff(user: "cat") else { return [] }
      var new = old
      new.state = .closed
      _ = try store.save(new, over: old, event: "staff.closed")
      return []
    }
    #expect(try present(0).isEmpty && standIn(1, 0) == nil)
    try store.change { store throws(CallbookError) in
      guard let member = try store.staff(user: "ben") else { return [] }
      _ = try store.endAbsence(of: member)
      return []
    }
    #expect(try present(0) == [2] && standIn(1, 0) == 2)
    let chain = try store.read { read throws(CallbookError) in try read.verifyLedger() }
    #expect(chain.problems.isEmpty)
  }
}
