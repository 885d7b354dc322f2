import CallbookModel
import CallbookStore

/// Whether a row's contact is there already.
extension CheckedDraft {
  /// The contact that this row was imported as before, or that it is about.
  ///
  /// One that was merged away comes back with every file it was in: whoever it became part of is
  /// known in its place.
  ///
  /// - Throws: `INVALID_PARAMS` at the UID when a contact has it that is there no more.
  func known(
    in store: ReadTransaction, _ policy: ImportPolicy
  ) throws(CallbookError) -> ContactID? {
    if let uid {
      if let known = try store.contact(importedAs: uid) { return known }
      if try store.isTaken(uid: uid) { throw .goneUID }
    }
    switch policy {
    case .skip: return try similar(in: store).first
    case .merge:
      let known =
        try similar(in: store)
        + (numbers.isEmpty && organisation != nil ? try namesakes(in: store).map(\.id) : [])
      // Whoever has all of it already got it when the same row came before: others that it could be
      // about by now were not there then.
      for id in known where try addsNothing(to: id, in: store) { return id }
      return known.first
    case .add: return try said(in: store)
    }
  }

  private var numbers: [PointAddress] {
    points.map(\.address).filter { $0.kind == .phone || $0.kind == .email }
  }

  private var nameKey: NameKey { NameKey(kind: kind, name: name, company: organisation) }

  /// Contacts of the same name with one of the phones or emails; a row without any says nothing new
  /// if a contact of the same name and company has everything that stands in it. With another number
  /// it may be somebody else of that name.
  private func similar(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    var similar: [ContactID] = []
    for number in numbers {
      // Points that were removed since then count: they are not to come back with the file.
      for id in try store.contacts(everHaving: number.normal, number.kind) {
        guard let contact = try store.contactOrSurvivor(id) else { continue }
        let names = try store.names(of: contact).map { TextFolding.fold($0) }
        if names.contains(TextFolding.fold(name)) { similar.append(contact.id) }
      }
    }
    guard numbers.isEmpty else { return similar }
    return try namesakes(in: store).filter { hasAllPoints($0) }.map(\.id)
  }

  /// Contacts that are called as the row, or of which a part was, with their removed points. Whoever
  /// came with another UID than the row's is somebody else of that name.
  ///
  /// A contact with a phone and no company is found by its points alone: it has no key of its name.
  private func namesakes(in store: ReadTransaction) throws(CallbookError) -> [Contact] {
    var namesakes: [Contact] = []
    for id in try candidates(in: store) {
      guard let contact = try store.contactOrSurvivor(id, withRemoved: true) else { continue }
      if uid != nil, try store.importedUID(of: contact.id) != nil { continue }
      let keys = try faces(of: contact, in: store).map(\.nameKey)
      if keys.contains(nameKey) { namesakes.append(contact) }
    }
    return namesakes
  }

  private func candidates(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    guard let first = points.first?.address else { return try store.contacts(named: nameKey) }
    let holders = try store.contacts(everHaving: first.normal, first.kind)
    return holders + (try store.contacts(named: nameKey))
  }

  /// A contact that says everything that the row says, itself or by one that became part of it.
  private func said(in store: ReadTransaction) throws(CallbookError) -> ContactID? {
    let fields = try fields(in: store)
    for id in try candidates(in: store) {
      guard let contact = try store.contactOrSurvivor(id, withRemoved: true),
        hasAllPoints(contact),
        try faces(of: contact, in: store).contains(where: { hasAllFields($0, fields) }),
        try hasAllPeople(contact, in: store)
      else { continue }
      return contact.id
    }
    return nil
  }

  /// The contact, and what became part of it.
  private func faces(
    of contact: Contact, in store: ReadTransaction
  ) throws(CallbookError) -> [Contact] {
    [contact] + (try store.parts(of: contact).map(\.contact))
  }

  /// Whether a contact has all points of the row, or had them.
  private func hasAllPoints(_ contact: Contact) -> Bool {
    points.allSatisfy { point in
      contact.points.contains { point.address.isSame(as: $0) }
    }
  }

  private func hasAllFields(_ contact: Contact, _ fields: CustomFieldValues) -> Bool {
    func says(_ text: String?, _ field: String?) -> Bool {
      guard let text = Self.text(text) else { return true }
      return text == field
    }
    return contact.name == name && contact.kind == kind
      && says(organisation, contact.organisation) && says(row.title, contact.title)
      && says(row.language, contact.language) && says(row.notes, contact.notes)
      && (row.category ?? contact.category) == contact.category
      && (row.status ?? contact.status) == contact.status
      && Set(row.tags).isSubset(of: contact.tags)
      && fields.entries.allSatisfy { contact.fields[$0.key] == $0.value }
  }

  /// Whether the people of the row are a contact's emergency list, or among those of what became it.
  private func hasAllPeople(
    _ contact: Contact, in store: ReadTransaction
  ) throws(CallbookError) -> Bool {
    guard !row.emergency.isEmpty else { return true }
    let list = try store.emergencyList(of: .contact(contact.id))
    guard try store.parts(of: contact).isEmpty else {
      return people.allSatisfy { person in list.contains { $0.says(person) } }
    }
    return people.count == list.count
      && zip(people, list).allSatisfy { person, entry in entry.says(person) }
  }
}

extension CallbookError {
  /// The UID stays with it, so that no file brings back what was taken away.
  fileprivate static var goneUID: CallbookError {
    CallbookError(
      .invalidParams, "the row is wrong",
      violations: [
        Violation(
          "/uid",
          "belongs to a contact that was taken out of the register; "
            + "without its uid the row is imported as a new one")
      ])
  }
}
