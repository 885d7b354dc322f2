import Glibc

/// Lets time pass between two attempts: handed in, so that tests do not wait.
package protocol Waiter: Sendable {
  func wait(milliseconds: Int)
}

/// Waits for no descriptor at all, which only time ends.
package struct PollWaiter: Waiter {
  package init() {}

  package func wait(milliseconds: Int) {
    _ = poll(nil, 0, Int32(clamping: milliseconds))
  }
}
