import CallbookJSON
import CallbookModel

/// An object within the parameters of a request, with members, limits and defaults of its own.
package protocol ObjectParameter: ParameterObject, ParameterValue {}

extension ObjectParameter {
  package static var valueSchema: ValueSchema { .object(schema) }
  package static var exampleValue: Self { Self() }

  package static func read(from decoder: any Decoder) throws -> Self {
    guard let wire = decoder as? WireDecoder else { return try Self(from: decoder) }
    return try schema.decode(Self.self, from: wire.node)
  }
}

extension ParameterObject {
  /// Reads one of a list; what is wrong is told with its place.
  static func element<Element>(at place: Int, _ node: JSONNode) throws(CallbookError) -> Element {
    do throws(CallbookError) {
      guard let value = try schema.decode(Self.self, from: node) as? Element else {
        throw CallbookError(.internal, "a list was read as another's")
      }
      return value
    } catch {
      var outer = error
      outer.violations = error.violations.map { $0.within("/\(place)") }
      throw outer
    }
  }
}
