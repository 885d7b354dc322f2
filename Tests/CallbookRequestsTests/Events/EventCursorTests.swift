import CallbookModel
import CallbookRequests
import Testing

struct EventCursorTests {
  static let instance = "0198f3a0-0000-7000-8000-000000000001"

  @Test func `a cursor reads as it was written`() throws {
    for seq: Int64 in [0, 1, 12, .max] {
      let cursor = EventCursor(instance: try #require(UniqueID(Self.instance)), seq: seq)
      #expect(EventCursor(cursor.description) == cursor)
    }
  }

  @Test(arguments: [
    "", "@", "5", "5@", "@\(instance)", "-5@\(instance)", "+5@\(instance)", "05@\(instance)",
    "5@@\(instance)", "@5@\(instance)", "5@\(instance)@", "5@urn:uuid:\(instance)",
    "5@\(instance.uppercased())", " 5@\(instance)", "9223372036854775808@\(instance)",
  ])
  func `what was never given out is no cursor`(text: String) {
    #expect(EventCursor(text) == nil)
  }
}
