import CallbookModel
import Testing

struct QuietHoursTests {
  @Test func `hours over midnight hold both sides of it`() throws {
    let night = try #require(QuietHours("22:00-08:00"))
    #expect(night.description == "22:00-08:00")
    #expect([1320, 1439, 0, 479].allSatisfy(night.contains(minuteOfDay:)))
    #expect(![480, 1319, 720].contains(where: night.contains(minuteOfDay:)))
  }

  @Test func `hours of one day end before their last minute`() throws {
    let noon = try #require(QuietHours("12:00-13:30"))
    #expect(noon.contains(minuteOfDay: 720) && noon.contains(minuteOfDay: 809))
    #expect(!noon.contains(minuteOfDay: 810) && !noon.contains(minuteOfDay: 719))
  }

  @Test(arguments: [
    "", "22:00", "22:00-22:00", "24:00-08:00", "22:60-08:00", "2:00-08:00", "22:00–08:00",
    "22:00-08:00 ", "22.00-08.00",
  ]) func `what is no span is refused`(_ text: String) {
    #expect(QuietHours(text) == nil)
  }
}
