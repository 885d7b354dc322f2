import CallbookModel
import CallbookStore
import Systemd
import Testing

@testable import callbookd

struct JournalEventTests {
  @Test func `there is an example of every kind`() {
    #expect(Set(JournalEvent.examples.map(\.kind)) == Set(EventKind.allCases))
  }

  @Test func `every event is one sentence with its name and its fields`() {
    for event in JournalEvent.examples {
      #expect(!event.sentence.isEmpty && !event.sentence.contains("\n"), "\(event)")
      let fields = event.fields
      #expect(fields.first == JournalField("CALLBOOK_EVENT", event.kind.rawValue))
      #expect(Set(fields.map(\.name)).count == fields.count, "\(event) has a field twice")
      for field in fields { #expect(field.name.text.hasPrefix("CALLBOOK_")) }
    }
  }

  @Test func `message ids are random and stand once`() {
    let ids = EventKind.allCases.map { $0.messageID.description }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let digits = Array(id)
      #expect(digits.count == 32)
      // As systemd-id128 makes them: version 4, variant 1 (RFC 9562).
      #expect(digits[12] == "4" && "89ab".contains(digits[16]), "\(id) was made up")
    }
  }

  @Test func `a change of staff says who did what to whom`() {
    let staff = JournalEvent.change(
      "staff.added", .staff(3), staff: .init(user: "dan", roles: [.agent, .service]))
    let event = JournalEvent.noted(staff)
    #expect(event.kind == .staffChanged)
    #expect(event.sentence == "alice put dan on the staff list: agent, service")
    let fields = event.fields.map { "\($0.name.text)=\($0.value)" }
    #expect(
      fields == [
        "CALLBOOK_EVENT=staff_changed", "CALLBOOK_SEQ=9", "CALLBOOK_CHANGE=staff.added",
        "CALLBOOK_UID=4002", "CALLBOOK_STAFF=alice", "CALLBOOK_METHOD=staff.edit",
        "CALLBOOK_SUBJECT=dan", "CALLBOOK_ROLES=agent service", "CALLBOOK_FIELDS=roles",
      ])
  }

  @Test func `the rescue of an admin is an alert`() {
    let event = JournalEvent.noted(JournalEvent.change("store.admin_rescued", .store))
    #expect(event.kind == .adminRescued)
    #expect(event.kind.priority == .alert)
    #expect(
      JournalEvent.noted(JournalEvent.change("policy.edited", .shop)).kind == .settingsChanged)
  }

  @Test func `what a caller wrote in place of a method is not repeated`() throws {
    let sink = RecordingSink()
    let log = try DaemonLog(sink: sink, monotonicMilliseconds: { 0 })
    log.failed("kanarienvogel", .internal, by: 1)
    log.failed("contact.add", .internal, by: 1)
    log.failed("contact.add", .revisionConflict, by: 1)
    #expect(log.finish())
    #expect(
      sink.entries.map(\.message) == [
        "a request failed by a fault of the daemon or its store: INTERNAL",
        "contact.add failed by a fault of the daemon or its store: INTERNAL",
      ])
  }
}
