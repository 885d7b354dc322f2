import Glibc

/// A system call that failed.
package struct SystemError: Error, Sendable, Equatable {
  /// The call as its manual page names it.
  package let call: String
  /// The value of errno.
  package let code: CInt

  package init(_ call: String, code: CInt) {
    self.call = call
    self.code = code
  }
}

extension SystemError: CustomStringConvertible {
  package var description: String { "\(call): \(String(cString: strerror(code)))" }
}
