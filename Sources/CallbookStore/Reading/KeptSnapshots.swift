import Synchronization

/// Whether read connections may keep their snapshots from one turn to the next.
///
/// Taking one and giving it back costs system calls, a tenth of a cheap read; as long as nothing was
/// committed, the next one would be the same. But the log cannot be started anew while one is held, so
/// a checkpoint has all of them given back first.
final class KeptSnapshots: Sendable {
  private let commitCount = Atomic<Int>(0)
  private let isAllowed = Atomic<Bool>(true)
  private let holders = Mutex<[@Sendable () -> Void]>([])

  /// How often something was committed: a snapshot that was taken at another count is old.
  var commits: Int { commitCount.load(ordering: .acquiring) }

  var mayBeKept: Bool { isAllowed.load(ordering: .acquiring) }

  /// Before anybody is answered: whoever knows of a commit sees it.
  func noteCommit() { commitCount.add(1, ordering: .releasing) }

  /// Calls when snapshots are to be given back, on any thread: it has to be quick.
  func listen(_ holder: @escaping @Sendable () -> Void) {
    holders.withLock { $0.append(holder) }
  }

  func allow() { isAllowed.store(true, ordering: .releasing) }

  /// Has every snapshot given back at the end of its turn until ``allow()``.
  func giveBack() {
    guard isAllowed.exchange(false, ordering: .acquiringAndReleasing) else { return }
    for holder in holders.withLock({ $0 }) { holder() }
  }
}
