package import CallbookModel

/// A change that waits for the writer.
package struct WriteJob: Sendable {
  /// What the job makes of the transaction: the reply's `result` as JSON text.
  package typealias Work = @Sendable (WriteTransaction) throws(CallbookError) -> [UInt8]
  package typealias Check = @Sendable (WriteTransaction) throws(CallbookError) -> Void

  let actor: LedgerEntry.Actor
  let method: String
  let idempotency: IdempotencyKey?
  /// Whether everything is rolled back and only the result is wanted.
  let isDryRun: Bool
  /// When it no longer makes sense, in monotonic milliseconds; nil for never.
  let deadline: Int64?
  /// Becomes true when the caller has taken the request back; asked last before it runs.
  let isCancelled: @Sendable () -> Bool
  /// Whether the caller may: asked before the work, and before a reply that was stored earlier.
  let admit: Check
  let work: Work
  /// Called once, on a thread of the store's, after the commit is durable or has failed.
  let completion: @Sendable (Result<[UInt8], CallbookError>) -> Void

  package init(
    actor: LedgerEntry.Actor, method: String, idempotency: IdempotencyKey? = nil,
    isDryRun: Bool = false, deadline: Int64? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    admit: @escaping Check = { _ throws(CallbookError) in }, work: @escaping Work,
    completion: @escaping @Sendable (Result<[UInt8], CallbookError>) -> Void
  ) {
    self.actor = actor
    self.method = method
    self.idempotency = idempotency
    self.isDryRun = isDryRun
    self.deadline = deadline
    self.isCancelled = isCancelled
    self.admit = admit
    self.work = work
    self.completion = completion
  }
}

extension WriteJob {
  /// Changes nothing and costs the disk nothing.
  static let nothing = WriteJob(
    actor: LedgerEntry.Actor(uid: 0, pid: 0, user: nil), method: "", isDryRun: true,
    work: { _ throws(CallbookError) in [] }, completion: { _ in })
}

/// What makes the same request, sent twice, one change.
package struct IdempotencyKey: Sendable, Equatable {
  /// 1 to 128 characters, chosen by the caller.
  package let key: String
  /// The request's parameters as they were sent; the store keeps a salted digest only.
  package let params: [UInt8]

  package init(key: String, params: [UInt8]) {
    self.key = key
    self.params = params
  }
}
