import CallbookModel
import CallbookTesting
import Testing

extension TestShop {
  /// Where work is shared: alice (4001) is admin and manager, bob (4002) an agent, carol (4003) a
  /// manager, dan (4004) of the service. It is Wednesday 6 May 2026, 10 o'clock.
  ///
  /// - Parameter more: what alice asks for then.
  static func withStaff(_ more: [(method: String, params: String)]) throws -> TestShop {
    let shop = try TestShop()
    shop.clock.set(try #require(Instant("2026-05-06T10:00:00+08:00")))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["manager","admin"]}"#)
    let alice = shop.connect(uid: 4001)
    for (user, role) in [("bob", "agent"), ("carol", "manager"), ("dan", "service")] {
      _ = try alice.result("staff.add", #"{"user":"\#(user)","role":["\#(role)"]}"#)
    }
    for (method, params) in more { _ = try alice.result(method, params) }
    return shop
  }
}
