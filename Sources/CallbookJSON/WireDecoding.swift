import CallbookModel

/// What the containers of one decoding share.
///
/// The first pass stops at whatever is wrong. Only then a second pass goes over the value, with
/// stand-ins for what cannot be decoded, to collect everything that is wrong.
final class WireDecoding {
  /// A caller that has more wrong mends these first; the reply stays readable.
  static let maximumViolations = 32

  let root: JSONNode
  let context: AnyObject?
  private var isCollecting = false
  private var violations: [Violation] = []

  init(root: JSONNode, context: AnyObject?) {
    self.root = root
    self.context = context
  }

  func decode<T: Decodable>(_ type: T.Type, at node: JSONNode) throws -> T {
    let violationsBefore = violations.count
    do {
      return try T(from: WireDecoder(node: node, decoding: self))
    } catch let failure as WireFailure {
      throw failure
    } catch {
      // What a type finds wrong with a stand-in is not the caller's mistake.
      guard violations.count == violationsBefore else { throw WireFailure([]) }
      throw self.failure(of: type, at: pointer(to: node), error)
    }
  }

  /// The value of a type when its name is missing from the object.
  func decodeAbsent<T: Decodable>(_ type: T.Type, _ name: String, in object: JSONNode) throws -> T {
    guard let absent = type as? any DecodableWhenAbsent.Type else {
      throw missing(name, in: object)
    }
    let value: T?
    do {
      value = try absent.whenAbsent(as: type, forKey: name, context: context)
    } catch {
      let pointer = pointer(to: object) + JSONNode.pointerStep(name)
      throw failure(of: type, at: pointer, error)
    }
    guard let value else { throw missing(name, in: object) }
    return value
  }

  func missing(_ name: String, in object: JSONNode) -> WireFailure {
    let pointer = pointer(to: object) + JSONNode.pointerStep(name)
    return WireFailure([Violation(pointer, "is required")])
  }

  /// In the second pass: remembers a failure and answers with a stand-in, if the type has one.
  @inline(never)
  func standIn<T>(for type: T.Type, after error: any Error) throws -> T {
    guard isCollecting, let failure = error as? WireFailure,
      let standIn = (type as? any DecodingStandIn.Type)?.decodingStandIn as? T
    else { throw error }
    record(failure)
    guard violations.count < Self.maximumViolations else { throw WireFailure([]) }
    return standIn
  }

  /// In the second pass: an element has failed and ends its array; looks through the rest.
  func collect<T: Decodable>(
    _ type: T.Type, in rest: JSONNode.Elements, after error: any Error
  ) throws -> Never {
    guard isCollecting, let failure = error as? WireFailure else { throw error }
    record(failure)
    for element in rest where violations.count < Self.maximumViolations {
      do {
        _ = try decode(type, at: element)
      } catch let failure as WireFailure {
        record(failure)
      }
    }
    throw WireFailure([])
  }

  /// Decodes once more to find all that is wrong.
  func explain<T: Decodable>(_ type: T.Type, _ first: any Error) -> CallbookError {
    isCollecting = true
    do {
      _ = try decode(type, at: root)
    } catch {
      if let failure = error as? WireFailure { record(failure) }
    }
    if violations.isEmpty, let failure = first as? WireFailure { record(failure) }
    let what = violations.first.map { violation in
      "\(violation.pointer.isEmpty ? "the value" : violation.pointer) \(violation.message)"
    }
    let more = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
    return CallbookError(
      .invalidParams, "\(what ?? "the parameters cannot be read")\(more)", violations: violations)
  }

  func pointer(to node: JSONNode) -> String { root.pointer(to: node) }

  func codingPath(of node: JSONNode) -> [any CodingKey] { root.path(to: node).map(WireKey.init) }

  private func record(_ failure: WireFailure) {
    for violation in failure.violations where violations.count < Self.maximumViolations {
      if !violations.contains(violation) { violations.append(violation) }
    }
  }
}
