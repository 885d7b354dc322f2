/// Finds out that a peer takes nothing of what waits for it, by looking now and then.
struct StallClock {
  private var seenTakenBytes: UInt64 = 0
  private var since: Int64?

  /// - Parameters:
  ///   - takenBytes: All that the peer has ever taken.
  ///   - now: Milliseconds of a clock that never goes back.
  /// - Returns: For how many milliseconds output has waited with nothing taken, as far as was seen.
  mutating func look(pendingBytes: Int, takenBytes: UInt64, now: Int64) -> Int64 {
    guard pendingBytes > 0 else {
      since = nil
      return 0
    }
    guard let since, takenBytes == seenTakenBytes else {
      self.since = now
      seenTakenBytes = takenBytes
      return 0
    }
    return now - since
  }
}
