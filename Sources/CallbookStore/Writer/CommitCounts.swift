package import CallbookModel

/// What became of the commits that changed something; the writer's thread counts.
package final class CommitCounts: Sendable {
  /// How many changes each of them held; as many as there are commits.
  package let changes = HistogramCounter(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256])
  /// How long each took to be on the disk.
  package let syncNanoseconds = HistogramCounter(bounds: [
    100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000,
    50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000,
  ])
}
