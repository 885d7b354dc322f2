import CallbookJSON
import CallbookModel

/// A parameter of a request: declared once, with its help and its limits.
///
///     @Parameter(.positional, "The contact.") package var id: ContactID
///     @Parameter("How many at most.", in: 1...500) package var limit: Int = 50
///
/// Without a default the parameter is required, unless its type has a value for absence: an optional,
/// a ``Patch``, an array (empty).
@propertyWrapper
package struct Parameter<Value: ParameterValue>: Sendable {
  /// How a parameter is given on the command line.
  package enum Place: Sendable {
    case option, positional
  }

  // First and no optional, for then reading it is copying it: with an optional, or at a place that
  // depends on its type, the type has to be looked up at run time before.
  /// What it is; of a parameter that was declared only, some value.
  private let value: Value
  package let declaration: Declaration?

  package var wrappedValue: Value {
    assert(
      declaration == nil || declaration?.fallback != nil,
      "a parameter was read that was never decoded")
    return value
  }

  // Compiled for any type, a parameter looks types up at run time, and other modules of a package
  // cannot have it compiled for theirs. So the types of most parameters are named here. What they do is
  // done elsewhere: else it would be prepared for any type before the named ones are tried.

  /// Declares a parameter with a default.
  @_specialize(where Value == Bool)
  @_specialize(where Value == Int)
  @_specialize(where Value == ContactKind)
  @_specialize(where Value == ContactCategory)
  @_specialize(where Value == ContactStatus)
  @_specialize(where Value == ContactPoint.Rank)
  @_specialize(where Value == ContactPoint.Consent)
  package init(wrappedValue: Value, _ help: StaticString, in range: ClosedRange<Int>? = nil) {
    self = Self.made(help, range, wrappedValue)
  }

  package init(_ help: StaticString, in range: ClosedRange<Int>? = nil) {
    self.init(.option, help, in: range)
  }

  @_specialize(where Value == String)
  @_specialize(where Value == String?)
  @_specialize(where Value == [String])
  @_specialize(where Value == Int64?)
  @_specialize(where Value == ContactID?)
  @_specialize(where Value == ContactPoint.Kind)
  @_specialize(where Value == QuietHours?)
  @_specialize(where Value == CalendarDate?)
  package init(_ place: Place, _ help: StaticString, in range: ClosedRange<Int>? = nil) {
    self = Self.made(place, help, range)
  }

  @inline(never)
  private static func made(
    _ help: StaticString, _ range: ClosedRange<Int>?, _ fallback: Value
  ) -> Self {
    guard let reader = ParameterReader.current else {
      return Self(declared: .option, help, in: range, fallback)
    }
    return Self(decoded: reader.next(Value.self) ?? fallback)
  }

  @inline(never)
  private static func made(
    _ place: Place, _ help: StaticString, _ range: ClosedRange<Int>?
  ) -> Self {
    guard let reader = ParameterReader.current else {
      return Self(declared: place, help, in: range)
    }
    // Where it has to be given, the reader gives the whole object up.
    return Self(decoded: reader.next(Value.self) ?? Value.valueWhenAbsent ?? Value.exampleValue)
  }

  init(decoded value: Value) {
    self.value = value
    declaration = nil
  }

  @inline(never)
  private init(
    declared place: Place, _ help: StaticString, in range: ClosedRange<Int>?, _ value: Value
  ) {
    self.value = value
    declaration = Declaration(place: place, help: help, limits: range, fallback: value)
  }

  @inline(never)
  private init(declared place: Place, _ help: StaticString, in range: ClosedRange<Int>?) {
    value = Value.valueWhenAbsent ?? Value.exampleValue
    // A list that must not be empty has to be given.
    let isNeeded = Value.valueWhenAbsent is [Any] && (range?.lowerBound ?? 0) > 0
    declaration = Declaration(
      place: place, help: help, limits: range, fallback: isNeeded ? nil : Value.valueWhenAbsent)
  }

  /// What stands beside the value in the declaration.
  package final class Declaration: Sendable {
    let place: Place
    let help: StaticString
    /// Of a number itself, of a text its length in characters, of a list its count.
    let limits: ClosedRange<Int>?
    let fallback: Value?

    init(place: Place, help: StaticString, limits: ClosedRange<Int>?, fallback: Value?) {
      self.place = place
      self.help = help
      self.limits = limits
      self.fallback = fallback
    }
  }
}

extension Parameter: Decodable {
  package init(from decoder: any Decoder) throws {
    self.init(decoded: try Value.read(from: decoder))
  }
}

extension Parameter: DecodableWhenAbsent {
  package static func whenAbsent(forKey key: String, context: AnyObject?) throws -> Self {
    if let schema = context as? ObjectSchema {
      guard let fallback = schema.fallback(of: key) as? Fallback<Value> else {
        throw CallbookError(.invalidParams, "is required")
      }
      return Self(decoded: fallback.value)
    }
    guard let value = Value.valueWhenAbsent else {
      throw CallbookError(.invalidParams, "is required")
    }
    return Self(decoded: value)
  }
}

extension KeyedDecodingContainer {
  /// Preferred by what the compiler synthesizes: a member that is missing from most requests and may
  /// be costs one look, and no work of the runtime's.
  package func decode<Value: ParameterValue>(
    _ type: Parameter<Value>.Type, forKey key: Key
  ) throws -> Parameter<Value> {
    if Value.isNeverRequired, let value = Value.valueWhenAbsent, !contains(key) {
      return Parameter(decoded: value)
    }
    return try decode(dynamic: type, forKey: key)
  }

  func decode<Value: Decodable>(dynamic type: Value.Type, forKey key: Key) throws -> Value {
    try decode(type, forKey: key)
  }
}

/// A declared default, boxed: its type can be asked for quickly.
package final class Fallback<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}

/// What reflection sees of a ``Parameter``, whatever its type.
protocol DeclaredParameter {
  func field(named name: String) -> FieldSchema?
}

extension Parameter: DeclaredParameter {
  func field(named name: String) -> FieldSchema? {
    guard let declaration else { return nil }
    return FieldSchema(
      name: name, help: declaration.help.description,
      isPositional: declaration.place == .positional,
      isRequired: declaration.fallback == nil, limits: declaration.limits,
      fallback: declaration.fallback, boxedFallback: declaration.fallback.map { Fallback($0) },
      value: Value.valueSchema, isClearedByNull: Value.isClearedByNull,
      decode: { node throws(CallbookError) in
        if case .list(.object) = Value.valueSchema {
          // As a parameter, so that the objects bring their own defaults.
          _ = try WireDecoder.decode(Parameter<Value>.self, from: node, context: nil)
        } else {
          _ = try WireDecoder.decode(Value.self, from: node, context: nil)
        }
      })
  }
}
