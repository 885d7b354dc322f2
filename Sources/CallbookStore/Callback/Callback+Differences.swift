import CallbookModel

extension Callback {
  /// Every field as text, by the name under which the ledger and the wire know it.
  private var fieldTexts: [(field: String, text: String?)] {
    [
      ("contact", contact.description), ("terminal", terminal), ("occasion", occasion.rawValue),
      ("reason", reason), ("assignee", assignee), ("state", state.rawValue),
      ("due_at", due.description), ("next_at", next?.description),
      ("late", isLate ? "true" : nil), ("cause", end?.cause?.rawValue), ("note", end?.note),
    ]
  }

  /// What differs; everything when there was nothing before.
  func changes(since old: Callback?) -> [FieldChange] {
    let before = old?.fieldTexts
    let fields = zip(fieldTexts.indices, fieldTexts).compactMap { place, new -> FieldChange? in
      let text = before?[place].text
      return text == new.text ? nil : FieldChange(new.field, before: text, after: new.text)
    }
    let known = old?.attempts.count ?? 0
    let added = attempts.enumerated().dropFirst(known).map { place, attempt in
      FieldChange("attempts/\(place + 1)", before: nil, after: attempt.ledgerText)
    }
    return fields + added
  }
}

extension CallbackAttempt {
  fileprivate var ledgerText: String {
    [outcome.rawValue, point?.description, at.description, until?.description, note]
      .compactMap { $0 }.joined(separator: " ")
  }
}
