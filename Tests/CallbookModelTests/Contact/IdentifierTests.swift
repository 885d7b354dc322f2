import CallbookModel
import Testing

struct IdentifierTests {
  @Test(arguments: ["c12", "C12", "12", "c012"])
  func `an id is read as people type it`(_ text: String) {
    #expect(ContactID(text)?.description == "c12")
  }

  @Test(arguments: [
    "", "c", "c0", "0", "k12", "c-1", "-1", "c1.0", "c 1", "c1x", "１２", "c99999999999999999", "ｃ1",
  ]) func `what is no id is refused`(_ text: String) {
    #expect(ContactID(text) == nil)
  }

  @Test func `ids of one kind have their order`() {
    #expect(PointID(2) < PointID(10))
    #expect(PointID(7).description == "m7")
  }
}
