import CallbookTesting
import Glibc

/// What recorder.c and the test wrote down, in the order in which it happened.
enum PowerCutEvent {
  case opened(file: UInt64, name: String, isEmptied: Bool)
  case written(file: UInt64, place: Int, bytes: [UInt8])
  case truncated(file: UInt64, size: Int)
  case syncBegun(file: UInt64, thread: Int)
  case synced(file: UInt64, thread: Int)
  case directorySynced
  case unlinked(name: String)
  case renamed(old: String, new: String)
  /// The daemon answered that this is done.
  case answered(String)
}

/// The log that the preloaded recorder and the test's client share.
struct PowerCutLog {
  private static let headerBytes = 24
  private static let answered: UInt32 = 100

  let path: String

  /// Appends in one call: the daemon appends too.
  func append(answered name: String) {
    var record: [UInt8] = []
    for number in [Self.answered, UInt32(name.utf8.count)] {
      withUnsafeBytes(of: number) { record += $0 }
    }
    record += [UInt8](repeating: 0, count: 16) + Array(name.utf8)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    defer { close(descriptor) }
    precondition(Glibc.write(descriptor, record, record.count) == record.count)
  }

  func events() -> [PowerCutEvent] {
    let log = bytes(of: path)
    var events: [PowerCutEvent] = []
    var place = 0
    while place + Self.headerBytes <= log.count {
      func number<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
        log.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place + offset, as: type) }
      }
      let start = place + Self.headerBytes
      let rest = Array(log[start..<start + Int(number(4, UInt32.self))])
      let event = Self.event(
        number(0, UInt32.self), file: number(8, UInt64.self), place: Int(number(16, UInt64.self)),
        rest)
      if let event { events.append(event) }
      place = start + rest.count
    }
    return events
  }

  private static func event(
    _ kind: UInt32, file: UInt64, place: Int, _ rest: [UInt8]
  ) -> PowerCutEvent? {
    let names = rest.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return switch kind {
    case 1: .opened(file: file, name: names[0], isEmptied: place == 1)
    case 2: .written(file: file, place: place, bytes: rest)
    case 3: .truncated(file: file, size: place)
    case 4: .synced(file: file, thread: place)
    case 5: .directorySynced
    case 6: .unlinked(name: names[0])
    case 7: .renamed(old: names[0], new: names[1])
    case 8: .syncBegun(file: file, thread: place)
    case answered: .answered(names[0])
    default: nil
    }
  }
}
