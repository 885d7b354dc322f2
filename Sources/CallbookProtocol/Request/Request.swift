package import CallbookModel

/// One thing that can be asked of the daemon: a documented value. Its parameters are its properties.
///
/// Everything that is known of a request stands in its type: dispatch, the permission table,
/// `rpc.discover`, the manual, the command line and its completions derive from it.
package protocol Request: ParameterObject {
  associatedtype Reply: Codable & Sendable

  /// `noun.verb`, as it is called on the wire.
  static var method: String { get }
  /// A sentence for the manual and for `callbook help`.
  static var summary: String { get }
  /// Why it may fail, beyond what any request may (``Reason/common``).
  static var errors: [Reason] { get }
  /// What it looks like: the manual shows these, and the tests run them.
  static var examples: [RequestExample] { get }
}

extension Request {
  package static var errors: [Reason] { [] }
  package static var examples: [RequestExample] { [] }
}

/// A call that the manual shows.
package struct RequestExample: Sendable {
  package let title: String
  /// A JSON object.
  package let params: String

  package init(_ title: String, _ params: String) {
    self.title = title
    self.params = params
  }
}

extension Reason {
  /// What any request may fail with: the line, the caller, the state of the daemon.
  package static let common: [Reason] = [
    .malformedJSON, .duplicateKey, .invalidUTF8, .byteOrderMark, .wrongEncoding,
    .numberOutOfRange, .notARequest, .batchRefused, .idInFlight, .unknownMethod, .invalidParams,
    .notStaff, .unknownPeer, .accountChanged, .roleMissing, .idempotencyMismatch, .tooDeep,
    .tooManyTokens, .lineTooLong, .replyTooLarge, .tooManyInFlight, .queueFull,
    .deadlineExceeded, .cancelled, .diskFull, .storeFailing, .commitUnknown, .draining,
    .storeCorrupt, .internal,
  ]
}
