import CallbookModel
import Testing

struct DuplicateKeyTests {
  private static func key(
    _ name: String, _ company: String?, _ kind: ContactKind = .person
  ) -> NameKey {
    NameKey(kind: kind, name: name, company: company)
  }

  @Test func `the way a name is typed makes no difference`() {
    #expect(Self.key("王小明", "ABC 便利店") == Self.key(" 王 小明", "Ａｂｃ便利店"))
    #expect(Self.key("王小明", "A") != Self.key("王小明", "B"))
    #expect(Self.key("A", "B") != Self.key("AB", ""))
    #expect(Self.key("A", nil, .organisation) != Self.key("A", nil))
  }

  @Test func `a person's name alone tells nobody apart`() {
    #expect(!Self.key("王小明", nil).tellsApart && Self.key("王小明", nil).number < 0)
    #expect(Self.key("王小明", "A").tellsApart && Self.key("王小明", "A").number > 0)
    #expect(Self.key("A", nil, .organisation).tellsApart)
  }

  @Test func `a place is read as it was written`() {
    for place in [DuplicatePlace(.phone, "4321"), DuplicatePlace(.email, "a:b@example.com")] {
      #expect(DuplicatePlace(place.description) == place)
    }
    for text in ["", "phone", "fax:1", "name:x"] { #expect(DuplicatePlace(text) == nil) }
  }
}
