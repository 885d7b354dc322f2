/// One thing that can be set: a row of the table from which the checks, the default file and the
/// manual derive.
struct Setting: Sendable {
  /// As a configuration file has it; the environment has it in capitals behind `CALLBOOK_`.
  let key: String
  let kind: Kind
  let change: Change
  /// What it bounds and what speaks for more or less, for whoever sets it.
  let explanation: String

  enum Kind: Sendable {
    case number(any WritableKeyPath<Settings, Int> & Sendable, Unit, ClosedRange<Int>)
    /// A path, absolute in a file; empty for none.
    case path(any WritableKeyPath<Settings, String> & Sendable)
  }

  enum Unit: String, Sendable {
    case count = "number"
    case bytes
    case milliseconds
    case seconds
  }

  /// From when on a reload lets another value hold.
  enum Change: String, Sendable {
    case atOnce = "at once"
    case newConnections = "new connections"
    case restart
  }

  init(
    _ key: String, _ value: any WritableKeyPath<Settings, Int> & Sendable, _ unit: Unit,
    in range: ClosedRange<Int>, _ change: Change, _ explanation: String
  ) {
    self.key = key
    kind = .number(value, unit, range)
    self.change = change
    self.explanation = explanation
  }

  init(
    _ key: String, path value: any WritableKeyPath<Settings, String> & Sendable,
    _ explanation: String
  ) {
    self.key = key
    kind = .path(value)
    change = .restart
    self.explanation = explanation
  }

  /// The name of the environment variable.
  var variable: String { Self.variablePrefix + key.uppercased() }

  static let variablePrefix = "CALLBOOK_"

  static func of(_ key: String) -> Setting? { all.first { $0.key == key } }

  /// The value as a configuration file has it.
  func text(in settings: Settings) -> String {
    switch kind {
    case .number(let value, .bytes, _): ByteCount.text(settings[keyPath: value])
    case .number(let value, _, _): String(settings[keyPath: value])
    case .path(let value): settings[keyPath: value]
    }
  }

  /// Reads a value and puts it into the settings.
  ///
  /// - Returns: what is wrong with it, nil when nothing is.
  func set(_ text: String, in settings: inout Settings) -> String? {
    switch kind {
    case .number(let value, let unit, let range):
      guard let number = unit == .bytes ? ByteCount.parse(text) : Int(plain: text) else {
        return unit == .bytes
          ? "must be a number of bytes, such as 65536 or 64K" : "must be a whole number"
      }
      guard range.contains(number) else { return "must be \(bounds ?? "")" }
      settings[keyPath: value] = number
    case .path(let value):
      settings[keyPath: value] = text
    }
    return nil
  }

  /// The range with its unit; nil for a path.
  var bounds: String? {
    guard case .number(_, let unit, let range) = kind else { return nil }
    switch unit {
    case .bytes:
      return "\(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound)) bytes"
    case .count: return "\(range.lowerBound) to \(range.upperBound)"
    case .milliseconds, .seconds:
      return "\(range.lowerBound) to \(range.upperBound) \(unit.rawValue)"
    }
  }
}

extension Int {
  /// Decimal digits and nothing else: no sign, no space, no underscore.
  init?(plain text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(text)
  }
}
