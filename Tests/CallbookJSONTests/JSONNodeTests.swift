import CallbookFuzzing
import CallbookJSON
import CallbookModel
import Testing

struct JSONNodeTests {
  let tape = JSONTape()

  @Test func `a node answers for its own kind only`() throws {
    let node = try tape.parse(#"[null,true,7,7.5,"s",[],{}]"#.utf8)
    let nodes = Array(node.elements)
    #expect(nodes.map(\.kind) == [.null, .boolean, .integer, .number, .string, .array, .object])
    #expect(nodes.map(\.isNull) == [true, false, false, false, false, false, false])
    #expect(nodes.map(\.boolean) == [nil, true, nil, nil, nil, nil, nil])
    #expect(nodes.map(\.integer) == [nil, nil, 7, nil, nil, nil, nil])
    #expect(nodes.map(\.double) == [nil, nil, 7, 7.5, nil, nil, nil])
    #expect(nodes.map(\.string) == [nil, nil, nil, nil, "s", nil, nil])
    #expect(nodes.map(\.count) == [0, 0, 0, 0, 0, 0, 0])
    #expect(nodes.allSatisfy { $0["a"] == nil && $0.name == nil })
    #expect(nodes.allSatisfy { Array($0.members).isEmpty && Array($0.elements).isEmpty })
  }

  @Test func `members are found in any order, by their unescaped names`() throws {
    let node = try tape.parse(#"{"a":1,"n\u0061me":{"a":2},"":3,"名":[4],"z":5}"#.utf8)
    let asked = ["z", "a", "name", "", "名", "a", "z", "n\\u0061me", "x", "na", "names"]
    let expected = ["5", "1", #"{"a":2}"#, "3", "[4]", "1", "5", nil, nil, nil, nil]
    let found = asked.map { name in
      node[name].map { String(decoding: $0.rawBytes, as: UTF8.self) }
    }
    #expect(found == expected)
    #expect(node["name"]?["a"]?.integer == 2)
    #expect(node["name"]?.name == "name")
    #expect(node.name == nil)
  }

  @Test func `members and elements come in the order of the text`() throws {
    let node = try tape.parse(#"{"b":[1,[2],{"c":3}],"a":{"x":{}},"c":0}"#.utf8)
    #expect(node.count == 3)
    #expect(node.members.map(\.name) == ["b", "a", "c"])
    let elements = try #require(node["b"]).elements
    #expect(
      elements.map { String(decoding: $0.rawBytes, as: UTF8.self) } == ["1", "[2]", #"{"c":3}"#])
  }

  @Test(arguments: [
    "1", "-12.50e+1", "null", "true", #""""#, #""abc""#, #""a\"\\b\u0041""#, #""\\""#,
    #"[ 1, "\n" ]"#, #"{ "a" : 1 }"#,
  ])
  func `raw bytes are the source text`(_ source: String) throws {
    let node = try tape.parse(#" {"x": \#(source) , "y":1}"#.utf8)
    #expect(String(decoding: try #require(node["x"]).rawBytes, as: UTF8.self) == source)
  }

  @Test func `strings are compared byte for byte, escaped or not`() throws {
    let node = try tape.parse(#"["2.0","2\u002e0","é","",20]"#.utf8)
    let nodes = Array(node.elements)
    #expect(nodes.map { $0.stringEquals("2.0") } == [true, true, false, false, false])
    #expect(nodes.map { $0.stringEquals("") } == [false, false, false, true, false])
    #expect(nodes[2].stringEquals("\u{E9}"))
    #expect(!nodes[2].stringEquals("e\u{301}"))
  }

  @Test func `storage is used again without a trace of the text before`() throws {
    _ = try tape.parse(#"{"long":"\#(String(repeating: "x\\n", count: 3000))","b":2}"#.utf8)
    let node = try tape.parse(#"{"a":"\n"}"#.utf8)
    #expect(JSONValue(node) == .object([.init(name: [0x61], value: .string([0x0A]))]))
    #expect(node["b"] == nil)
  }

  @Test func `a node that outlived its text traps`() async {
    await #expect(processExitsWith: .failure) {
      let tape = JSONTape()
      let node = try tape.parse("[1]".utf8)
      _ = try tape.parse("[2]".utf8)
      _ = node.kind
    }
  }
}
