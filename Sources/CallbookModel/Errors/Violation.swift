/// One thing that is wrong with a request's parameters.
package struct Violation: Sendable, Equatable, Codable {
  /// Where: a JSON Pointer (RFC 6901) into the parameters, such as `/points/0/value`.
  package let pointer: String
  /// What is wrong and what would be right, without repeating the value that was sent.
  package let message: String

  package init(_ pointer: String, _ message: String) {
    self.pointer = pointer
    self.message = message
  }
}
