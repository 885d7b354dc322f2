import CallbookClient
import CallbookModel

/// How the command ends; sysexits(3) where it has a word for it.
enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  /// Nothing was found, or the answer is no.
  case no = 1
  case usage = 64
  case badData = 65
  case notFound = 66
  case unreachable = 69
  case failure = 70
  case conflict = 73
  case tryAgain = 75
  case notPermitted = 77

  init(_ error: CallbookError) {
    self =
      switch error.reason {
      case .usage, .unknownMethod: .usage
      case .noSocket, .notRunning, .connectionLost, .protocolMismatch, .notCallbook: .unreachable
      case .fileUnreadable: .notFound
      default: Self(kind: error.wireKind)
      }
  }

  private init(kind: ErrorKind) {
    self =
      switch kind {
      case .parse, .invalidRequest, .invalidParams, .tooLarge: .badData
      case .methodNotFound: .usage
      case .permissionDenied, .unauthenticated: .notPermitted
      case .notFound: .notFound
      case .conflict, .alreadyExists, .failedPrecondition, .idempotencyConflict: .conflict
      case .limit, .busy, .deadlineExceeded, .cancelled, .unavailable: .tryAgain
      case .internal: .failure
      }
  }
}
