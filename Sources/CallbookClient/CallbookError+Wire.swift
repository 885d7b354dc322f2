package import CallbookJSON
package import CallbookModel

extension CallbookError {
  /// The member `error` of an answer. A reason of a newer daemon becomes `UNKNOWN`, with the kind
  /// that it was sent with in its details.
  package init(wire node: JSONNode) {
    let data = node["data"]
    let word = data?["reason"]?.string ?? ""
    let reason = Reason(rawValue: word) ?? .unknown
    var details: [String: Detail] = [:]
    if let data {
      for (name, value) in data.members where !Self.ownMembers.contains(name) {
        details[name] = Detail(value)
      }
      if reason == .unknown {
        details["reason"] = .text(word)
        details["kind"] = data["kind"].flatMap(Detail.init)
      }
    }
    self.init(
      reason, node["message"]?.string ?? "the daemon failed", hint: data?["hint"]?.string,
      violations: Self.violations(data?["violations"]), details: details,
      committed: data?["committed"]?.string.flatMap(Committed.init) ?? .no)
  }

  /// The kind as the daemon said it, also for a reason that this program does not know.
  package var wireKind: ErrorKind {
    guard reason == .unknown, case .text(let word) = details["kind"] else { return kind }
    return ErrorKind(rawValue: word) ?? .internal
  }

  private static let ownMembers: Set = [
    "kind", "reason", "retryable", "committed", "violations", "hint",
  ]

  private static func violations(_ node: JSONNode?) -> [Violation] {
    guard let node else { return [] }
    return node.elements.map {
      Violation($0["pointer"]?.string ?? "", $0["message"]?.string ?? "")
    }
  }
}

extension CallbookError.Detail {
  fileprivate init?(_ node: JSONNode) {
    switch node.kind {
    case .string: self = .text(node.string ?? "")
    case .integer: self = .number(Int(node.integer ?? 0))
    case .array: self = .list(node.elements.compactMap(\.string))
    case .null, .boolean, .number, .object: return nil
    }
  }
}
