/// How whoever runs this stands to the group that may use a socket.
package enum SocketMembership: String, Sendable {
  /// In it, as far as this login goes.
  case now
  /// On the list of the group; this login is older than that.
  case later
  case never
}
