package import CallbookJSON
package import CallbookModel

/// A line as JSON-RPC 2.0 (section 4): what is asked, and by which id the answer is recognised.
///
/// It looks at the tape that the line was read to, and holds no longer than that.
package struct RequestEnvelope {
  /// A string or an integer, to be echoed byte for byte.
  package let id: JSONNode
  package let method: String
  /// An object; nil when the member is missing.
  package let params: JSONNode?
  package let context: CallContext

  /// - Throws: `NOT_A_REQUEST` or `BATCH_REFUSED`.
  package init(_ line: JSONNode, limits: ProtocolLimits) throws(CallbookError) {
    guard line.kind == .object else {
      throw line.kind == .array
        ? CallbookError(.batchRefused, "send requests one a line instead of in an array")
        : .notARequest("a request is a JSON object")
    }
    try Self.checkMembers(of: line)
    guard line["jsonrpc"]?.stringEquals("2.0") == true else {
      throw .notARequest("\"jsonrpc\" must be \"2.0\"", at: "/jsonrpc")
    }
    guard let id = Self.id(of: line, limits: limits) else {
      throw .notARequest(
        "\"id\" must be a string or an integer of at most \(limits.idBytes) bytes", at: "/id")
    }
    guard let method = line["method"]?.string else {
      throw .notARequest("\"method\" must be a string", at: "/method")
    }
    let params = line["params"]
    guard params == nil || params?.kind == .object else {
      throw .notARequest("\"params\" must be an object", at: "/params")
    }
    self.id = id
    self.method = method
    self.params = params
    context =
      try line["ctx"].map { node throws(CallbookError) in try CallContext(node) }
      ?? CallContext()
  }

  /// The id of a line that may be no request: its error answer carries it when there is a usable one.
  package static func id(of line: JSONNode, limits: ProtocolLimits) -> JSONNode? {
    guard line.kind == .object, let id = line["id"], id.kind == .string || id.kind == .integer,
      id.withRawBytes({ $0.count }) <= limits.idBytes
    else { return nil }
    return id
  }

  private static let members = ["jsonrpc", "id", "method", "params", "ctx"]

  private static func checkMembers(of line: JSONNode) throws(CallbookError) {
    for (name, _) in line.members where !members.contains(name) {
      throw .notARequest(
        "a request has \(members.joined(separator: ", ")) only", at: JSONNode.pointerStep(name))
    }
  }
}

extension CallbookError {
  static func notARequest(_ message: String, at pointer: String? = nil) -> CallbookError {
    CallbookError(
      .notARequest, message, violations: pointer.map { [Violation($0, message)] } ?? [])
  }
}
