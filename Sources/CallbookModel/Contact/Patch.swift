/// What a change says of a field that may be empty: absent leaves it, null clears it.
package enum Patch<Value> {
  case leave
  case clear
  case set(Value)

  package var isLeft: Bool { if case .leave = self { true } else { false } }

  /// The field after the change.
  package func applied(to old: Value?) -> Value? {
    switch self {
    case .leave: old
    case .clear: nil
    case .set(let value): value
    }
  }
}

extension Patch: Sendable where Value: Sendable {}
extension Patch: Equatable where Value: Equatable {}
