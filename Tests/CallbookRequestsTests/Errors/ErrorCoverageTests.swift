import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation
import Testing

/// Whatever the manual says that may fail does fail in a test: nothing is declared on suspicion.
struct ErrorCoverageTests {
  /// Where what no conversation can provoke is provoked: a file of Tests that names the reason.
  private static let elsewhere: [Reason: String] = [
    .invalidUTF8: "CallbookRequestsTests/BrokenInputTests.swift",
    .wrongEncoding: "CallbookRequestsTests/BrokenInputTests.swift",
    .tooManyTokens: "CallbookRequestsTests/BrokenInputTests.swift",
    .lineTooLong: "CallbookRequestsTests/BrokenInputTests.swift",
    .replyTooLarge: "CallbookRequestsTests/BrokenInputTests.swift",
    .tooManyInFlight: "CallbookRequestsTests/BrokenInputTests.swift",
    .queueFull: "CallbookStoreTests/Writer/WriterQueueTests.swift",
    .diskFull: "CrashTests/FullDiskTests.swift",
    .storeFailing: "CrashTests/SyncTests.swift",
    .commitUnknown: "CrashTests/SyncTests.swift",
    .storeCorrupt: "CallbookStoreTests/Opening/RefusedStoreTests.swift",
  ]

  /// A bug by definition: a test that provokes it would have found one.
  private static let exempt: Set<Reason> = [.internal]

  /// What failed, and how, in all conversations together.
  private static func provoked() throws -> Set<DispatchRecord.Failure> {
    let record = DispatchRecord()
    for name in ConversationTests.names {
      let text = try String(
        contentsOf: ConversationTests.folder.appendingPathComponent(name), encoding: .utf8)
      var conversation = try Conversation(record: record)
      try conversation.replay(text)
    }
    _ = try FindLoadingTests.answer(record)
    _ = try BackupErrorTests.answers(record)
    _ = try ReinstateErrorTests.answers(record)
    let refused = record.refusals.map { DispatchRecord.Failure(method: nil, reason: $0) }
    return record.failures.union(refused)
  }

  @Test func `every error that a method declares is provoked`() throws {
    let provoked = try Self.provoked()
    for method in MethodTable.all.methods {
      for reason in method.errors {
        #expect(
          provoked.contains { $0.method == method.name && $0.reason == reason },
          "\(method.name) declares \(reason.rawValue): a conversation has to provoke it")
      }
    }
  }

  @Test func `every error that any method may have is provoked, or is a bug`() throws {
    let provoked = Set(try Self.provoked().map(\.reason))
    for reason in Reason.common {
      let isElsewhere = try Self.elsewhere[reason].map { try Self.names(reason, in: $0) } ?? false
      let places = [
        provoked.contains(reason), isElsewhere, Self.exempt.contains(reason),
      ]
      #expect(
        places.count { $0 } == 1,
        "\(reason.rawValue) has to be provoked by a conversation or be listed here, in one place")
    }
  }

  private static func names(_ reason: Reason, in file: String) throws -> Bool {
    let tests = ConversationTests.folder.appendingPathComponent("../..")
    let text = try String(contentsOf: tests.appendingPathComponent(file), encoding: .utf8)
    return text.contains(reason.rawValue) || text.contains(".\(reason)")
  }
}
