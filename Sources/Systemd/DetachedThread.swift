import CSystemd
import Glibc

/// A thread that nobody joins; it ends with the process or when its work is done.
package enum DetachedThread {
  private final class Work: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
      self.name = name
      self.body = body
    }
  }

  /// - Parameter name: at most 15 bytes, as `top -H` shows it.
  package static func start(
    named name: String, _ body: @escaping @Sendable () -> Void
  ) throws(SystemError) {
    let work = Unmanaged.passRetained(Work(name: name, body: body))
    var thread = pthread_t()
    // The thread inherits the mask: signals belong to those who wait for them.
    let code = withSignalsBlocked {
      pthread_create(&thread, nil, run, work.toOpaque())
    }
    guard code == 0 else {
      work.release()
      throw SystemError("pthread_create", code: code)
    }
    pthread_detach(thread)
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let context = $0 else { return nil }
    let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
    // Only a name for people: a thread without one works as well.
    _ = callbook_name_thread(work.name)
    work.body()
    return nil
  }

  private static func withSignalsBlocked(_ body: () -> CInt) -> CInt {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }
}
