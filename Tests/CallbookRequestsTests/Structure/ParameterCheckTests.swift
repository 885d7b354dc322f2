import CallbookJSON
import CallbookModel
import CallbookRequests
import Testing

struct ParameterCheckTests {
  private func violations(_ method: String, _ params: String) throws -> [Violation] {
    let node = try JSONTape().parse(params.utf8)
    let method = try #require(MethodTable.all[method])
    do throws(CallbookError) {
      try method.check(node)
      return []
    } catch {
      return error.violations
    }
  }

  @Test func `what is right passes`() throws {
    #expect(try violations("contact.add", #"{"name":"x","points":[]}"#).isEmpty)
  }

  @Test func `a text where an object is due is told as that, not as members that are missing`()
    throws
  {
    #expect(
      try violations("contact.add", #"{"name":"x","points":["a"]}"#)
        == [Violation("/points/0", "must be an object, not a string")])
    #expect(
      try violations("contact.import", #"{"rows":[{"line":1,"name":"x"},7]}"#)
        == [Violation("/rows/1", "must be an object, not a number")])
  }
}
