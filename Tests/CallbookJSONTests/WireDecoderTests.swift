import CallbookJSON
import CallbookModel
import Testing

/// What a valid value decodes to.
struct WireDecoderTests {
  let tape = JSONTape()

  func decode<T: Decodable>(_ type: T.Type, _ text: String, context: AnyObject? = nil) throws -> T {
    try WireDecoder.decode(type, from: try tape.parse(text.utf8), context: context)
  }

  enum Role: String, Codable, CaseIterable { case agent, manager }

  struct Contact: Codable, Equatable {
    struct Point: Codable, Equatable {
      var kind: String
      var value: String
      var preferred: Bool?
    }

    var name: String
    var rev: Int
    var weight: Double?
    var role: Role?
    var points: [Point]
    var tags: Set<String>?
    var fields: [String: [Int]]?
  }

  @Test func `nested structs, arrays, enumerations and dictionaries`() throws {
    let contact = try decode(
      Contact.self,
      #"""
      {"rev":3,"name":"小\u660e","weight":2,"role":"agent","unknown":{"a":[1]},
       "points":[{"value":"1","kind":"phone"},{"kind":"email","value":"2","preferred":true}],
       "tags":["a","b"],"fields":{"x":[1,2],"y":[]}}
      """#)
    #expect(
      contact
        == Contact(
          name: "小明", rev: 3, weight: 2, role: .agent,
          points: [
            .init(kind: "phone", value: "1"), .init(kind: "email", value: "2", preferred: true),
          ], tags: ["a", "b"], fields: ["x": [1, 2], "y": []]))
  }

  @Test func `absent and null are nil for a plain optional`() throws {
    struct Params: Decodable { var a: String?, b: [Int]?, c: Role?, d: Bool? }
    let params = try decode(Params.self, #"{"a":null,"c":null,"d":false}"#)
    #expect(params.a == nil && params.b == nil && params.c == nil)
    #expect(params.d == false)
    #expect(try decode([Int?].self, "[1,null,2]") == [1, nil, 2])
    let dictionary = try decode([String: Int?].self, #"{"a":null}"#)
    #expect(dictionary.keys.contains("a") && dictionary["a"] == .some(nil))
  }

  @Test func `integers of every width, up to their limits`() throws {
    #expect(try decode([Int8].self, "[-128,127]") == [-128, 127])
    #expect(try decode([UInt8].self, "[0,255]") == [0, 255])
    #expect(try decode([UInt16].self, "[65535]") == [65_535])
    #expect(try decode([Int32].self, "[-2147483648]") == [.min])
    #expect(try decode([UInt64].self, "[9007199254740991]") == [9_007_199_254_740_991])
    #expect(try decode(Int.self, "-9007199254740991") == -9_007_199_254_740_991)
    #expect(try decode([Double].self, "[1,-0,2.5e1]") == [1, 0, 25])
    #expect(try decode([Float].self, "[0.5]") == [0.5])
  }

  /// Tells absent from null, and has its default from the context.
  struct Tristate<Value: Decodable & Equatable & Sendable>: DecodableWhenAbsent, Equatable {
    enum State: Equatable { case absent(String), null, present(Value) }
    var state: State

    init(_ state: State) { self.state = state }

    init(from decoder: any Decoder) throws {
      let wire = try #require(decoder as? WireDecoder)
      state = wire.node.isNull ? .null : .present(try Value(from: decoder))
    }

    static func whenAbsent(forKey key: String, context: AnyObject?) throws -> Self {
      guard let defaults = context as? Defaults else {
        throw CallbookError(.invalidParams, "is wanted")
      }
      return Self(.absent(defaults.byName[key] ?? ""))
    }
  }

  final class Defaults {
    let byName = ["a": "default of a"]
  }

  struct Tristates: Decodable { var a: Tristate<Int>, b: Tristate<Int>, c: Tristate<String> }

  @Test func `a type may tell absent from null and find its default in the context`() throws {
    let value = try decode(Tristates.self, #"{"b":null,"c":"x"}"#, context: Defaults())
    #expect(value.a.state == .absent("default of a"))
    #expect(value.b.state == .null)
    #expect(value.c.state == .present("x"))
    let error = try #require(throws: CallbookError.self) {
      try decode(Tristates.self, #"{"b":null,"c":"x"}"#)
    }
    #expect(error.violations == [Violation("/a", "is wanted")])
  }

  @Test func `the context and the path are there while decoding`() throws {
    struct Probe: Decodable {
      let path: [String]
      let name: String?
      let isContextSame: Bool

      init(from decoder: any Decoder) throws {
        let wire = try #require(decoder as? WireDecoder)
        path = decoder.codingPath.map(\.stringValue)
        name = wire.name
        isContextSame = wire.context === decoder.userInfo.values.first as AnyObject
      }
    }
    let context = Defaults()
    let probes = try decode([String: [Probe]].self, #"{"x":[1,{"y":2}]}"#, context: context)
    #expect(probes["x"]?.map(\.path) == [["x", "0"], ["x", "1"]])
    #expect(probes["x"]?.allSatisfy { $0.name == nil && $0.isContextSame } == true)
    #expect(try decode([String: Probe].self, #"{"n":1}"#)["n"]?.name == "n")
  }

  @Test func `nested containers, by hand`() throws {
    struct Manual: Decodable {
      enum Key: CodingKey { case outer, list, inner }
      let inner: Int
      let rest: [String]

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let outer = try container.nestedContainer(keyedBy: Key.self, forKey: .outer)
        inner = try outer.decode(Int.self, forKey: .inner)
        var list = try container.nestedUnkeyedContainer(forKey: .list)
        #expect(list.count == 3)
        #expect(try list.decodeNil())
        #expect(try list.decodeNil() == false)
        var rest: [String] = []
        while !list.isAtEnd { rest.append(try list.decode(String.self)) }
        self.rest = rest
      }
    }
    let manual = try decode(Manual.self, #"{"outer":{"inner":5},"list":[null,"a","b"]}"#)
    #expect(manual.inner == 5)
    #expect(manual.rest == ["a", "b"])
  }

  @Test func `what tries one type and then another may`() throws {
    enum TextOrNumber: Decodable, Equatable {
      case text(String), number(Int)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
    #expect(try decode([TextOrNumber].self, #"[1,"a"]"#) == [.number(1), .text("a")])
  }

  @Test func `a dictionary of thousands is decoded whole`() throws {
    let text = "{" + (0..<9_000).map { "\"k\($0)\":[\($0)]" }.joined(separator: ",") + "}"
    #expect(throws: CallbookError.self) { try decode([String: [Int]].self, text) }
    let roomy = JSONTape(limits: JSONLimits(tokens: 30_000))
    let dictionary = try WireDecoder.decode(
      [String: [Int]].self, from: try roomy.parse(text.utf8))
    #expect(dictionary.count == 9_000)
    #expect(dictionary["k8999"] == [8_999])
  }
}
