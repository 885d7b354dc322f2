import CallbookModel

/// OpenMetrics 1.0 text: https://prometheus.io/docs/specs/om/open_metrics_spec/
///
/// Only kinds that Prometheus' older text format has too, because node_exporter reads that.
struct OpenMetricsText {
  private(set) var text = ""

  init(_ metrics: [Metric], of scene: MetricScene) {
    for metric in metrics { write(metric, scene) }
    text += "# EOF\n"
  }

  private mutating func write(_ metric: Metric, _ scene: MetricScene) {
    text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
    if let unit = metric.unit { text += "# UNIT \(metric.name) \(unit)\n" }
    text += "# HELP \(metric.name) \(Self.escaped(metric.help))\n"
    for sample in metric.read(scene) {
      switch sample.value {
      case .whole(let number): line(metric, sample.labels, String(number))
      case .real(let number): line(metric, sample.labels, "\(number)")
      case .histogram(let histogram, let scale): write(histogram, scale, metric, sample.labels)
      }
    }
  }

  private mutating func write(
    _ histogram: Histogram, _ scale: Double, _ metric: Metric,
    _ labels: [(name: String, value: String)]
  ) {
    // Not the sum of a second look: others count meanwhile, and the parts have to fit together.
    var count = 0
    let bounds = histogram.bounds.map { "\(Self.scaled($0, scale))" } + ["+Inf"]
    for (bound, own) in zip(bounds, histogram.counts) {
      count += own
      line(metric, suffix: "_bucket", labels + [("le", bound)], String(count))
    }
    line(metric, suffix: "_count", labels, String(count))
    line(metric, suffix: "_sum", labels, "\(Self.scaled(histogram.sum, scale))")
  }

  private mutating func line(
    _ metric: Metric, suffix: String? = nil, _ labels: [(name: String, value: String)],
    _ value: String
  ) {
    text += metric.name + (suffix ?? (metric.kind == .counter ? "_total" : ""))
    if !labels.isEmpty {
      let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
      text += "{\(pairs.joined(separator: ","))}"
    }
    text += " \(value)\n"
  }

  /// Divided, not multiplied: 250,000 ns are 0.00025 s and not 0.00025000000000000006.
  private static func scaled(_ number: Int, _ scale: Double) -> Double {
    Double(number) / (1 / scale).rounded()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
  }
}
