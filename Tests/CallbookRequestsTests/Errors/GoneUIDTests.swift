import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// A UID stays with its contact, so that no file brings back what was taken out of the register.
struct GoneUIDTests {
  private static let own = "urn:uuid:00000000-0000-4000-8000-000000000042"
  private static let rows = """
    {"rows":[{"line":2,"uid":"urn:x:gone","name":"孙三"},{"line":3,"uid":"\(own)","name":"李四"},\
    {"line":4,"name":"周五"}]}
    """

  @Test(arguments: [ContactState.hidden, .erased])
  func `a row with the UID of a contact that is gone is rejected, and says why`(
    state: ContactState
  ) throws {
    let (shop, admin) = try ExampleShop.open()
    #expect(try admin.result("contact.import", Self.rows)["added"]?.integer == 3)
    try SQLConnection(checkpointing: shop.directory.path + "/callbook.db").execute(
      script: "UPDATE contact SET state = '\(state.rawValue)' WHERE name IN ('孙三', '李四', '周五')")
    let reply = try admin.result("contact.import", Self.rows)
    // Without a UID there is nothing to tell it by.
    #expect(reply["added"]?.integer == 1)
    let rejected = try #require(reply["rejected"]?.items)
    #expect(rejected.map { $0["line"]?.integer } == [2, 3])
    for row in rejected {
      let reasons = row["reasons"]?.texts ?? []
      #expect(reasons.count == 1)
      #expect(reasons[0].hasPrefix("uid: belongs to a contact that was taken out"))
    }
  }
}
