import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation
import Testing

/// `rpc.discover` is held against OpenRPC, and against what requests and replies really look like.
struct DiscoveryTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Schema/check.py").path

  /// All conversations as they really go, and the manual's examples.
  private static func traffic() throws -> [String] {
    var traffic: [String] = []
    for name in ConversationTests.names {
      var conversation = try Conversation(record: DispatchRecord())
      try conversation.replay(
        String(contentsOf: ConversationTests.folder.appendingPathComponent(name), encoding: .utf8))
      traffic += conversation.traffic.map { $0.hasPrefix("@") ? "\($0) \(name)" : $0 }
    }
    for method in MethodTable.all.methods {
      for example in method.examples {
        let (shop, admin) = try ExampleShop.open()
        let line =
          #"{"jsonrpc":"2.0","id":1,"method":"\#(method.name)","params":\#(example.params)}"#
        admin.send(line)
        traffic += ["@ \(method.name)", "> \(line)"] + admin.lines().map { "< \($0)" }
        withExtendedLifetime(shop) {}
      }
    }
    return traffic
  }

  private static func document() throws -> String {
    let line = try OpenRPCDocumentTests.document().text
    return String(try #require(between(#""result":"#, "\n", in: line + "\n")?.dropLast()))
  }

  /// - Returns: what the script found, and its exit status.
  private static func check(
    _ document: String, _ traffic: [String]
  ) throws -> (code: CInt, said: String) {
    let area = try TestDirectory()
    try write(([document] + traffic).joined(separator: "\n").utf8, to: area.file("traffic"))
    // The system's own: it has the package, whatever other Python stands first in PATH.
    let program = try Program(
      ["/usr/bin/python3", "-B", script, area.file("traffic")], output: area.file("said"))
    let code = program.wait()
    return (code, text(of: area.file("said")))
  }

  @Test func `the document is OpenRPC, and every request and reply is as it says`() throws {
    let traffic = try Self.traffic()
    #expect(traffic.count > 1000)
    let (code, said) = try Self.check(Self.document(), traffic)
    #expect(code == 0, "\(said)")
  }

  @Test(arguments: [
    (#""openrpc":"1.3.2""#, #""openrpc":"2.0.0""#, "document/openrpc"),
    (#""name":"shop.get""#, #""name":"shop.edit""#, "shop.edit: the name of two methods"),
    (#""minLength":1"#, #""minLength":"1""#, "document/methods"),
    (#""x-effect":"write""#, #""effect":"write""#, "document/methods"),
    (#""code":-32006"#, #""code":-32009"#, "two errors have the code -32009"),
    (#""title""#, #""titel""#, "document/info"),
  ]) func `a document that is no OpenRPC is found`(
    _ right: String, _ wrong: String, _ finding: String
  ) throws {
    let document = try Self.document()
    let broken = document.replacing(right, with: wrong)
    #expect(broken != document)
    let (code, said) = try Self.check(broken, [])
    #expect(code == 1 && said.contains(finding), "\(said)")
  }

  @Test func `a reply that is not as the document says is found`() throws {
    let ping = #"> {"jsonrpc":"2.0","id":1,"method":"rpc.ping"}"#
    let right = #"< {"jsonrpc":"2.0","id":1,"result":{"pong":true}}"#
    let wrong = #"< {"jsonrpc":"2.0","id":1,"result":{"pong":"yes"}}"#
    let unasked = #"> {"jsonrpc":"2.0","id":1,"method":"rpc.ping","params":{"x":1}}"#
    func said(_ lines: String...) throws -> String {
      try Self.check(Self.document(), ["@ 0"] + lines).said
    }
    #expect(try said(ping, right).contains("rpc.ping") == false)
    #expect(try said(ping, wrong).contains("rpc.ping result/pong"))
    #expect(try said(unasked, right).contains("rpc.ping params"))
    #expect(try said(ping).contains("rpc.ping: no conversation has it succeed"))
  }
}
