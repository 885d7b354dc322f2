package import CallbookModel

/// Decodes values from a tape.
///
/// Strict: an integer has no fraction and no exponent and fits its type; nothing is converted. A
/// plain optional is nil when its name is absent and when it is null. What is wrong is told as
/// violations, all that can be found, at JSON Pointers relative to the value that is decoded.
package struct WireDecoder: Decoder {
  /// The value that is decoded, for a type that reads the tape itself.
  package let node: JSONNode
  let decoding: WireDecoding

  /// - Parameter context: is handed to `DecodableWhenAbsent`, and found by `init(from:)` as
  ///   `(decoder as? WireDecoder)?.context`.
  /// - Throws: `invalidParams` with at least one violation.
  package static func decode<T: Decodable>(
    _ type: T.Type, from node: JSONNode, context: AnyObject? = nil
  ) throws(CallbookError) -> T {
    let decoding = WireDecoding(root: node, context: context)
    do {
      return try decoding.decode(type, at: node)
    } catch {
      throw decoding.explain(type, error)
    }
  }

  /// For a caller that reads an object member by member.
  package init(root: JSONNode) {
    self.init(node: root, decoding: WireDecoding(root: root, context: nil))
  }

  init(node: JSONNode, decoding: WireDecoding) {
    self.node = node
    self.decoding = decoding
  }

  /// The same decoding at another value of the text.
  package func at(_ node: JSONNode) -> WireDecoder {
    WireDecoder(node: node, decoding: decoding)
  }

  package var context: AnyObject? { decoding.context }

  /// The name under which the value stands in its object; nil for an element.
  package var name: String? { node.name }

  package var codingPath: [any CodingKey] { decoding.codingPath(of: node) }

  /// Costs a dictionary; `context` does not.
  package var userInfo: [CodingUserInfoKey: Any] {
    guard let key = CodingUserInfoKey(rawValue: "context"), let context else { return [:] }
    return [key: context]
  }

  package func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try decoding.require(.object, at: node)
    return KeyedDecodingContainer(WireKeyedDecoding(node: node, decoding: decoding))
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoding.require(.array, at: node)
    return WireUnkeyedDecoding(node: node, decoding: decoding)
  }

  package func singleValueContainer() -> any SingleValueDecodingContainer {
    WireSingleValueDecoding(node: node, decoding: decoding)
  }
}
