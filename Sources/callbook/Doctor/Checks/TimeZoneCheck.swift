import Glibc

/// Whether times are shown as the clock on the shop's wall shows them.
struct TimeZoneCheck: Check {
  private static let directory = "/usr/share/zoneinfo/"

  let name = "time-zone"

  func title(_ texts: Texts) -> String { texts.either("time zone", "时区") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    if let named = scene.surroundings.environment("TZ"), !named.isEmpty {
      let zone = named.hasPrefix(":") ? String(named.dropFirst()) : named
      // Rules such as CST-8 name no file.
      guard zone.contains("/"), access(Self.directory + zone, R_OK) != 0 else {
        return .well("\(zone) (TZ)")
      }
      return .amiss(
        texts.either(
          "TZ names \(zone), which this machine does not know: times are shown in UTC",
          "TZ 为 \(zone)，本机没有这个时区：时间按 UTC 显示"), fix: "unset TZ")
    }
    guard let zone = scene.machine.zone else {
      return .amiss(
        texts.either("none is set: times are shown in UTC", "没有设置：时间按 UTC 显示"),
        fix: "timedatectl set-timezone \(scene.shopZone ?? "Asia/Shanghai")")
    }
    if let shop = scene.shopZone, !Self.isSame(zone, shop) {
      return .amiss(
        texts.either(
          "the shop is in \(shop), and this machine shows times of \(zone)",
          "本店时区为 \(shop)，本机按 \(zone) 显示时间"), fix: "timedatectl set-timezone \(shop)")
    }
    return .well(zone)
  }

  /// A zone has several names, such as PRC for Asia/Shanghai.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || resolved(left) == resolved(right)
  }

  private static func resolved(_ zone: String) -> String {
    guard let path = realpath(directory + zone, nil) else { return zone }
    defer { free(path) }
    return String(cString: path)
  }
}
