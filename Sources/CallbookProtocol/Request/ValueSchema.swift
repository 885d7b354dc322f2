/// The shape of a value on the wire, as JSON Schema and the command line need to know it.
package indirect enum ValueSchema: Sendable {
  case text(format: TextFormat?)
  case integer
  case boolean
  case word([String])
  case list(ValueSchema)
  case nullable(ValueSchema)
  case object(ObjectSchema)
  /// An object whose members are fields that the shop defined.
  case fields
  /// Any JSON value.
  case any

  package enum TextFormat: Sendable {
    case identifier(letter: Unicode.Scalar, noun: String)
    case dateTime, date, uuid
    /// Shown to people as it stands.
    case pattern(String)
  }
}
