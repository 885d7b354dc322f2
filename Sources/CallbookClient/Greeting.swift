package import CallbookJSON
package import CallbookModel

/// What the daemon said of itself and of the caller when the connection was made.
package struct Greeting: Sendable, Equatable {
  /// The versions of the protocol that this client speaks.
  package static let versions = 1...1

  package let version: String
  package let instance: String
  package let state: String
  /// The name of the shop's time zone.
  package let timeZone: String
  /// nil for root and the daemon's own user.
  package let user: String?
  package let roles: [String]

  /// Reads the `server.hello` line.
  ///
  /// - Parameter path: where it came from, for errors.
  /// - Throws: the daemon's own error if the line is one, `NOT_CALLBOOK` or `PROTOCOL_MISMATCH`.
  package init(_ line: JSONNode, from path: String) throws(CallbookError) {
    if let error = line["error"], error["data"]?["reason"] != nil {
      throw CallbookError(wire: error)
    }
    guard line["method"]?.stringEquals("server.hello") == true, let hello = line["params"],
      hello["service"]?.stringEquals("callbook") == true
    else { throw .notCallbook(path) }
    version = hello["version"]?.string ?? ""
    let lowest = Int(hello["protocol"]?["min"]?.integer ?? 0)
    let highest = Int(hello["protocol"]?["max"]?.integer ?? 0)
    guard lowest <= Self.versions.upperBound, highest >= Self.versions.lowerBound else {
      throw Self.mismatch(lowest...max(lowest, highest), version, path)
    }
    instance = hello["instance"]?.string ?? ""
    state = hello["state"]?.string ?? ""
    timeZone = hello["time_zone"]?.string ?? ""
    user = hello["you"]?["user"]?.string
    roles = (hello["you"]?["roles"]?.elements).map { $0.compactMap(\.string) } ?? []
  }

  /// The older of the two is the one to be replaced.
  private static func mismatch(
    _ theirs: ClosedRange<Int>, _ version: String, _ path: String
  ) -> CallbookError {
    let (daemon, own) = (
      "\(theirs.lowerBound) to \(theirs.upperBound)",
      "\(versions.lowerBound) to \(versions.upperBound)"
    )
    let isDaemonOlder = theirs.upperBound < versions.lowerBound
    return CallbookError(
      .protocolMismatch,
      "the daemon speaks versions \(daemon) of the protocol, this command \(own): "
        + (isDaemonOlder ? "restart the daemon" : "this command is the older one"),
      hint: isDaemonOlder ? "systemctl restart callbookd" : "apt install callbook",
      details: [
        "path": .text(path), "daemon_version": .text(version),
        "daemon_protocol": .text("\(theirs.lowerBound)–\(theirs.upperBound)"),
        "own_protocol": .text("\(versions.lowerBound)–\(versions.upperBound)"),
      ])
  }
}
