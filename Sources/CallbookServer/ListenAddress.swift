/// Where the server listens.
package enum ListenAddress: Sendable, Equatable {
  /// A path that the server makes (mode 0660, of the given group) and removes again.
  case path(String, group: UInt32? = nil)
  /// A listening Unix stream socket that somebody else made and keeps, such as systemd; the server
  /// takes the descriptor over and closes it when it stops accepting.
  case descriptor(CInt)
}
