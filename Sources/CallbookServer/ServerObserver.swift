/// Hears what happens at the socket. Called on event loops: it must not block.
package protocol ServerObserver: Sendable {
  func observe(_ event: ServerEvent)
}
