/// A reader of bytes from outside, with everything that holds of it whatever the bytes are.
///
/// libFuzzer runs it for hours (`make fuzz`), the tests replay its corpus and mutate that a little.
package struct FuzzTarget: Sendable {
  /// Also the name of its folder of inputs.
  package let name: String
  private let properties: @Sendable ([UInt8]) throws -> Void

  package static let all = [
    FuzzTarget(name: "calendar", properties: CalendarProperties.check),
    FuzzTarget(name: "csv", properties: CSVProperties.check),
    FuzzTarget(name: "cursor", properties: CursorProperties.check),
    FuzzTarget(name: "dispatch", properties: DispatchProperties.check),
    FuzzTarget(name: "framing", properties: FramingProperties.check),
    FuzzTarget(name: "json", properties: JSONProperties.check),
    FuzzTarget(name: "jsonl", properties: JSONLinesProperties.check),
    FuzzTarget(name: "request", properties: RequestProperties.check),
    FuzzTarget(name: "vcard", properties: VCardProperties.check),
  ]

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  /// - Throws: `BrokenProperty` for what does not hold.
  package func run(_ input: [UInt8]) throws { try properties(input) }
}
