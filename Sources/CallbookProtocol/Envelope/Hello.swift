package import CallbookJSON
package import CallbookModel

/// What the server says first: who it is, who the caller is, and what is allowed.
package struct Hello: Sendable {
  /// The lowest and the highest version of the protocol that this program speaks.
  package static let protocolVersions = 1...1

  package enum State: String, Sendable {
    case ready, degraded, draining
  }

  package let version: String
  package let instance: UniqueID
  /// The cursor of the ledger's end.
  package let head: String
  package let state: State
  /// The name of the shop's, in which people mean times.
  package let timeZone: String
  package let caller: Caller
  package let limits: ProtocolLimits

  package init(
    version: String, instance: UniqueID, head: String, state: State, timeZone: String,
    caller: Caller, limits: ProtocolLimits
  ) {
    self.version = version
    self.instance = instance
    self.head = head
    self.state = state
    self.timeZone = timeZone
    self.caller = caller
    self.limits = limits
  }

  /// Appends the `server.hello` line.
  package func write(into json: inout JSONWriter) {
    ReplyWriter.notification("server.hello", into: &json) { json in
      json.beginObject()
      json.member("service", "callbook")
      json.member("version", version)
      json.key("protocol")
      json.beginObject()
      json.member("min", Self.protocolVersions.lowerBound)
      json.member("max", Self.protocolVersions.upperBound)
      json.endObject()
      json.member("instance", instance.description)
      json.member("head", head)
      json.member("state", state.rawValue)
      json.member("time_zone", timeZone)
      json.key("you")
      writeCaller(into: &json)
      json.key("limits")
      writeLimits(into: &json)
      json.endObject()
    }
  }

  private func writeCaller(into json: inout JSONWriter) {
    json.beginObject()
    json.member("uid", Int(caller.uid))
    json.member("pid", Int(caller.pid))
    json.key("user")
    json.value(caller.user)
    json.key("roles")
    json.beginArray()
    for role in caller.roles.list { json.value(role.rawValue) }
    json.endArray()
    json.endObject()
  }

  private func writeLimits(into json: inout JSONWriter) {
    json.beginObject()
    json.member("line_bytes", limits.lineBytes)
    json.member("reply_bytes", limits.replyBytes)
    json.member("depth", limits.depth)
    json.member("tokens", limits.tokens)
    json.member("id_bytes", limits.idBytes)
    json.member("requests_in_flight", limits.requestsInFlight)
    json.member("subscriptions", limits.subscriptions)
    json.member("connections", limits.connections)
    json.member("connections_of_one_user", limits.connectionsOfOneUser)
    json.member("waiting_output_bytes", limits.waitingOutputBytes)
    json.member("stalled_seconds", limits.stalledSeconds)
    json.endObject()
  }
}
