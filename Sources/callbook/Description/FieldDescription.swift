/// One parameter of a request, or one member of an object in it.
struct FieldDescription: Sendable {
  let name: String
  let help: String
  let value: ValueDescription
  var isPositional = false
  var isRequired = false
  /// Of a number itself, of a text its length in characters, of a list its count.
  var limits: ClosedRange<Int>?
  /// The default as it would be typed; nil when there is none worth telling.
  var fallback: String?
  /// Whether the field can be left without a value, while what is not given stays: by null, a list
  /// by an empty one.
  var isClearable = false
}
