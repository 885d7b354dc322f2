import Testing

/// Something that breaks a rule, said so that it can be mended without reading the check.
struct Finding: CustomStringConvertible {
  let path: String
  /// From 1; nil when the whole file is meant.
  let line: Int?
  let message: String

  init(_ path: String, line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(message)" }

  /// Fails the running test once for every finding.
  static func report(_ findings: [Finding]) {
    for finding in findings { Issue.record("\(finding)") }
  }
}
