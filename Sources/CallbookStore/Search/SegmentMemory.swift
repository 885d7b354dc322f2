internal import Glibc

/// Pages that are written once, while they are made, and go back to the kernel with the object.
///
/// No byte of a name outlives them in this process, and a million contacts leave no holes in the
/// heap. The address is kept as a number: nothing writes there after `init`, so any thread may read.
final class SegmentMemory: Sendable {
  private let address: UInt
  let byteCount: Int

  init(byteCount: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let pages = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    // Memory for a megabyte is gone: the daemon is restarted and loses nothing that was answered.
    guard let pages, pages != MAP_FAILED else { fatalError("no memory for the name index") }
    fill(UnsafeMutableRawBufferPointer(start: pages, count: byteCount))
    address = UInt(bitPattern: pages)
    self.byteCount = byteCount
  }

  deinit {
    munmap(UnsafeMutableRawPointer(bitPattern: address), byteCount)
  }

  /// Valid as long as the object lives: callers hold it with `withExtendedLifetime`.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: byteCount)
  }
}
