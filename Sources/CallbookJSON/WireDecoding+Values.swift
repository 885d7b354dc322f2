import CallbookModel

extension WireDecoding {
  func boolean(at node: JSONNode) throws -> Bool {
    guard let value = node.boolean else { throw mismatch("true or false", at: node) }
    return value
  }

  func string(at node: JSONNode) throws -> String {
    guard let value = node.string else { throw mismatch("a string", at: node) }
    return value
  }

  func double(at node: JSONNode) throws -> Double {
    guard let value = node.double else { throw mismatch("a number", at: node) }
    return value
  }

  func integer<T: FixedWidthInteger>(_ type: T.Type = T.self, at node: JSONNode) throws -> T {
    guard let wide = node.integer else {
      guard node.kind == .number else { throw mismatch("an integer", at: node) }
      throw violation("must be a whole number without fraction or exponent", at: node)
    }
    guard let value = T(exactly: wide) else {
      let lowest = max(Int64(clamping: T.min), -JSONLimits.largestInteger)
      let highest = min(Int64(clamping: T.max), JSONLimits.largestInteger)
      throw violation("must be between \(lowest) and \(highest)", at: node)
    }
    return value
  }

  @inline(__always)
  func require(_ kind: JSONNode.Kind, at node: JSONNode) throws {
    guard node.kind != kind else { return }
    throw mismatch(Self.words(kind), at: node)
  }

  @inline(never)
  func mismatch(_ expected: String, at node: JSONNode) -> WireFailure {
    violation("must be \(expected), not \(Self.words(node.kind))", at: node)
  }

  @inline(never)
  func violation(_ message: String, at node: JSONNode) -> WireFailure {
    WireFailure([Violation(pointer(to: node), message)])
  }

  /// What an error that a type's own decoding threw comes to.
  ///
  /// Only the texts of our own errors are passed on: others quote the value.
  func failure<T>(of type: T.Type, at pointer: String, _ error: any Error) -> WireFailure {
    guard let error = error as? CallbookError else {
      return WireFailure([Violation(pointer, Self.refusal(of: type))])
    }
    guard !error.violations.isEmpty else {
      return WireFailure([Violation(pointer, error.message)])
    }
    return WireFailure(error.violations.map { Violation(pointer + $0.pointer, $0.message) })
  }

  /// The values of an enumeration are named.
  private static func refusal<T>(of type: T.Type) -> String {
    let allowed = (type as? any CaseIterable.Type).map { rawValues($0) } ?? []
    return allowed.isEmpty ? "is not valid" : "must be one of \(allowed.joined(separator: ", "))"
  }

  private static func rawValues<C: CaseIterable>(_ type: C.Type) -> [String] {
    type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
  }

  private static func words(_ kind: JSONNode.Kind) -> String {
    switch kind {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
