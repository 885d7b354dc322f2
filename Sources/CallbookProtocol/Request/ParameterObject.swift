import Synchronization

/// A JSON object whose members are declared with ``Parameter``.
package protocol ParameterObject: Decodable, Sendable {
  /// With every parameter undecided; only its declarations are looked at.
  init()
}

extension ParameterObject {
  /// The members in the order of their declaration; worked out once.
  package static var schema: ObjectSchema { SchemaCache.shared.schema(of: Self.self) }
}

/// Schemas are read from declarations by reflection, once for each type.
private final class SchemaCache: Sendable {
  static let shared = SchemaCache()

  private let schemas = Mutex<[ObjectIdentifier: ObjectSchema]>([:])

  func schema<Object: ParameterObject>(of type: Object.Type) -> ObjectSchema {
    if let known = schemas.withLock({ $0[ObjectIdentifier(type)] }) { return known }
    let made = ObjectSchema(of: type)
    schemas.withLock { $0[ObjectIdentifier(type)] = made }
    return made
  }
}
