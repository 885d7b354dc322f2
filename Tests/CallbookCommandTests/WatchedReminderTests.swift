import CallbookModel
import CallbookStore
import CallbookTesting
import Glibc
import Testing

@testable import callbook

/// A reminder that fires while somebody watches.
@Suite(.needsDaemon) struct WatchedReminderTests {
  @Test(arguments: [
    (
      Language.english, "C",
      "for bob: c1 王小明: check the details  → callbook card c1"
    ),
    (.chinese, "zh_CN.UTF-8", "提醒 bob：c1 王小明：核对资料  → callbook card c1"),
  ])
  func `is a line that says whom, of what and what to type`(
    _ language: Language, _ locale: String, _ said: String
  ) async throws {
    try await ServedShop.run { served in
      let shop = served.shop
      let admin = shop.connect(uid: getuid())
      _ = try admin.result("staff.add", #"{"user":"bob","role":["agent"]}"#)
      _ = try admin.result("contact.add", #"{"name":"王小明","owner":"bob"}"#)
      let due = try #require(shop.store.schedule.current.next)
      let watch = try Child(
        "/usr/bin/env",
        [
          "-u", "TZ", "LC_ALL=\(locale)", TestDaemon.program("callbook"), "--socket",
          served.socket, "watch", "--since", "start", "--topic", "contact", "--topic", "reminder",
        ], reading: STDOUT_FILENO)
      // It follows what happens from now on.
      #expect(watch.line()?.contains("contact.added") == true)
      shop.clock.set(due.advanced(byMilliseconds: 1))
      served.claimDue()
      let line = try #require(watch.line())
      // By the shop's clocks, wherever the test runs.
      let clock = ShownClock()
      clock.follow(zone: "Asia/Shanghai")
      let at = clock.text(due.advanced(byMilliseconds: 1))
      #expect(line == "\(at)  \(said)", "\(language)")
    }
  }
}
