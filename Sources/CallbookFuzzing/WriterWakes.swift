import Glibc

/// What other threads wake whoever checks with: a pipe, of which a byte means that something happened.
final class WriterWakes: Sendable {
  /// Long beside any answer, short beside the patience of libFuzzer.
  private static let longestMilliseconds: CInt = 20_000

  private let reading: CInt
  private let writing: CInt

  init() throws {
    var ends: [CInt] = [-1, -1]
    try require(pipe(&ends) == 0, "there is no further pipe (errno \(errno))")
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Where the pipe is full somebody is woken anyway.
  func send() { _ = write(writing, [1], 1) }

  /// - Parameter what: what is broken when nobody wakes.
  func wait(until isDone: () throws -> Bool, _ what: @autoclosure () -> String) throws {
    var taken = [UInt8](repeating: 0, count: 512)
    while !(try isDone()) {
      var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      let count = poll(&watched, 1, Self.longestMilliseconds)
      if count < 0, errno == EINTR { continue }
      try require(count > 0, what())
      _ = read(reading, &taken, taken.count)
    }
  }
}
