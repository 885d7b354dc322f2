import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation
import Testing

/// Replays every file of the folder Conversations.
struct ConversationTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Conversations")

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".ndjson") }.sorted() ?? []

  @Test(arguments: names) func `a conversation goes as it is written`(_ name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let record = DispatchRecord()
    var conversation = try Conversation(record: record)
    try conversation.replay(text)
    if Goldens.isUpdating {
      try conversation.recorded.joined(separator: "\n").write(
        to: url, atomically: true, encoding: .utf8)
    } else {
      let differences = conversation.differences.joined(separator: "\n")
      #expect(differences.isEmpty, "\(name): \(differences)")
    }
    #expect(record.undeclared.isEmpty, "\(name): a method fails in a way that it does not declare")
  }

  @Test func `there are conversations`() { #expect(Self.names.count >= 10) }
}

extension DispatchRecord {
  /// Failures that neither their method nor every method declares.
  var undeclared: [Failure] {
    failures.filter { failure in
      let declared = failure.method.flatMap { MethodTable.all[$0]?.errors } ?? []
      return !(declared + Reason.common).contains(failure.reason)
    }
  }
}
