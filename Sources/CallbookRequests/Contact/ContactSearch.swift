import CallbookModel
import CallbookStore

/// One search at the counter: what the text may be decides which keys are looked through.
struct ContactSearch {
  let text: String
  let limit: Int
  let environment: Environment

  func run(in store: ReadTransaction) throws(CallbookError) -> [FoundContact] {
    var found: [FoundContact] = []
    var seen: Set<ContactID> = []
    for hit in try hits(in: store) {
      guard found.count < limit else { break }
      // What was merged away is known by its old name and id; found is what it is part of.
      guard !seen.contains(hit.id), let contact = try store.contactOrSurvivor(hit.id),
        seen.insert(contact.id).inserted
      else { continue }
      if let shown = shown(contact, hit.key) { found.append(shown) }
    }
    return found
  }

  private func hits(in store: ReadTransaction) throws(CallbookError) -> [SearchKeys.Hit] {
    let wanted = TextFolding.fold(text)
    // An agent's sight removes some of what is found.
    let most = environment.caller.seesEverything ? limit : limit * 20
    var hits: [SearchKeys.Hit] = []
    if let id = ContactID(wanted), wanted.hasPrefix("c") {
      hits.append(SearchKeys.Hit(id: id, key: .id))
    }
    let region = environment.shop.region
    if let number = environment.services.phoneNumbers.parse(text, region: region) {
      hits += try store.contacts(withPhone: number.e164)
        .map { SearchKeys.Hit(id: $0, key: .wholeNumber) }
    }
    if let digits = PhoneDigits(text) {
      hits += try store.contacts(withPhoneEnding: digits.digits, limit: most)
    }
    if wanted.contains("@") {
      hits += try store.contacts(withPoint: wanted, isPrefix: true, limit: most)
    } else {
      hits += try store.contacts(withPoint: wanted, isPrefix: false, limit: most)
      hits += try store.contacts(withTag: wanted, limit: most)
    }
    hits += try store.contacts(withFieldValue: text, limit: most)
    hits += store.contacts(named: text, limit: most)
    return hits.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element)
  }

  /// An agent finds somebody else's contact by name or by a whole number, and learns who it is and
  /// whose; anything else would give its points away digit by digit.
  private func shown(_ contact: Contact, _ key: SearchKeys.Key) -> FoundContact? {
    let isOwn = contact.owner != nil && contact.owner == environment.caller.user
    guard !environment.caller.seesEverything, !isOwn else {
      return FoundContact(contact, key, phone: contact.points.first { $0.isUsablePhone }?.value)
    }
    switch key {
    case .id, .name, .wholeNumber: return FoundContact(contact, key, phone: nil)
    case .email, .handle, .tag, .field, .tail, .formerNumber: return nil
    }
  }
}

extension ContactPoint {
  fileprivate var isUsablePhone: Bool { kind == .phone && !doNotUse }
}

extension FoundContact {
  fileprivate init(_ contact: Contact, _ key: SearchKeys.Key, phone: String?) {
    self.init(
      id: contact.id, name: contact.name, kind: contact.kind, title: contact.title,
      organisation: contact.organisation, category: contact.category, status: contact.status,
      owner: contact.owner, phone: phone, matched: key.word)
  }
}

extension SearchKeys.Key {
  /// As the reply names it.
  fileprivate var word: String {
    switch self {
    case .id: "id"
    case .wholeNumber: "phone"
    case .email: "email"
    case .name: "name"
    case .handle: "handle"
    case .tag: "tag"
    case .field: "field"
    case .tail: "last digits"
    case .formerNumber: "former number"
    }
  }
}
