import CallbookFormats
import CallbookJSON
import CallbookModel

/// What is accepted is written and read again as the same value; what is refused says where.
enum JSONProperties {
  static func check(_ input: [UInt8]) throws {
    let tape = JSONTape()
    let node: JSONNode
    do throws(CallbookError) {
      node = try tape.parse(input)
    } catch {
      try checkRefusal(error, of: input)
      return
    }
    let value = JSONValue(node)
    try require(JSONValue(try usedTape().parse(input)) == value, "a used tape reads another value")
    try checkRewriting(value)
    try checkNode(node, value)
    try DecodingProperties.check(DecodingProbe.self, node)
    try DecodingProperties.check([DecodingProbe].self, node)
    try checkContact(node)
    try DecodingProperties.check([String: Int32].self, node)
  }

  /// A contact that is read without complaint is written as the same contact.
  private static func checkContact(_ node: JSONNode) throws {
    guard node.kind == .object else { return }
    let reading = JSONContactReading(node)
    guard reading.complaints.isEmpty else { return }
    var line: [UInt8] = []
    JSONContactWriter.append(reading.draft, to: &line)
    let again = JSONContactReading(try JSONTape().parse(line))
    try require(again.complaints.isEmpty, "a contact that was written is read without complaint")
    try require(again.draft == reading.draft, "a contact reads as it was written")
  }

  private static let reasons: Set<Reason> = [
    .malformedJSON, .duplicateKey, .invalidUTF8, .byteOrderMark, .wrongEncoding, .numberOutOfRange,
    .tooDeep, .tooManyTokens,
  ]

  private static func checkRefusal(_ error: CallbookError, of input: [UInt8]) throws {
    try require(reasons.contains(error.reason), "a text is refused as \(error.reason.rawValue)")
    guard case .number(let offset)? = error.details["offset"] else {
      throw BrokenProperty("a refusal has no offset")
    }
    try require((0...input.count).contains(offset), "a refusal's offset is within the text")
    do throws(CallbookError) {
      _ = try usedTape().parse(input)
    } catch let second {
      try require(
        second.reason == error.reason && second.message == error.message,
        "a used tape refuses something else")
      return
    }
    throw BrokenProperty("a used tape accepts what a new one refuses")
  }

  /// A tape that is full of what an earlier text left behind, escapes and large objects included.
  private static func usedTape() throws(CallbookError) -> JSONTape {
    let tape = JSONTape()
    let names = (0..<40).map { "\"\($0)\\u0041\":[\"\\\"}]\",-1.5e3]" }
    _ = try tape.parse(Array("{\(names.joined(separator: ","))}".utf8))
    return tape
  }

  private static func checkRewriting(_ value: JSONValue) throws {
    var json = JSONWriter()
    try value.write(to: &json)
    let text = json.bytes
    let tape = JSONTape()
    let again = JSONValue(try tape.parse(text))
    try require(again == value, "a value reads as it was written")
    json.removeAll()
    try again.write(to: &json)
    try require(json.bytes == text, "a value is written in one way only")
  }

  /// Everything that can be asked of a node agrees with the value, and so do its own bytes.
  private static func checkNode(_ node: JSONNode, _ value: JSONValue) throws {
    try require(
      JSONValue(try JSONTape().parse(node.rawBytes)) == value, "a value's own bytes are the value")
    switch value {
    case .array(let elements):
      try require(node.count == elements.count, "an array has the elements that it counts")
      for (element, value) in zip(node.elements, elements) { try checkNode(element, value) }
    case .object(let members):
      try require(node.count == members.count, "an object has the members that it counts")
      // Backwards first, because a search starts where the last one ended.
      for member in members.reversed() + members {
        let name = String(decoding: member.name, as: UTF8.self)
        let found = node[name]
        try require(
          found?.name?.utf8.elementsEqual(name.utf8) == true, "a member is found by its name")
      }
      for (member, value) in zip(node.members, members) { try checkNode(member.value, value.value) }
    case .integer(let integer):
      try require(
        integer.magnitude <= JSONLimits.largestInteger.magnitude && node.double == Double(integer),
        "an integer is within the limits, and a number")
    case .number(let number):
      try require(
        number.magnitude <= Double(JSONLimits.largestInteger) && node.integer == nil,
        "a number is within the limits, and no integer")
    case .string(let bytes):
      try require(
        node.stringEquals(String(decoding: bytes, as: UTF8.self)), "a string equals itself")
    case .null, .boolean: break
    }
  }
}
