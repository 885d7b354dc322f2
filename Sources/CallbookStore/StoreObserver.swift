package import CallbookModel

/// What the store tells the daemon, for its journal: no personal value is in any of it.
package protocol StoreObserver: Sendable {
  func healthChanged(_ health: StoreHealth)
  func checkpointFailed(_ error: CallbookError)
  func writerFailed(_ error: CallbookError)
  /// Only a restore of a backup would miss it.
  func continuityFailed(_ error: CallbookError)
  func nameIndexFailed(_ error: CallbookError)
}
