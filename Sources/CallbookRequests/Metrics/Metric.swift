import CallbookModel
import CallbookStore

/// Something that is counted or measured, as OpenMetrics 1.0 tells of it.
///
/// Neither its name nor its labels hold a personal value, and what a label may say is a closed set.
struct Metric: Sendable {
  enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  /// One number, with what tells it from the others of its metric.
  struct Sample: Sendable {
    enum Value: Sendable {
      case whole(Int)
      case real(Double)
      /// - Parameter scale: how much of the unit one of the histogram's is.
      case histogram(Histogram, scale: Double)
    }

    let labels: [(name: String, value: String)]
    let value: Value

    init(_ value: Value, _ labels: (name: String, value: String)...) {
      self.value = value
      self.labels = labels
    }
  }

  typealias Read = @Sendable (MetricScene) -> [Sample]

  /// Without `_total`, which the samples of a counter get.
  let name: String
  let kind: Kind
  /// The last word of the name, when it is a unit.
  let unit: String?
  let help: String
  let read: Read

  init(
    _ name: String, _ kind: Kind, unit: String? = nil, _ help: String, read: @escaping Read
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.help = help
    self.read = read
  }

  /// One number without labels.
  init(
    _ name: String, _ kind: Kind, unit: String? = nil, _ help: String,
    one: @escaping @Sendable (MetricScene) -> Int
  ) {
    self.init(name, kind, unit: unit, help) { [Sample(.whole(one($0)))] }
  }
}

/// What the metrics are read from.
struct MetricScene: Sendable {
  let store: Store
  let requests: RequestCounts
  let methods: [Method]
  let daemon: DaemonFigures
  let version: String
  let now: Instant
}
