/// The one error type: why a request was not done, and what its caller can do about it.
///
/// No text in it may hold a personal value or the program's internals: it reaches logs.
package struct CallbookError: Error, Sendable, Equatable {
  /// Whether the change that was asked for is in the store.
  package enum Committed: String, Sendable, Codable {
    case yes, no
    /// The commit itself failed; the same request with the same idempotency key settles it.
    case unknown
  }

  package let reason: Reason
  /// One sentence for a person.
  package let message: String
  /// Everything that is wrong with the parameters, not only the first thing.
  package var violations: [Violation]
  /// A command that mends it, exactly as it can be typed; nil when there is none.
  package var hint: String?
  package var committed: Committed
  /// More for programs, such as the current `rev` of a conflict; names and numbers only.
  package var details: [String: Detail]

  /// A value beside an error: never personal.
  package enum Detail: Sendable, Equatable {
    case text(String)
    case number(Int)
    case list([String])
  }

  package init(
    _ reason: Reason, _ message: String, hint: String? = nil, violations: [Violation] = [],
    details: [String: Detail] = [:], committed: Committed = .no
  ) {
    self.reason = reason
    self.message = message
    self.hint = hint
    self.violations = violations
    self.details = details
    self.committed = committed
  }

  package var kind: ErrorKind { reason.kind }
}
