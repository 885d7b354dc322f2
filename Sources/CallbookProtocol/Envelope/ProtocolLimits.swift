/// What the protocol bounds; told to every client in the hello.
package struct ProtocolLimits: Sendable, Equatable {
  /// A line with an import's rows fits; nobody fills memory with a line that never ends.
  package var lineBytes = 262_144
  /// More is paged.
  package var replyBytes = 1_048_576
  /// No request nests deeper than five; a stack is never at a client's mercy.
  package var depth = 32
  /// An import of 500 rows with ten fields each.
  package var tokens = 20_000
  /// A UUID with a prefix; it is kept for each request that is in flight.
  package var idBytes = 128
  /// Enough to keep the writer's group commits full from one connection.
  package var requestsInFlight = 32
  /// A program that follows the ledger needs one.
  package var subscriptions = 8
  /// 256 for a shop of some fifty people with scripts; each costs a file descriptor and 100 KiB.
  package var connections = 256
  /// So that no single user can take them all.
  package var connectionsOfOneUser = 32
  /// Output that a client has not taken; beyond it the client's next lines wait.
  package var waitingOutputBytes = 4_194_304
  /// How long a client may take nothing while output waits.
  package var stalledSeconds = 10

  package init() {}
}
