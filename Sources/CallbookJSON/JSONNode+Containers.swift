#if canImport(Glibc)
  import Glibc
#endif

extension JSONNode {
  /// Members of an object, elements of an array; 0 of anything else.
  package var count: Int {
    let token = token
    return token.kind == .object || token.kind == .array ? Int(token.count) : 0
  }

  /// The member of that name, compared byte for byte; nil also when this is not an object.
  ///
  /// The search starts where the last one ended: asking for members in their order is cheap.
  package subscript(name: String) -> JSONNode? {
    let tokens = tokens
    let object = tokens[Int(index)]
    guard object.kind == .object, object.count > 0 else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      var place = object.cursor
      for _ in 0..<object.count {
        if matches(tokens[Int(place)], wanted) {
          tokens[Int(index)].cursor = place
          return at(place + 1)
        }
        place = tokens[Int(place) + 1].next
        if place == object.next { place = index + 1 }
      }
      return nil
    }
  }

  /// The members of an object in the order of the text; none of anything else.
  package var members: Members {
    Members(node: self, place: index + 1, remaining: token.kind == .object ? count : 0)
  }

  /// The elements of an array; none of anything else.
  package var elements: Elements {
    Elements(node: self, place: index + 1, remaining: token.kind == .array ? count : 0)
  }

  package struct Members: Sequence, IteratorProtocol {
    fileprivate let node: JSONNode
    fileprivate var place: UInt32
    fileprivate var remaining: Int

    package mutating func next() -> (name: String, value: JSONNode)? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let value = node.at(place + 1)
      let name = node.at(place).string ?? ""
      place = value.token.next
      return (name, value)
    }
  }

  package struct Elements: Sequence, IteratorProtocol {
    fileprivate let node: JSONNode
    fileprivate var place: UInt32
    fileprivate var remaining: Int

    var isAtEnd: Bool { remaining == 0 }

    package mutating func next() -> JSONNode? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let element = node.at(place)
      place = element.token.next
      return element
    }
  }

  @inline(__always)
  private func matches(_ token: JSONToken, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(token.length) == wanted.count else { return false }
    guard let base = wanted.baseAddress else { return true }
    return memcmp(tape.text + Int(token.start), base, wanted.count) == 0
  }
}
