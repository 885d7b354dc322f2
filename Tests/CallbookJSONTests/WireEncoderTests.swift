import CallbookFuzzing
import CallbookJSON
import CallbookModel
import CallbookTesting
import Testing

struct WireEncoderTests {
  private func encoded(_ value: some Encodable) throws -> String {
    var writer = JSONWriter()
    try WireEncoder.encode(value, into: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  struct Contact: Codable, Equatable {
    struct Point: Codable, Equatable {
      var value: String
      var preferred: Bool
    }
    struct Empty: Codable, Equatable {}
    enum Role: String, Codable { case agent, manager }

    var id: Int
    var name: String
    var note: String?
    var points: [Point]
    var role: Role
    var weights: [Double]
    var empty = Empty()
    var fields: [String: [String: Int8]]
  }

  @Test func `values come in the order of their members, without what is nil`() throws {
    let contact = Contact(
      id: 12, name: "小\"明\"", points: [.init(value: "1", preferred: true)], role: .agent,
      weights: [0.5, 1], fields: ["x": ["y": -1]])
    #expect(
      try encoded(contact)
        == #"{"id":12,"name":"小\"明\"","points":[{"value":"1","preferred":true}],"role":"agent","#
        + #""weights":[0.5,1.0],"empty":{},"fields":{"x":{"y":-1}}}"#)
  }

  @Test func `what was encoded decodes equal`() throws {
    let tape = JSONTape()
    for seed: UInt64 in 5_000..<5_200 {
      var random = SplitMix64(seed: seed)
      let contact = Contact(
        id: random.below(1 << 53), name: JSONValue.randomString(using: &random),
        note: random.below(2) == 0 ? nil : JSONValue.randomString(using: &random),
        points: (0..<random.below(4)).map { _ in
          .init(value: JSONValue.randomString(using: &random), preferred: random.below(2) == 0)
        }, role: random.below(2) == 0 ? .agent : .manager,
        weights: (0..<random.below(4)).map { _ in Double(random.below(1 << 40)) / 1024 },
        fields: ["a": ["b": Int8(random.below(128))], "c": [:]])
      let text = try encoded(contact)
      let decoded = try WireDecoder.decode(Contact.self, from: try tape.parse(text.utf8))
      #expect(decoded == contact, "seed \(seed)")
    }
  }

  @Test func `nil that is encoded is null`() throws {
    struct Explicit: Encodable {
      enum Key: CodingKey { case a, b, c }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeNil(forKey: .a)
        try container.encode(Int?.none, forKey: .b)
        try container.encodeIfPresent(Int?.none, forKey: .c)
      }
    }
    #expect(try encoded(Explicit()) == #"{"a":null,"b":null}"#)
    #expect(try encoded([1, nil, 2] as [Int?]) == "[1,null,2]")
  }

  @Test func `nested containers are closed where their surroundings go on`() throws {
    struct Manual: Encodable {
      enum Key: CodingKey { case a, b, c }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var list = container.nestedUnkeyedContainer(forKey: .a)
        try list.encode(1)
        var inner = list.nestedContainer(keyedBy: Key.self)
        try inner.encode("x", forKey: .b)
        try list.encode(2)
        _ = container.nestedContainer(keyedBy: Key.self, forKey: .b)
        var again = encoder.container(keyedBy: Key.self)
        try again.encode(true, forKey: .c)
      }
    }
    #expect(try encoded([Manual()]) == #"[{"a":[1,{"b":"x"},2],"b":{},"c":true}]"#)
  }

  @Test func `a type that encodes nothing is an empty object`() throws {
    struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }
    #expect(try encoded(["a": Nothing()]) == #"{"a":{}}"#)
  }

  @Test func `it writes on where the writer stands`() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("result")
    try WireEncoder.encode([1], into: &writer)
    writer.key("next")
    writer.null()
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"result":[1],"next":null}"#)
  }

  @Test func `what JSON cannot carry is refused, and the writer stays as it was`() throws {
    struct Late: Encodable {
      let head = "text"
      let number: Double
    }
    var writer = JSONWriter()
    writer.beginArray()
    writer.value(1)
    #expect(throws: CallbookError.self) {
      try WireEncoder.encode(Late(number: .nan), into: &writer)
    }
    #expect(throws: CallbookError.self) { try WireEncoder.encode([Int.max], into: &writer) }
    #expect(throws: CallbookError.self) { try WireEncoder.encode([UInt64.max], into: &writer) }
    writer.value(2)
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[1,2]")
  }

  @Test func `a container that is written to after its end is an error`() throws {
    struct Interleaved: Encodable {
      enum Key: CodingKey { case a, b, c }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var first = container.nestedUnkeyedContainer(forKey: .a)
        try container.encode(1, forKey: .b)
        try first.encode(2)
      }
    }
    let error = try #require(throws: CallbookError.self) { try encoded(Interleaved()) }
    #expect(error.reason == .internal)
  }

  @Test func `an error that a value throws comes out as it is`() throws {
    struct Failing: Encodable {
      func encode(to encoder: any Encoder) throws { throw CallbookError(.replyTooLarge, "x") }
    }
    let error = try #require(throws: CallbookError.self) { try encoded([Failing()]) }
    #expect(error.reason == .replyTooLarge)
  }
}
