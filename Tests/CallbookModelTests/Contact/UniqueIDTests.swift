import CallbookModel
import CallbookTesting
import Testing

struct UniqueIDTests {
  @Test func `a new one is of version 7 and begins with its time`() {
    let randomness = SequentialRandomness()
    let instant = Instant(millisecondsSince1970: 0x0123_4567_89AB)
    for _ in 0..<100 {
      let text = UniqueID(at: instant, randomness: randomness).description
      #expect(text.hasPrefix("01234567-89ab-7"))
      #expect("89ab".contains(Array(text)[19]))
      #expect(UniqueID(text)?.description == text)
    }
  }

  @Test func `later ones come later`() {
    let randomness = SequentialRandomness()
    let ids = (0..<50).map {
      UniqueID(at: Instant(millisecondsSince1970: 1_000_000 + $0), randomness: randomness)
    }
    #expect(ids.map(\.description) == ids.map(\.description).sorted())
  }

  @Test func `it is read from text in several forms, and from bytes`() {
    let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
    let id = UniqueID(text)
    #expect(id?.description == text)
    #expect(UniqueID("urn:uuid:" + text) == id)
    #expect(UniqueID(text.uppercased()) == id)
    #expect(id.map { UniqueID(bytes: $0.bytes) } == id)
  }

  @Test(arguments: [
    "", "f81d4fae7dec11d0a76500a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
    "g81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6x",
    "+81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6",
    "----f81d4fae7dec11d0a76500a0c91e6bf6",
  ]) func `what is no UUID is refused`(_ text: String) {
    #expect(UniqueID(text) == nil)
  }
}
