/// What sort of failure an answer tells of: a closed set, so that a program can decide on it.
///
/// The order is part of the protocol: an error's JSON-RPC code is derived from its place here.
/// Kinds are only ever appended.
package enum ErrorKind: String, Sendable, CaseIterable, Codable {
  case parse
  case invalidRequest = "invalid_request"
  case methodNotFound = "method_not_found"
  case invalidParams = "invalid_params"
  case permissionDenied = "permission_denied"
  case unauthenticated
  case notFound = "not_found"
  case conflict
  case alreadyExists = "already_exists"
  case failedPrecondition = "failed_precondition"
  case idempotencyConflict = "idempotency_conflict"
  case tooLarge = "too_large"
  case limit
  case busy
  case deadlineExceeded = "deadline_exceeded"
  case cancelled
  case unavailable
  case `internal`

  /// The JSON-RPC 2.0 error code (section 5.1): the standard's own where it has one, else −32000
  /// less the kind's place in the list.
  package var code: Int {
    switch self {
    case .parse: -32700
    case .invalidRequest: -32600
    case .methodNotFound: -32601
    case .invalidParams: -32602
    case .internal: -32603
    default: -32000 - (Self.allCases.firstIndex(of: self) ?? 0)
    }
  }

  /// Whether the same request may succeed later without anybody changing anything.
  package var isRetryable: Bool {
    switch self {
    case .busy, .unavailable, .deadlineExceeded, .limit: true
    default: false
    }
  }
}
