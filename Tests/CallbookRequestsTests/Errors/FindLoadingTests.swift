import CallbookTesting
import Testing

@testable import CallbookStore

/// Finding before the names are there.
struct FindLoadingTests {
  /// A shop whose names are never read: what they are read from is gone.
  static func answer(_ record: DispatchRecord) throws -> WireValue {
    let shop = try TestShop(record: record)
    _ = try shop.connect().result("contact.add", #"{"name":"王小明"}"#)
    shop.close()
    try SQLConnection(checkpointing: shop.directory.path + "/callbook.db")
      .execute(script: "DROP VIEW live_contact")
    try shop.open(waitingForNames: false)
    return try shop.connect().call("contact.find", #"{"text":"王"}"#)
  }

  @Test func `whoever finds too early is told so, not that there is nobody`() throws {
    let data = try Self.answer(DispatchRecord())["error"]?["data"]
    #expect(data?["reason"]?.text == "LOADING")
    #expect(data?["retryable"] == .boolean(true))
  }
}
