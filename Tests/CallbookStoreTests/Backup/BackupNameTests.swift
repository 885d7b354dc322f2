import CallbookModel
import Testing

@testable import CallbookStore

struct BackupNameTests {
  @Test func `a name says when and how far, and is read again`() throws {
    let name = BackupName(madeAt: TestServices.start, seq: 4711)
    #expect(name.description == "20261122T013000.000Z-000000004711.db")
    #expect(BackupName(name.description) == name)
    let large = BackupName(madeAt: TestServices.start, seq: .max)
    #expect(BackupName(large.description) == large)
  }

  @Test(arguments: [
    "", ".", "..", "/etc/passwd", "../callbook.db", "callbook.db", "unfinished", "checks",
    "../backups/20261122T013000.000Z-000000004711.db", "20261122T013000.000Z-000000004711.db/",
    "/20261122T013000.000Z-000000004711.db", "20261122T013000.000Z-000000004711.db\0",
    "20261122T013000.000Z-4711.db", "20261122T013000.000Z--00000004711.db",
    "20261122T013000.000Z-00000000471１.db", "20261322T013000.000Z-000000004711.db",
    "2026-11-22T01:30:00.000Z-000000004711.db", "20261122T013000.000Z-000000004711.db-wal",
  ])
  func `what is no name of a backup is none, above all a path`(_ text: String) {
    #expect(BackupName(text) == nil)
  }

  @Test func `names sort by time`() {
    let names = [(3, 1), (1, 3), (2, 2), (1, 12)].map { day, seq in
      BackupName(
        madeAt: TestServices.start.advanced(byMilliseconds: Int64(day) * 86_400_000),
        seq: Int64(seq))
    }
    #expect(names.sorted().map(\.description) == names.map(\.description).sorted())
  }

  @Test func `the oldest go when there are too many or they are too old, the newest never`() {
    let policy = BackupPolicy(count: 3, days: 30)
    func name(day: Int64) -> BackupName {
      BackupName(madeAt: TestServices.start.advanced(byMilliseconds: day * 86_400_000), seq: 1)
    }
    func outdated(_ days: [Int64], today: Int64) -> Set<BackupName> {
      Set(policy.outdated(days.map(name), now: name(day: today).madeAt))
    }
    #expect(outdated([0, 1, 2], today: 3) == [])
    #expect(outdated([3, 0, 2, 1, 4], today: 5) == [name(day: 0), name(day: 1)])
    #expect(outdated([0, 1, 31], today: 31) == [name(day: 0)])
    #expect(outdated([0, 1, 2], today: 30) == [])
    #expect(outdated([0, 1, 2], today: 400) == [name(day: 0), name(day: 1)])
  }
}
