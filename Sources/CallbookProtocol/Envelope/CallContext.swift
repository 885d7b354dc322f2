import CallbookJSON
import CallbookModel

/// The optional member `ctx` of a request: how it is to be carried out.
package struct CallContext: Sendable, Equatable {
  /// Makes the same request, sent twice, one change.
  package var idempotencyKey: String?
  /// Whether only what would happen is wanted.
  package var isDryRun = false
  /// How long after its arrival the request still makes sense, 1 to 600,000.
  package var deadlineMilliseconds: Int64?
  /// A BCP 47 tag for texts in the reply.
  package var locale: String?

  package init() {}

  init(_ node: JSONNode) throws(CallbookError) {
    guard node.kind == .object else { throw .notARequest("\"ctx\" must be an object", at: "/ctx") }
    for (name, value) in node.members {
      switch name {
      case "idempotency_key": idempotencyKey = try Self.text(value, name, 1...128)
      case "dry_run":
        guard let flag = value.boolean else { throw Self.wrong(name, "must be true or false") }
        isDryRun = flag
      case "deadline_ms":
        guard let number = value.integer, (1...600_000).contains(number) else {
          throw Self.wrong(name, "must be a whole number from 1 to 600000")
        }
        deadlineMilliseconds = number
      case "locale": locale = try Self.text(value, name, 2...35)
      default:
        throw Self.wrong(
          name, "is not known; there are idempotency_key, dry_run, deadline_ms and locale")
      }
    }
  }

  private static func text(
    _ node: JSONNode, _ name: String, _ length: ClosedRange<Int>
  ) throws(CallbookError) -> String {
    guard let text = node.string, length.contains(text.utf8.count), !text.utf8.contains(0) else {
      throw wrong(
        name, "must be a string of \(length.lowerBound) to \(length.upperBound) bytes")
    }
    return text
  }

  private static func wrong(_ name: String, _ message: String) -> CallbookError {
    .notARequest("\"ctx\" is wrong: \(name) \(message)", at: "/ctx\(JSONNode.pointerStep(name))")
  }
}
