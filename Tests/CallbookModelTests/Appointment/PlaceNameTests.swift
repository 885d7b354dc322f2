import CallbookModel
import Testing

struct PlaceNameTests {
  @Test(arguments: ["riverside", "a", "room-2", "2"])
  func `a short name is typed as it is`(_ text: String) {
    #expect(PlaceName(text)?.text == text)
  }

  @Test(arguments: ["", "Riverside", "a b", "江边", "a_b", String(repeating: "a", count: 41)])
  func `anything else is none`(_ text: String) {
    #expect(PlaceName(text) == nil)
  }
}
