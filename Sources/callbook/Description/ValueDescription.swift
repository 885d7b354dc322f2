/// The shape of a value, as far as it matters to whoever types one.
indirect enum ValueDescription: Sendable {
  /// - Parameters:
  ///   - shown: what stands for it in help, such as `YYYY-MM-DD`.
  ///   - instance: one to follow, such as `c12`.
  case text(shown: String = "TEXT", instance: String? = nil)
  /// A point in time; people type it as they say it (`TypedTimes`).
  case time
  /// A day.
  case date
  case integer
  case boolean
  case word([String])
  case list(ValueDescription)
  case nullable(ValueDescription)
  case object([FieldDescription])
  /// An object whose members are fields that the shop defined.
  case fields
  /// Any JSON value.
  case any

  /// Without what allows null.
  var bare: ValueDescription {
    if case .nullable(let value) = self { value.bare } else { self }
  }

  /// The closed set of words that it is from, as one or in a list; nil for anything else.
  var words: [String]? {
    switch self {
    case .word(let words): words
    case .list(let inner), .nullable(let inner): inner.words
    case .text, .time, .date, .integer, .boolean, .object, .fields, .any: nil
    }
  }
}
