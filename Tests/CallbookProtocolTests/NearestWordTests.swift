import CallbookProtocol
import Testing

struct NearestWordTests {
  private static let words = ["name", "kind", "title", "organisation", "tags", "status"]

  @Test(arguments: [
    ("nmae", "name"), ("titel", "title"), ("organization", "organisation"), ("tag", "tags"),
    ("Kind", "kind"), ("statuss", "status"),
  ]) func `a slip of the fingers is understood`(_ typed: String, _ meant: String) {
    #expect(NearestWord.to(typed, among: Self.words) == meant)
  }

  @Test(arguments: ["", "x", "phone", "zzzzzz", String(repeating: "name", count: 100)])
  func `what is like nothing gets no suggestion`(_ typed: String) {
    #expect(NearestWord.to(typed, among: Self.words) == nil)
  }
}
