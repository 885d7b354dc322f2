/// How much an entry matters: syslog(3).
package enum Priority: Int, Sendable, CaseIterable, Comparable {
  case emergency, alert, critical, error, warning, notice, info, debug

  /// The less the number, the more it matters; ordered by the number.
  package static func < (left: Priority, right: Priority) -> Bool {
    left.rawValue < right.rawValue
  }
}
