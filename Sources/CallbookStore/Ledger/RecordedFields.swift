import CallbookModel

/// A thing whose history is that of its fields.
protocol RecordedFields {
  /// Every field as text, by the name under which the ledger and the wire know it: always the same ones
  /// in the same order.
  var fieldTexts: [(field: String, text: String?)] { get }
}

extension RecordedFields {
  /// What differs; everything when there was nothing before.
  func changes(since old: Self?) -> [FieldChange] {
    let before = old?.fieldTexts
    return fieldTexts.enumerated().compactMap { place, new in
      let text = before?[place].text
      return text == new.text ? nil : FieldChange(new.field, before: text, after: new.text)
    }
  }
}
