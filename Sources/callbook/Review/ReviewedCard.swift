import CallbookJSON

/// What of a card is asked for in a walk: a node holds only until the next answer.
struct ReviewedCard {
  struct Point {
    let id: String
    let kind: String
    let value: String
  }

  let contact: String
  /// The review that waits; nil when it was answered meanwhile.
  let review: String?
  let points: [Point]
  private let texts: [String: String]

  init(_ card: JSONNode) {
    contact = card["contact"]?["id"]?.string ?? ""
    review = card["review"]?["open"]?["id"]?.string
    points =
      card["contact"]?["points"]?.elements.compactMap { point in
        guard let id = point["id"]?.string, let kind = point["kind"]?.string,
          let value = point["value"]?.string
        else { return nil }
        return Point(id: id, kind: kind, value: value)
      } ?? []
    var texts: [String: String] = [:]
    if let contact = card["contact"] {
      for (name, value) in contact.members { texts[name] = value.string }
    }
    self.texts = texts
  }

  func text(_ field: String) -> String? { texts[field] }
}
