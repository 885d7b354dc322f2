import CallbookJSON

/// What somebody corrects of a contact, asked for line by line.
struct ReviewCorrection {
  private(set) var fields: [(name: String, value: String?)] = []
  private(set) var edited: [(id: String, value: String)] = []
  private(set) var removed: [String] = []
  private(set) var added: [(kind: String, value: String)] = []

  var isEmpty: Bool { fields.isEmpty && edited.isEmpty && removed.isEmpty && added.isEmpty }

  /// An empty line keeps, a hyphen clears.
  private static let clearing = "-"
  private static let asked = ["name", "title", "organisation", "notes"]
  private static let kinds = ["phone", "email", "wechat", "qq", "address", "handle"]

  /// - Returns: nil when the input ended.
  init?(of card: ReviewedCard, _ texts: Texts, ask: (String) -> String?) {
    for name in Self.asked {
      guard let typed = ask(texts.reviewField(texts.title(of: name), card.text(name))) else {
        return nil
      }
      if typed == Self.clearing, name != "name" {
        fields.append((name, nil))
      } else if !typed.isEmpty {
        fields.append((name, typed))
      }
    }
    for point in card.points {
      guard let typed = ask(texts.reviewField(texts.word("kind", point.kind), point.value)) else {
        return nil
      }
      if typed == Self.clearing {
        removed.append(point.id)
      } else if !typed.isEmpty {
        edited.append((point.id, typed))
      }
    }
    while true {
      guard let typed = ask(texts.reviewAnotherPoint) else { return nil }
      if typed.isEmpty { return }
      added.append(Self.point(typed))
    }
  }

  /// `wechat xm-wang`; a bare number is a phone, and what holds an @ an email.
  static func point(_ typed: String) -> (kind: String, value: String) {
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, kinds.contains(words[0]) { return (words[0], words[1]) }
    return (typed.contains("@") ? "email" : "phone", typed)
  }

  func write(into json: inout JSONWriter, contact: String) {
    if !fields.isEmpty {
      json.key("edit")
      json.beginObject()
      json.member("id", contact)
      for field in fields {
        json.key(field.name)
        json.value(field.value)
      }
      json.endObject()
    }
    if !edited.isEmpty {
      json.key("edit_points")
      json.beginArray()
      for point in edited {
        json.beginObject()
        json.member("id", point.id)
        json.member("value", point.value)
        json.endObject()
      }
      json.endArray()
    }
    if !removed.isEmpty { json.member("remove_points", removed) }
    if !added.isEmpty {
      json.key("add_points")
      json.beginArray()
      for point in added {
        json.beginObject()
        json.member("kind", point.kind)
        json.member("value", point.value)
        json.endObject()
      }
      json.endArray()
    }
  }
}
