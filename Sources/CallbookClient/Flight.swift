import CallbookJSON
import CallbookModel

/// The requests that wait for their answers, in the order in which they are to be carried out.
struct Flight {
  struct Sent {
    let call: Call
    /// Its id on the connection that stands; nil while it is not on its way.
    var id: Int?
    var wasSent = false
  }

  var calls: [Sent] = []
  /// The answer that was read last.
  var answer: (Call, Result<JSONNode, CallbookError>)?

  mutating func add(_ call: Call) {
    calls.append(Sent(call: call))
  }

  func place(of id: Int) -> Int? { calls.firstIndex { $0.id == id } }

  mutating func forgetConnection() {
    for place in calls.indices { calls[place].id = nil }
  }

  /// The failure as it is told when it is not tried again: what was sent may have been done.
  func explained(_ error: CallbookError) -> CallbookError {
    guard let change = calls.first(where: { $0.wasSent && $0.call.isChange && !$0.call.isDryRun })
    else { return error }
    var explained = CallbookError(
      error.reason,
      "\(error.message); whether the change was made is not known, and the same command with "
        + "--key \(change.call.idempotencyKey ?? "") makes it once at most",
      hint: error.hint, violations: error.violations, details: error.details)
    explained.committed = .unknown
    explained.details["key"] = change.call.idempotencyKey.map { .text($0) }
    return explained
  }
}
