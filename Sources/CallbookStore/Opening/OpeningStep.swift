/// What the opening of a store is at, each only where it is due, in this order.
package enum OpeningStep: Sendable, Equatable {
  /// Reading the log of a life that ended without a stop, so that the disk has it.
  case rescuingLog(copiedBytes: Int, of: Int)
  case migrating(to: Int)
  /// Copying the rescued log into the store.
  case copyingLog
}
