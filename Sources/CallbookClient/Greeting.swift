import CallbookJSON
import CallbookModel

/// What the daemon said of itself and of the caller when the connection was made.
package struct Greeting: Sendable, Equatable {
  /// The versions of the protocol that this client speaks.
  package static let versions = 1...1

  package let version: String
  package let instance: String
  package let state: String
  /// nil for root and the daemon's own user.
  package let user: String?
  package let roles: [String]

  /// Reads the `server.hello` line.
  ///
  /// - Throws: the daemon's own error if the line is one, or `PROTOCOL_MISMATCH`.
  init(_ line: JSONNode) throws(CallbookError) {
    if let error = line["error"] { throw CallbookError(wire: error) }
    guard line["method"]?.stringEquals("server.hello") == true, let hello = line["params"],
      hello["service"]?.stringEquals("callbook") == true
    else {
      throw CallbookError(
        .protocolMismatch, "what listens there is not Callbook's daemon",
        hint: "ss -xlp | grep callbook")
    }
    version = hello["version"]?.string ?? ""
    let lowest = Int(hello["protocol"]?["min"]?.integer ?? 0)
    let highest = Int(hello["protocol"]?["max"]?.integer ?? 0)
    guard lowest <= Self.versions.upperBound, highest >= Self.versions.lowerBound else {
      throw CallbookError(
        .protocolMismatch,
        "the daemon speaks versions \(lowest) to \(highest) of the protocol, this command "
          + "\(Self.versions.lowerBound) to \(Self.versions.upperBound)",
        hint: "systemctl restart callbookd", details: ["daemon_version": .text(version)])
    }
    instance = hello["instance"]?.string ?? ""
    state = hello["state"]?.string ?? ""
    user = hello["you"]?["user"]?.string
    roles = (hello["you"]?["roles"]?.elements).map { $0.compactMap(\.string) } ?? []
  }
}
