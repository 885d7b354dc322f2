import CallbookModel
import CallbookRequests

extension DaemonFigures {
  /// - Parameter startedAt: milliseconds since 1970.
  static func now(_ log: DaemonLog, startedAt: Int64) -> DaemonFigures {
    var figures = DaemonFigures()
    figures.events = EventKind.allCases.map { ($0.rawValue, log.counts[$0]) }
    figures.entriesDropped = log.dropped
    figures.connectionsAccepted = log.connections.accepted
    figures.connectionsOpen = log.connections.open
    figures.connectionsRefused = log.connections.refused
    figures.watchdogWithheld = log.counts[.watchdogWithheld]
    figures.startedAt = startedAt
    figures.residentBytes = ProcessFigures.residentBytes
    figures.processorMicroseconds = ProcessFigures.processorMicroseconds
    figures.openDescriptors = ProcessFigures.openDescriptors
    return figures
  }
}
