import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation
import Testing

/// What an error tells people to type is a command that there is.
struct HintTests {
  /// Commands that are no request: a search is one word shorter.
  private static let short: Set = ["find", "card"]

  @Test(arguments: ConversationTests.names) func `hints name commands that there are`(
    _ name: String
  ) throws {
    let text = try String(
      contentsOf: ConversationTests.folder.appendingPathComponent(name), encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("< ") {
      for hint in try Self.hints(in: WireValue(text: String(line.dropFirst(2)))) {
        guard let command = hint.firstMatch(of: /\bcallbook (\w+)(?: (\w+))?/) else { continue }
        let method = "\(command.1).\(command.2 ?? "")"
        let isThere = Self.short.contains(String(command.1)) || MethodTable.all[method] != nil
        #expect(isThere || hint.hasPrefix("run callbook"), "\(hint)")
        try Self.checkOptions(of: hint, method)
      }
    }
  }

  /// Every option is a parameter of the method.
  private static func checkOptions(of hint: String, _ method: String) throws {
    for option in hint.matches(of: /--([a-z-]+)/) {
      let name = option.1.replacing("-", with: "_")
      #expect(MethodTable.all[method]?.parameters.field(String(name)) != nil, "\(hint)")
    }
  }

  private static func hints(in value: WireValue) -> [String] {
    value["error"]?["data"]?["hint"]?.text.map { [$0] } ?? []
  }
}
