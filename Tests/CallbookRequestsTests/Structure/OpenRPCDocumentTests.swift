import CallbookTesting
import Testing

/// `rpc.discover` is an OpenRPC document, and the one that was reviewed.
struct OpenRPCDocumentTests {
  static func document() throws -> (text: String, value: WireValue) {
    let shop = try TestShop()
    let connection = shop.connect()
    connection.send(#"{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}"#)
    let line = try #require(connection.lines().first)
    let value = try #require(try WireValue(text: line)["result"])
    return (line, value)
  }

  @Test func `the document is the one that was reviewed`() throws {
    let text = try Self.document().text.replacing("},{\"name\":", with: "},\n{\"name\":")
    try Goldens.check(text + "\n", against: "../Goldens/openrpc.json")
  }

  @Test func `the document has what OpenRPC 1.3 demands`() throws {
    let document = try Self.document().value
    #expect(document["openrpc"]?.text == "1.3.2")
    #expect(document["info"]?["title"]?.text != nil && document["info"]?["version"]?.text != nil)
    let methods = document["methods"]?.items ?? []
    let names = methods.compactMap { $0["name"]?.text }
    #expect(names.count == methods.count && Set(names).count == names.count && names.count > 30)
    for method in methods {
      let name = method["name"]?.text ?? ""
      #expect(method["paramStructure"]?.text == "by-name")
      let params = method["params"]?.items ?? []
      #expect(Set(params.compactMap { $0["name"]?.text }).count == params.count)
      for param in params {
        try Self.check(param["schema"], "\(name) \(param["name"]?.text ?? "")")
      }
      let result = try #require(method["result"])
      #expect(result["name"]?.text == "result")
      try Self.check(result["schema"], "\(name) result")
      let required = params.map { $0["required"] == .boolean(true) }
      #expect(required.sorted { $0 && !$1 } == required, "\(name): required parameters come first")
    }
  }

  /// A schema says what it is, its `required` names exist, and so on downwards.
  private static func check(_ schema: WireValue?, _ place: String) throws {
    let schema = try #require(schema, "\(place) has no schema")
    let isAnything = schema.members.isEmpty
    #expect(
      isAnything || ["type", "enum", "allOf", "items"].contains { schema[$0] != nil },
      "\(place): \(schema)")
    let properties = schema["properties"]?.members ?? [:]
    for name in schema["required"]?.items ?? [] {
      #expect(properties[name.text ?? ""] != nil, "\(place) requires what there is not: \(name)")
    }
    for (name, property) in properties { try check(property, "\(place)/\(name)") }
    if let items = schema["items"] { try check(items, place + "/items") }
    for part in schema["allOf"]?.items ?? [] { try check(part, place) }
  }
}
