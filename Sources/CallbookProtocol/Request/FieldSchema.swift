import CallbookJSON
import CallbookModel

/// One member of an object on the wire.
package struct FieldSchema: Sendable {
  package let name: String
  package let help: String
  package let isPositional: Bool
  package let isRequired: Bool
  package let limits: ClosedRange<Int>?
  /// What it is when it is missing; nil when it has to be given.
  package let fallback: (any Sendable)?
  /// The same in a box of its type: a `Fallback`.
  let boxedFallback: (any AnyObject & Sendable)?
  package private(set) var value: ValueSchema
  /// Whether null clears the field that is named so.
  let isClearedByNull: Bool
  /// Whether null is refused, because of the fields beside it null clears some.
  private(set) var refusesNull = false
  /// Tries to read one value, to say what is wrong with it.
  let decode: @Sendable (JSONNode) throws(CallbookError) -> Void

  /// The same field among some that null clears: null would be taken for clearing, and is refused.
  func besideClearable() -> Self {
    guard !isClearedByNull, case .nullable(let present) = value else { return self }
    var field = self
    field.value = present
    field.refusesNull = true
    return field
  }

  /// Everything that is wrong with a value, at pointers relative to it.
  func violations(of node: JSONNode) -> [Violation] {
    if refusesNull, node.isNull {
      return [Violation("", "cannot be cleared; leave it out to keep it")]
    }
    if let complaint = complaint(about: node, limits: limits, schema: value) {
      return [Violation("", complaint)]
    }
    var found = value.violations(of: node)
    if found.isEmpty {
      do throws(CallbookError) {
        try decode(node)
      } catch {
        found = error.violations
      }
    }
    return found
  }

  /// Whether the value is within the limits; only kinds that limits are about are looked at.
  func isWithinLimits(_ node: JSONNode) -> Bool {
    if refusesNull, node.isNull { return false }
    return limits == nil && !hasText || complaint(about: node, limits: limits, schema: value) == nil
  }

  private var hasText: Bool {
    switch value {
    case .text, .nullable(.text): true
    default: false
    }
  }
}

/// A sentence about a value that is out of its limits, without the value.
private func complaint(
  about node: JSONNode, limits: ClosedRange<Int>?, schema: ValueSchema
) -> String? {
  switch node.kind {
  case .string:
    guard let text = node.string else { return nil }
    if text.utf8.contains(0) { return "must not hold a NUL" }
    guard let limits else { return nil }
    let count = text.unicodeScalars.count
    if limits.contains(count) { return nil }
    if count < limits.lowerBound, limits.lowerBound == 1 { return "must not be empty" }
    return "has \(count) characters; \(limits.lowerBound) to \(limits.upperBound) are allowed"
  case .integer:
    guard let limits, let number = node.integer, !limits.contains(Int(number)) else { return nil }
    return "must be \(limits.lowerBound) to \(limits.upperBound)"
  case .array:
    guard let limits, !limits.contains(node.count) else { return nil }
    return "has \(node.count) items; \(limits.lowerBound) to \(limits.upperBound) are allowed"
  case .null, .boolean, .number, .object:
    return nil
  }
}

extension ValueSchema {
  /// What is wrong inside a value: members of objects, in lists too.
  func violations(of node: JSONNode) -> [Violation] {
    switch self {
    case .object(let schema):
      node.kind == .object ? schema.violations(of: node) : []
    case .list(let element):
      node.elements.enumerated().flatMap { place, item in
        element.violations(of: item).map { $0.within("/\(place)") }
      }
    case .nullable(let schema):
      node.isNull ? [] : schema.violations(of: node)
    case .text, .integer, .boolean, .word, .fields, .any:
      []
    }
  }
}

extension Violation {
  func within(_ path: String) -> Violation { Violation(path + pointer, message) }
}
