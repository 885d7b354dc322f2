package import CallbookModel

extension Patch: Decodable where Value: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .clear : .set(try container.decode(Value.self))
  }
}

extension Patch: ParameterValue where Value: ParameterValue {
  package static var valueSchema: ValueSchema { .nullable(Value.valueSchema) }
  package static var valueWhenAbsent: Patch<Value>? { .leave }
  package static var isNeverRequired: Bool { true }
  package static var isClearedByNull: Bool { true }
  package static var exampleValue: Patch<Value> { .leave }
}
