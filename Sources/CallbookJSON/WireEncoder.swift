package import CallbookModel

/// Encodes values straight into a writer, without a tree between.
///
/// An optional that is nil is left out by synthesized conformances; nil encoded explicitly is null.
/// Members come in the order in which the type encodes them, those of a dictionary in none.
package struct WireEncoder: Encoder {
  let encoding: WireEncoding
  /// How many containers are open around the value.
  let depth: Int

  /// Encodes `value` as the next value of `writer`, which stays as it was if that fails.
  ///
  /// - Throws: `internal` for a number that the reader would refuse; whatever `CallbookError` the
  ///   value throws.
  package static func encode<T: Encodable>(
    _ value: T, into writer: inout JSONWriter
  ) throws(CallbookError) {
    let mark = writer.mark
    let encoding = WireEncoding(writer: writer)
    // The encoding holds the only copy while it writes.
    writer = JSONWriter()
    defer { writer = encoding.writer }
    do {
      try encoding.encode(value, depth: 0)
      if let failure = encoding.failure { throw failure }
    } catch {
      encoding.writer.rewind(to: mark)
      throw (error as? CallbookError) ?? WireEncoding.misuse("a value cannot be encoded")
    }
  }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Writes a value that is JSON already; for a type that knows its own text.
  package func encode(json: [UInt8]) {
    encoding.writer.raw(json)
  }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    encoding.open(.object, depth: depth)
    return KeyedEncodingContainer(WireKeyedEncoding(encoding: encoding, depth: depth + 1))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    encoding.open(.array, depth: depth)
    return WireUnkeyedEncoding(encoding: encoding, depth: depth + 1)
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer {
    WireSingleValueEncoding(encoding: encoding, depth: depth)
  }
}
