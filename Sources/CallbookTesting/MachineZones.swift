package import CallbookModel
import Foundation

/// The time zones of the machine that the tests run on.
package enum MachineZones {
  /// As a store asks for them.
  package static let known: @Sendable (String) -> TimeZoneRules? = { name in
    // A zone that cannot be read is unknown.
    try? rules(name)
  }

  package static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name)))
  }

  package static func rules(_ name: String) throws -> TimeZoneRules {
    try TimeZoneRules(name: name, tzif: bytes(name))
  }
}
