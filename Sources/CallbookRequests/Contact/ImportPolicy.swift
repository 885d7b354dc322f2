import CallbookProtocol

/// What an import does with a row whose contact is there already.
package enum ImportPolicy: String, Codable, Sendable, CaseIterable {
  /// The contact that is there stays as it is.
  case skip
  /// It gets what it lacks: points, and fields that are empty. Nothing that is there is changed.
  case merge
  /// The row becomes a contact of its own; only one that says exactly the same is known.
  case add
}

extension ImportPolicy: ParameterWord {
  package static var exampleValue: ImportPolicy { .skip }
}
