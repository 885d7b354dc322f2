import CallbookModel
import FoundationEssentials
import Testing

@Suite struct ContactDraftTests {
  private func json(_ draft: ContactDraft) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(draft), as: UTF8.self)
  }

  @Test func `what is absent or empty is not sent`() throws {
    #expect(try json(ContactDraft(name: "王")) == #"{"name":"王"}"#)
  }

  @Test func `points and emergency contacts are objects with plain words`() throws {
    let draft = ContactDraft(
      name: "A", tags: ["b"],
      points: [PointDraft(.wechat, "wx", label: "work", isPreferred: true), PointDraft(.qq, "1")],
      emergency: [EmergencyDraft(name: "C", phone: "1")])
    #expect(
      try json(draft) == """
        {"emergency":[{"name":"C","phone":"1"}],"name":"A","points":[{"kind":"wechat",\
        "label":"work","preferred":true,"value":"wx"},{"kind":"qq","value":"1"}],"tags":["b"]}
        """)
  }

  @Test func `every draft comes back from its JSON`() throws {
    for seed in UInt64(0)..<100 {
      var contacts = RandomContacts(seed: seed)
      let draft = contacts.next()
      let bytes = try JSONEncoder().encode(draft)
      #expect(try JSONDecoder().decode(ContactDraft.self, from: bytes) == draft, "seed \(seed)")
    }
  }
}
