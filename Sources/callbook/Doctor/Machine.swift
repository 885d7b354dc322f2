import CClock
import Glibc

/// What the checks ask of the machine itself, looked up once.
struct Machine: Sendable {
  /// Whether something keeps the clock right; nil when the kernel does not say.
  var isClockSynchronised: Bool?
  /// The zone of /etc/localtime; nil when none is set, or it has no name.
  var zone: String?
  /// nil where no systemd runs, or where it does not know the daemon.
  var units: UnitStates?

  static func look() -> Machine {
    let clock = callbook_clock_is_synchronised()
    return Machine(
      isClockSynchronised: clock < 0 ? nil : clock == 1, zone: localZone(),
      units: access("/run/systemd/system", F_OK) == 0 ? UnitStates.ask() : nil)
  }

  /// What /etc/localtime is a link to.
  static func localZone() -> String? {
    var buffer = [CChar](repeating: 0, count: 1024)
    let count = readlink("/etc/localtime", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.firstRange(of: "zoneinfo/").map { String(target[$0.upperBound...]) }
  }
}
