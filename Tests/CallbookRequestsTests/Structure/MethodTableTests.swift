import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation
import Testing

/// The list of requests is whole, and each says about itself what it has to.
struct MethodTableTests {
  static let methods = MethodTable.all.methods

  @Test func `methods are in the order of their names, each once`() {
    let names = Self.methods.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test func `every request of the sources is listed and has a doc comment`() throws {
    let listed = try Self.text(of: Self.sources.appendingPathComponent("MethodTable+All.swift"))
    for file in try Self.files() {
      let text = try Self.text(of: file)
      let declared = text.matches(
        of: /package struct (\w+)[^\x7B]*?: (?:Read|Write|Prepared|Session)Request\b/)
      for match in declared {
        #expect(listed.contains("Method(\(match.1).self)"), "\(match.1) is not listed")
        let before = text[..<match.range.lowerBound].split(separator: "\n").last ?? ""
        #expect(before.hasPrefix("///"), "\(match.1) has no doc comment")
      }
    }
  }

  @Test(arguments: methods.map(\.name)) func `a request describes itself`(_ name: String) throws {
    let method = try #require(MethodTable.all[name])
    #expect(method.summary.hasSuffix(".") && method.summary.first?.isUppercase == true)
    #expect(method.name.wholeMatch(of: /[a-z]+\.[a-z]+(_[a-z]+)*/) != nil)
    #expect(Set(method.errors).count == method.errors.count)
    #expect(Set(method.errors).isDisjoint(with: Reason.common))
    #expect(method.isAboutContact == !method.permission.owners.isEmpty)
    for field in method.parameters.fields {
      #expect(!field.help.isEmpty && field.help.hasSuffix("."), "\(field.name) has no help")
      #expect(field.name.wholeMatch(of: /[a-z][a-z_]*/) != nil)
    }
  }

  @Test func `a reply that shows how to reach somebody is filtered`() {
    // contact.find shows a phone only where `ContactSearch` lets it; history is for owners.
    // The values of the policy are nobody's.
    let byThemselves: Set = [
      "contact.find", "contact.history", "policy.get", "policy.list", "policy.reset", "policy.set",
    ]
    for method in Self.methods where !byThemselves.contains(method.name) {
      let isSensitive = Self.names(in: method.reply())
        .contains { ["points", "notes", "phone", "value", "values"].contains($0) }
      #expect(
        !isSensitive || method.isReplyFiltered, "\(method.name) shows everything to everybody")
    }
  }

  @Test(arguments: methods.map(\.name)) func `examples work`(_ name: String) throws {
    let method = try #require(MethodTable.all[name])
    for example in method.examples {
      let record = DispatchRecord()
      let (shop, admin) = try ExampleShop.open(record: record)
      let answer = try admin.call(name, example.params)
      #expect(answer["result"] != nil, "\(name) \(example.params): \(answer)")
      #expect(record.undeclared.isEmpty)
      withExtendedLifetime(shop) {}
    }
  }

  @Test func `every method that stands alone has an example`() {
    let ofConnection: Set = ["events.unsubscribe", "rpc.cancel", "rpc.discover"]
    // What it answers is another thing every time.
    let changing: Set = ["system.metrics"]
    for method in Self.methods where !ofConnection.union(changing).contains(method.name) {
      #expect(!method.examples.isEmpty, "\(method.name) has no example")
    }
  }

  private static func names(in schema: ReplySchema) -> [String] {
    schema.members.flatMap { [$0.name] + names(in: $0.schema) }
  }

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../Sources/CallbookRequests")

  private static func files() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }.map { sources.appendingPathComponent($0) }
  }

  private static func text(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }
}
