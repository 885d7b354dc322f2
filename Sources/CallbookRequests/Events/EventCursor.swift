package import CallbookModel
package import CallbookProtocol

/// A place in the ledger of one store: opaque to clients, who hand it back to go on from there.
package struct EventCursor: Sendable, Equatable {
  package let instance: UniqueID
  package let seq: Int64

  package init(instance: UniqueID, seq: Int64) {
    self.instance = instance
    self.seq = seq
  }
}

extension EventCursor: LosslessStringConvertible {
  package var description: String { "\(seq)@\(instance)" }

  package init?(_ description: String) {
    let parts = description.split(separator: "@")
    guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0,
      let instance = UniqueID(String(parts[1]))
    else { return nil }
    self.init(instance: instance, seq: seq)
    // There is one text of a place: `+5@@…` was never given out.
    guard self.description == description else { return nil }
  }
}

extension EventCursor: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let cursor = Self(text) else {
      throw CallbookError(.invalidParams, "is not a cursor that a list or an event gave")
    }
    self = cursor
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension EventCursor: ParameterValue {
  package static var valueSchema: ValueSchema { .text(format: .pattern("CURSOR")) }
  package static var exampleValue: Self { Self(instance: UniqueID(high: 0, low: 0), seq: 0) }
}
