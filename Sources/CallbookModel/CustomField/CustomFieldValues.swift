/// The custom fields of one thing that have a value, by their keys, in the order of their definitions.
///
/// On the wire an object; left out of a reply when it is empty.
package struct CustomFieldValues: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let key: String
    package let value: CustomFieldValue

    package init(_ key: String, _ value: CustomFieldValue) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  package var isEmpty: Bool { entries.isEmpty }

  package subscript(key: String) -> CustomFieldValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place] = Entry(key, value)
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(key, value))
      case (nil, nil): break
      }
    }
  }

  /// With what the other has and this one lacks.
  package func filled(from other: Self) -> Self {
    Self(entries + other.entries.filter { self[$0.key] == nil })
  }
}

/// What a change says of custom fields: those that it does not name stay, nil clears.
package struct CustomFieldPatch: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let key: String
    package let value: CustomFieldValue?

    package init(_ key: String, _ value: CustomFieldValue?) {
      self.key = key
      self.value = value
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  package var isEmpty: Bool { entries.isEmpty }
}
