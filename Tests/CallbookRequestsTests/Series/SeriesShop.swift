import CallbookModel
import CallbookTesting
import Testing

/// A shop in which visits come round. It is Wednesday, 6 May 2026, 10 o'clock; what is booked is booked
/// at most 90 days ahead.
struct SeriesShop {
  static let day: Int64 = 86_400_000
  let shop: TestShop
  let admin: TestConnection

  /// alice is admin and manager, bob an agent who looks after c1, carol of customer service.
  init() throws {
    shop = try TestShop()
    shop.clock.set(try #require(Instant("2026-05-06T10:00:00+08:00")))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["manager","admin"]}"#)
    admin = shop.connect(uid: 4001)
    for (method, params) in [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("staff.add", #"{"user":"carol","role":["service"]}"#),
      ("contact.add", #"{"name":"王小明","owner":"bob"}"#),
      ("contact.add", #"{"name":"李娜"}"#),
    ] { _ = try admin.result(method, params) }
  }

  func set(_ setting: String, _ value: String) throws {
    _ = try admin.result("policy.set", #"{"setting":"\#(setting)","value":"\#(value)"}"#)
  }

  /// Visits to c1 at ten, from a day on.
  func add(_ day: String, _ cycle: String, _ more: String = "") throws -> WireValue {
    try admin.result(
      "series.add",
      #"{"contact":"c1","start":"\#(day)T10:00:00+08:00","cycle":"\#(cycle)"\#(more)}"#)
  }

  func get(_ id: String = "s1") throws -> WireValue {
    try shop.connect(uid: 4001).result("series.get", #"{"id":"\#(id)"}"#)
  }

  /// What is to come of a series, each by id and start, by the shop's clocks.
  func coming(_ id: String = "s1") throws -> [String] {
    (try get(id)["coming"]?.items ?? []).compactMap { item in
      guard let id = item["id"]?.text, let start = item["start_at"]?.text else { return nil }
      return "\(id) \(Self.local(start))"
    }
  }

  func skipped(_ id: String = "s1") throws -> [String] {
    (try get(id)["skipped"]?.items ?? []).map { item in
      let checks = item["checks"]?.items.compactMap(\.text) ?? []
      return "\(Self.local(item["occurrence"]?.text ?? "")) \(checks.joined(separator: " "))"
    }
  }

  /// What somebody is told of at the beginning of the day, each with what to type.
  func notices(_ word: String, to uid: UInt32 = 4001) throws -> [String] {
    let items = try shop.connect(uid: uid).result("today.list")["notices"]?.items ?? []
    return items.filter { $0["notice"]?.text == word }.compactMap { $0["command"]?.text }
  }

  func pass(days: Int) {
    for _ in 0..<days {
      shop.clock.advance(milliseconds: Self.day)
      shop.claim()
    }
  }

  /// `06-22 10:00`: eight hours before it is in the store.
  private static func local(_ text: String) -> String {
    guard let instant = Instant(text) else { return text }
    let shown = instant.advanced(byMilliseconds: 8 * 3_600_000).description
    return "\(shown.dropFirst(5).prefix(5)) \(shown.dropFirst(11).prefix(5))"
  }
}
