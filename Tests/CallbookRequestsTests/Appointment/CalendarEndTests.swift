import CallbookModel
import CallbookTesting
import Testing

/// Nothing is booked that could not be written afterwards.
struct CalendarEndTests {
  @Test func `what would end beyond the calendar is booked by nobody`() throws {
    let shop = try TestShop.withStaff([("contact.add", #"{"name":"王小明"}"#)])
    let carol = shop.connect(uid: 4003)
    func refused(_ method: String, _ params: String) throws -> [String]? {
      try carol.failure(method, params)?["checks"]?.items.compactMap(\.text)
    }
    let late = #""start":"9999-12-31T23:30:00Z","override":"x""#
    #expect(
      try refused("appointment.book", #"{"contact":"c1","kind":"visit",\#(late)}"#)?.first
        == "beyond_calendar")
    #expect(
      try refused(
        "appointment.book",
        #"{"contact":"c1","kind":"visit","start":"9999-12-31T22:30:00Z","override":"x"}"#) == nil)
    #expect(try refused("appointment.move", #"{"id":"a1",\#(late)}"#)?.first == "beyond_calendar")
  }
}
