import CallbookModel
import CallbookStore
import CallbookTesting
import Systemd
import Testing

@testable import callbookd

/// From a request to what the journal would say, over the real store.
struct NotedChangeTests {
  private func events(_ record: DispatchRecord) -> [EventKind] {
    record.noted.map { JournalEvent.noted($0).kind }
  }

  @Test func `changes of staff and settings are noted once they are durable`() throws {
    let record = DispatchRecord()
    let shop = try TestShop(record: record)
    let root = shop.connect()
    _ = try root.result("staff.add", #"{"user":"alice","role":["admin"],"name":"kanarienvogel"}"#)
    #expect(events(record) == [.staffChanged, .adminNamed])
    let alice = shop.connect(uid: 4001)
    _ = try alice.result("staff.add", #"{"user":"bob","role":["agent"]}"#)
    _ = try alice.result("shop.edit", #"{"name":"kanarienvogel","locale":"zh-CN"}"#)
    _ = try alice.result("staff.close", #"{"user":"bob"}"#)
    #expect(events(record).dropFirst(2) == [.staffChanged, .settingsChanged, .staffChanged])
    let added = record.noted[2]
    #expect(added.entry.actor.user == "alice")
    #expect(added.staff == NotedChange.Staff(user: "bob", roles: [.agent]))
    for change in record.noted {
      let event = JournalEvent.noted(change)
      #expect(!event.sentence.contains("kanarienvogel"))
      #expect(!event.fields.contains { $0.value.contains("kanarienvogel") })
    }
    shop.close()
  }

  @Test func `who is busy by their calendar is named, and not when`() throws {
    let record = DispatchRecord()
    let shop = try TestShop(record: record)
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    let times = #"[{"start":"2036-05-07T09:00:00+08:00","end":"2036-05-07T10:30:00+08:00"}]"#
    let alice = shop.connect(uid: 4001)
    _ = try alice.result("staff.add", #"{"user":"bob","role":["agent"]}"#)
    _ = try alice.result("busy.import", #"{"user":"bob","times":\#(times)}"#)
    let event = JournalEvent.noted(try #require(record.noted.last))
    #expect(event.sentence == "alice noted when bob is busy elsewhere")
    #expect(!event.fields.contains { $0.value.contains("2036-05-07") })
    shop.close()
  }

  @Test func `what did not happen is not noted, nor what is about customers`() throws {
    let record = DispatchRecord()
    let shop = try TestShop(record: record)
    let root = shop.connect()
    let carol = #"{"user":"carol","role":["admin"]}"#
    _ = try root.result("staff.add", carol, ctx: #"{"dry_run":true}"#)
    #expect(try root.failure("staff.add", #"{"user":"nobody","role":["admin"]}"#) != nil)
    #expect(try root.failure("staff.close", #"{"user":"carol"}"#) != nil)
    _ = try root.result("contact.add", #"{"name":"A"}"#)
    #expect(record.noted.isEmpty)
    shop.close()
  }

  @Test func `the rescue of an admin by root is noted`() throws {
    let record = DispatchRecord()
    let shop = try TestShop(record: record)
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["admin"]}"#)
    shop.accounts.set(4001, nil)
    shop.accounts.set(4010, "alice")
    _ = try shop.connect().result("staff.add", #"{"user":"bob","role":["admin"]}"#)
    #expect(events(record).dropFirst(2) == [.staffChanged, .adminRescued])
    #expect(record.noted.last?.entry.actor.uid == 0)
    shop.close()
  }
}
