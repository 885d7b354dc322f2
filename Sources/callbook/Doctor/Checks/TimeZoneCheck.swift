import Glibc

/// Whether times are shown as the clock on the wall shows them.
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
    guard access("/etc/localtime", R_OK) == 0 else {
      return .amiss(
        texts.either("none is set: times are shown in UTC", "没有设置：时间按 UTC 显示"),
        fix: "timedatectl set-timezone Asia/Shanghai")
    }
    return .well(Self.name() ?? "/etc/localtime")
  }

  /// What /etc/localtime is a link to.
  private static func name() -> String? {
    var buffer = [CChar](repeating: 0, count: 1024)
    let count = readlink("/etc/localtime", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.firstRange(of: "zoneinfo/").map { String(target[$0.upperBound...]) }
  }
}
