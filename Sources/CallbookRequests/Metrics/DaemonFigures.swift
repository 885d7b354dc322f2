/// What only the daemon around the requests knows of itself, at one moment.
package struct DaemonFigures: Sendable {
  /// Since the start, by their CALLBOOK_EVENT: told to the journal, whether or not it took them.
  package var events: [(name: String, count: Int)] = []
  package var entriesDropped = 0
  package var connectionsAccepted = 0
  package var connectionsOpen = 0
  /// By the reason.
  package var connectionsRefused: [(reason: String, count: Int)] = []
  package var watchdogWithheld = 0
  /// Milliseconds since 1970.
  package var startedAt: Int64 = 0
  package var residentBytes = 0
  package var processorMicroseconds = 0
  package var openDescriptors = 0

  package init() {}

}
