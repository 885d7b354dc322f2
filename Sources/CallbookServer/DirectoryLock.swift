import CallbookModel
import Glibc

/// Holds a directory for the moment in which a socket is made in it.
///
/// A lock on the directory leaves no file behind, and the kernel drops it with the process.
struct DirectoryLock {
  /// Whoever holds it needs less than a millisecond; a hundred times 20 ms says that it hangs.
  private static let attempts = 100
  private static let pauseMilliseconds: CInt = 20

  private let descriptor: CInt

  init(_ directory: String) throws(CallbookError) {
    let descriptor = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CallbookError(
        .socketUnusable, "the socket's directory cannot be opened: \(ErrorNumber(errno))",
        hint: "ls -ld '\(directory)'")
    }
    guard Self.lock(descriptor) else {
      Glibc.close(descriptor)
      throw CallbookError(
        .socketInUse, "another process is making a socket in the same directory",
        hint: "lsof '\(directory)'")
    }
    self.descriptor = descriptor
  }

  func release() {
    Glibc.close(descriptor)
  }

  private static func lock(_ descriptor: CInt) -> Bool {
    for attempt in 1...attempts {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR, attempt < attempts else { return false }
      // Bounded, at the start of the program, before anything is served.
      _ = poll(nil, 0, pauseMilliseconds)
    }
    return false
  }
}
