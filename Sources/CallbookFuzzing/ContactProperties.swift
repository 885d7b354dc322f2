import CallbookFormats
import CallbookModel

/// Contacts that were read are written in every format and read again as the same contacts.
enum ContactProperties {
  static func check(_ drafts: [ContactDraft]) throws {
    guard !drafts.isEmpty else { return }
    for draft in drafts {
      try require(!draft.name.isEmpty, "a contact has a name")
      try require(draft.points.allSatisfy { !$0.value.isEmpty }, "a point has a value")
    }
    let drafts = drafts.map(withKnownWords)
    for version in VCardVersion.allCases {
      var cards: [UInt8] = []
      for draft in drafts { VCardWriter(version).append(draft, to: &cards) }
      try check(cards, are: drafts, "vCard \(version.rawValue)")
    }
    for language in TableLanguage.allCases {
      // Without the mark a table is taken for what its bytes look like.
      let fields = FieldHeadings(fieldKeys(drafts).map { ($0, $0) })
      let writer = CSVContactWriter(language, fields: fields, hasByteOrderMark: true)
      var table: [UInt8] = []
      writer.appendHead(to: &table)
      for draft in drafts { writer.append(draft, to: &table) }
      try check(table, are: drafts.map(inOrderOfKinds), "a \(language) table", fields)
    }
    try checkLines(drafts)
  }

  /// JSON lines keep any text as it is.
  static func checkLines(_ drafts: [ContactDraft]) throws {
    guard !drafts.isEmpty else { return }
    var lines: [UInt8] = []
    for draft in drafts { JSONContactWriter.append(draft, to: &lines) }
    try check(lines, are: drafts, "JSON lines")
  }

  private static func check(
    _ file: [UInt8], are drafts: [ContactDraft], _ format: String,
    _ fields: FieldHeadings = FieldHeadings()
  ) throws {
    let contacts = try ContactFile(ByteSource(bytes: file)).contacts(fields: fields)
    var place = 0
    while let entry = try contacts.next() {
      // Text is told from garbled text by looking at a whole property, and a contact may be divided
      // into other properties than it came in: then it is refused, which is no silent loss.
      if case .problem(_, .mojibake, _) = entry {
        place += 1
        continue
      }
      guard case .draft(_, let read, _, _) = entry else {
        throw BrokenProperty("\(format) that was written is not read: \(entry)")
      }
      try require(place < drafts.count, "\(format) has more contacts than were written")
      let wanted = drafts[place]
      let found = format.hasSuffix("table") ? inOrderOfKinds(read) : read
      try require(found == wanted, "\(format) reads as\n\(found)\nand was\n\(wanted)")
      place += 1
    }
    try require(place == drafts.count, "\(format) has fewer contacts than were written")
  }

  /// What the daemon would give out again: a card may have any word where only some are known, and
  /// a table keeps others as tags.
  private static func withKnownWords(_ contact: ContactDraft) -> ContactDraft {
    var contact = contact
    func known(_ word: String?, _ words: [String]) -> String? {
      word.flatMap { words.contains($0) ? $0 : nil }
    }
    contact.kind = known(contact.kind, ["person", "organisation"])
    contact.category = known(
      contact.category, ["merchant", "installer", "support", "provider", "staff", "other"])
    contact.status = known(contact.status, ["active", "dormant", "blocked"])
    contact.source = known(contact.source, ["walk-in", "phone", "referral", "online"])
    contact.language = known(contact.language, ["zh", "en", "yue", "en-GB"])
    return contact
  }

  private static func fieldKeys(_ drafts: [ContactDraft]) -> [String] {
    Set(drafts.flatMap { $0.fields.map(\.key) }).sorted()
  }

  /// A table keeps the order of points within a kind only, and has that of its columns for fields.
  private static func inOrderOfKinds(_ contact: ContactDraft) -> ContactDraft {
    var contact = contact
    contact.points = PointDraft.Kind.allCases.flatMap { kind in
      contact.points.filter { $0.kind == kind }
    }
    contact.fields.sort { $0.key < $1.key }
    return contact
  }
}
