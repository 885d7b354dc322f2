package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// Tells how much the daemon has done and how it is, in figures.
package struct ShowMetrics: ReadRequest {
  package static let method = "system.metrics"
  package static let summary = "Tells how much the daemon has done and how it is, in figures."
  package static let permission = Permission.roles([.admin, .auditor, .courier], caretaker: true)
  /// It asks the file system, and a thousand lines take their time.
  package static let weight = ReadWeight.long

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> SystemMetrics {
    let services = environment.services
    let scene = MetricScene(
      store: environment.store, requests: services.requests, methods: MethodTable.all.methods,
      daemon: services.daemon(), version: services.version, now: services.clock.now())
    return SystemMetrics(openmetrics: OpenMetricsText(Metric.all, of: scene).text)
  }
}

/// What the daemon counts.
package struct SystemMetrics: Codable, Sendable, Equatable {
  /// OpenMetrics 1.0 text.
  package let openmetrics: String
}
