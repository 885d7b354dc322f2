import CallbookJSON
import CallbookModel

/// What is decoded is encoded and decoded again as the same; what is not says what is wrong where.
enum DecodingProperties {
  /// As many as one error tells.
  private static let maximumViolations = 32

  static func check<Value: Codable & Equatable>(_ type: Value.Type, _ node: JSONNode) throws {
    let value: Value
    do throws(CallbookError) {
      value = try WireDecoder.decode(type, from: node)
    } catch {
      try checkViolations(of: error, in: node)
      return
    }
    var json = JSONWriter()
    try WireEncoder.encode(value, into: &json)
    let tape = JSONTape(limits: JSONLimits(depth: 64))
    let again = try WireDecoder.decode(type, from: tape.parse(json.bytes))
    try require(again == value, "a \(type) reads as it was written")
  }

  static func checkViolations(of error: CallbookError, in node: JSONNode) throws {
    try require(error.reason == .invalidParams, "decoding fails as \(error.reason.rawValue)")
    try require(
      !error.violations.isEmpty, "what cannot be decoded has something that is wrong with it")
    for violation in error.violations {
      try require(!violation.message.isEmpty, "a violation says something")
      try require(
        leads(violation.pointer, into: node),
        "a violation is at a place that there is, or is missing")
    }
  }

  /// Whether all steps of a JSON Pointer but the last are there.
  private static func leads(_ pointer: String, into root: JSONNode) -> Bool {
    guard !pointer.isEmpty else { return true }
    // By scalars: a combining mark behind a slash makes another character of it.
    var steps = pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.removeFirst().isEmpty, let last = steps.popLast() else { return false }
    var node = root
    for step in steps {
      guard let next = child(String(step), of: node) else { return false }
      node = next
    }
    return node.kind == .object || child(String(last), of: node) != nil
  }

  private static func child(_ step: String, of node: JSONNode) -> JSONNode? {
    if node.kind == .object { return node[unescaped(step)] }
    guard let place = Int(step), place >= 0, place < node.count else { return nil }
    return Array(node.elements)[place]
  }

  /// RFC 6901, section 4.
  private static func unescaped(_ step: String) -> String {
    var output = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in step.unicodeScalars {
      if isEscaped {
        output.append(scalar == "1" ? "/" : "~")
        isEscaped = false
      } else if scalar == "~" {
        isEscaped = true
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }
}
