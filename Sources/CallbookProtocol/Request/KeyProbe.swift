import CallbookJSON
import CallbookModel

/// Finds out under which names a type decodes its properties, in the order of their declaration:
/// reflection knows the properties, but not their coding keys.
struct KeyProbe: Decoder {
  final class Names {
    var list: [String] = []
  }

  let names: Names
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func keys<Object: ParameterObject>(of type: Object.Type) -> [String] {
    let names = Names()
    do {
      _ = try Object(from: KeyProbe(names: names))
    } catch {
      preconditionFailure("\(type) decodes something that is not declared with @Parameter")
    }
    return names.list
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(names: names))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotKeyed() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NotKeyed() }

  struct NotKeyed: Error {}

  struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let names: Names
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { throw NotKeyed() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      names.list.append(key.stringValue)
      guard let probed = type as? any ProbedParameter.Type,
        let value = probed.undecided as? Value
      else { throw NotKeyed() }
      return value
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw NotKeyed() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw NotKeyed()
    }
    func superDecoder() throws -> any Decoder { throw NotKeyed() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw NotKeyed() }
  }
}

/// What the probe puts where a parameter would be decoded.
protocol ProbedParameter {
  static var undecided: Self { get }
}

extension Parameter: ProbedParameter {
  static var undecided: Parameter { Parameter(.option, "") }
}

extension Parameter: DecodingStandIn {
  package static var decodingStandIn: Parameter { undecided }
}
