import CallbookJSON
package import CallbookModel

/// A type that a parameter can have.
package protocol ParameterValue: Decodable, Sendable {
  static var valueSchema: ValueSchema { get }
  /// What it is when the parameter is missing; nil for a type that has to be given.
  static var valueWhenAbsent: Self? { get }
  /// Whether it may be missing whatever its declaration says: true of optionals and patches.
  static var isNeverRequired: Bool { get }
  /// Whether null says something else than absence.
  static var isClearedByNull: Bool { get }
  /// Some valid value: schemas of replies are worked out by decoding examples.
  static var exampleValue: Self { get }
  /// Reads it; differs from `init(from:)` for objects, which bring their own defaults.
  static func read(from decoder: any Decoder) throws -> Self
}

extension ParameterValue {
  package static var valueWhenAbsent: Self? { nil }
  package static var isNeverRequired: Bool { false }
  package static var isClearedByNull: Bool { false }
  package static func read(from decoder: any Decoder) throws -> Self { try Self(from: decoder) }
}

extension String: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: nil) }
  package static var exampleValue: String { "" }
}

extension Int: ParameterValue {
  package static var valueSchema: ValueSchema { .integer }
  package static var exampleValue: Int { 1 }
}

extension Int64: ParameterValue {
  package static var valueSchema: ValueSchema { .integer }
  package static var exampleValue: Int64 { 1 }
}

extension UInt32: ParameterValue {
  package static var valueSchema: ValueSchema { .integer }
  package static var exampleValue: UInt32 { 1 }
}

extension Bool: ParameterValue {
  package static var valueSchema: ValueSchema { .boolean }
  package static var exampleValue: Bool { false }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
  package static var valueSchema: ValueSchema { .nullable(Wrapped.valueSchema) }
  package static var valueWhenAbsent: Wrapped?? { .some(nil) }
  package static var isNeverRequired: Bool { true }
  package static var exampleValue: Wrapped? { Wrapped.exampleValue }

  package static func read(from decoder: any Decoder) throws -> Wrapped? {
    guard let wire = decoder as? WireDecoder else { return try Self(from: decoder) }
    return wire.node.isNull ? nil : try Wrapped.read(from: decoder)
  }
}

extension Array: ParameterValue where Element: ParameterValue {
  package static var valueSchema: ValueSchema { .list(Element.valueSchema) }
  package static var valueWhenAbsent: [Element]? { [] }
  package static var exampleValue: [Element] { [Element.exampleValue] }

  package static func read(from decoder: any Decoder) throws -> [Element] {
    guard let object = Element.self as? any ParameterObject.Type, let wire = decoder as? WireDecoder
    else { return try Self(from: decoder) }
    guard wire.node.kind == .array else { return try Self(from: decoder) }
    var values: [Element] = []
    values.reserveCapacity(wire.node.count)
    for node in wire.node.elements {
      values.append(try object.element(at: values.count, node))
    }
    return values
  }
}

extension Identifier: ParameterValue {
  package static var valueSchema: ValueSchema {
    .text(format: .identifier(letter: Subject.idLetter, noun: Subject.noun))
  }
  package static var exampleValue: Self { Self(1) }
}

extension Instant: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .dateTime) }
  package static var exampleValue: Self { Self(millisecondsSince1970: 0) }
}

extension CalendarDate: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .date) }
  package static var exampleValue: Self { Self(daysSince1970: 0) }
}

extension Subject: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("c12, v5, r7")) }
  package static var exampleValue: Self { Self(kind: Contact.noun, number: 1) }
}

extension UniqueID: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .uuid) }
  package static var exampleValue: Self { Self(high: 0, low: 0) }
}

extension QuietHours: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("HH:MM-HH:MM")) }
  package static var exampleValue: Self { Self(startMinute: 1320, endMinute: 480) }
}

/// A closed set of words.
package protocol ParameterWord: ParameterValue, CaseIterable, RawRepresentable<String> {}

extension ParameterWord {
  package static var valueSchema: ValueSchema { .word(allCases.map(\.rawValue)) }
}

extension ContactKind: ParameterWord {
  package static var exampleValue: Self { .person }
}
extension ContactCategory: ParameterWord {
  package static var exampleValue: Self { .merchant }
}
extension ContactStatus: ParameterWord {
  package static var exampleValue: Self { .active }
}
extension ContactPoint.Kind: ParameterWord {
  package static var exampleValue: Self { .phone }
}
extension ContactPoint.Rank: ParameterWord {
  package static var exampleValue: Self { .primary }
}
extension ContactPoint.Consent: ParameterWord {
  package static var exampleValue: Self { .unknown }
}
extension DuplicateReason: ParameterWord {
  package static var exampleValue: Self { .phone }
}
extension Role: ParameterWord {
  package static var exampleValue: Self { .agent }
}
extension StaffMember.State: ParameterWord {
  package static var exampleValue: Self { .active }
}
extension Callback.Occasion: ParameterWord {
  package static var exampleValue: Self { .manual }
}
extension Callback.State: ParameterWord {
  package static var exampleValue: Self { .planned }
}
extension Callback.End.Cause: ParameterWord {
  package static var exampleValue: Self { .reversed }
}
extension CallbackAttempt.Outcome: ParameterWord {
  package static var exampleValue: Self { .noAnswer }
}
extension FormAnswers.RunningState: ParameterWord {
  package static var exampleValue: Self { .normal }
}
extension Batch.State: ParameterWord {
  package static var exampleValue: Self { .created }
}
extension FormConclusion.Word: ParameterWord {
  package static var exampleValue: Self { .noAction }
}
