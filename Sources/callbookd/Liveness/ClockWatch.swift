/// Notices that the wall clock was set, by its distance from the clock that only goes forward.
struct ClockWatch {
  /// A time service that slews moves half a millisecond a second; this is a step.
  static let leastMilliseconds: Int64 = 1_000

  private var distance: Int64?

  /// - Parameters:
  ///   - wall: milliseconds since 1970.
  ///   - monotonic: milliseconds of a clock that only goes forward.
  /// - Returns: by how much the wall clock jumped since the last look, negative for back; nil when it
  ///   did not.
  mutating func look(wall: Int64, monotonic: Int64) -> Int64? {
    let now = wall - monotonic
    // The last distance, not the first: what a time service slews must not add up to a step.
    defer { distance = now }
    guard let distance, (now - distance).magnitude >= Self.leastMilliseconds.magnitude else {
      return nil
    }
    return now - distance
  }
}
