import CallbookModel

/// Puts one row's cells together.
struct DraftBuilder {
  private var draft = ContactDraft()
  private var familyName = ""
  private var givenName = ""
  private var preferred: [PointPlace] = []
  private var order: [PointPlace] = []
  private var details: [PointDetails] = []
  /// Which column each point came from, for the label columns.
  private var columnNumbers: [Int] = []
  private var labels: [(kind: PointDraft.Kind, number: Int, text: String)] = []
  private var morePoints: [PointDraft] = []
  /// An entry is a person of a cell of their own, not only what further columns say of one.
  private var emergency: [(number: Int, person: EmergencyDraft, isEntry: Bool)] = []
  private var kept: [String] = []
  private(set) var notes: [ContactNote] = []

  init() {}

  /// - Parameters:
  ///   - text: cleaned, and not empty.
  ///   - place: what the column is called in messages.
  mutating func take(_ text: String, as column: Column, place: String) -> ContactFault? {
    switch column {
    case .name: draft.name = text
    case .givenName: givenName = text
    case .familyName: familyName = text
    case .title: draft.title = text
    case .organisation: draft.organisation = text
    case .kind: takeTerm(text, Terms.kind, into: \.kind, place)
    case .category: takeCategory(text, place)
    case .status: takeTerm(text, Terms.status, into: \.status, place)
    case .source: takeSource(text, place)
    case .language: takeLanguage(text, place)
    case .notes: draft.notes = draft.notes.map { $0 + "\n" + text } ?? text
    case .tags:
      draft.tags += CellParts.split(text, at: CellParts.tagSeparators).filter { !$0.isEmpty }
    case .uid: draft.uid = text
    case .point(let kind, let label, let number):
      return takePoint(text, kind, label: label, number: number, place)
    case .pointLabel(let kind, let number): labels.append((kind, number, text))
    case .owner: draft.owner = text
    case .organisationUID: draft.organisationUID = text
    case .preferred, .morePoints, .pointDetails, .pointOrder:
      return takeOfPoints(text, column) ? nil : .unreadablePoints(place)
    case .emergency, .emergencyPhone, .emergencyRelation: return takeEmergency(text, column, place)
    case .field(let key): draft.fields.append(FieldDraft(key, text))
    case .reviewCycle, .verifiedOn, .verifiedBy, .verifiedHow:
      if !takeReview(text, column) { keepInNotes(text, place) }
    case .ignored: break
    case .unknown: keepInNotes(text, place)
    }
    return nil
  }

  private mutating func keepInNotes(_ text: String, _ place: String) {
    kept.append("\(place): \(text)")
    notes.append(.keptInNotes(place))
  }

  /// - Returns: whether it is written as an export writes it, or as a spreadsheet writes that again.
  private mutating func takeReview(_ text: String, _ column: Column) -> Bool {
    switch column {
    case .reviewCycle:
      draft.reviewCycle = ReviewCycle(text) ?? ReviewCycle(text.uppercased())
      return draft.reviewCycle != nil
    case .verifiedOn:
      draft.verifiedOn = CalendarDate(text) ?? Self.spreadsheetDate(text)
      return draft.verifiedOn != nil
    case .verifiedBy:
      draft.verifiedBy = Verification.isUserName(text) ? text : nil
      return draft.verifiedBy != nil
    default:
      draft.verifiedHow = VerificationMeans(rawValue: text.lowercased())
      return draft.verifiedHow != nil
    }
  }

  /// `2026/5/3`, which Excel makes of `2026-05-03`.
  private static func spreadsheetDate(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The contact; nil when nothing in the row names one.
  mutating func finish() -> ContactDraft? {
    nameIt()
    guard !draft.name.isEmpty else { return nil }
    for label in labels {
      for index in draft.points.indices
      where draft.points[index].kind == label.kind && columnNumbers[index] == label.number {
        draft.points[index].label = label.text
      }
    }
    draft.points += morePoints
    finishPoints()
    draft.emergency = emergency.map(\.person)
    if !kept.isEmpty {
      draft.notes = ((draft.notes.map { [$0] } ?? []) + kept).joined(separator: "\n")
    }
    return draft
  }

  private mutating func nameIt() {
    if draft.name.isEmpty { draft.name = PersonName.joined(family: familyName, given: givenName) }
    if draft.name.isEmpty, let organisation = draft.organisation {
      draft.name = organisation
      draft.organisation = nil
      draft.kind = "organisation"
      notes.append(.organisationAsName)
    }
  }

  /// Places count in the order of the columns: they are put in their own order last.
  private mutating func finishPoints() {
    for (index, place) in PointPlace.of(draft.points).enumerated()
    where preferred.contains(place) {
      draft.points[index].isPreferred = true
    }
    for detail in details { detail.apply(to: &draft.points) }
    if !order.isEmpty { PointLines.sort(&draft.points, by: order) }
  }

  /// - Returns: false when the cell is not written as an export writes it.
  private mutating func takeOfPoints(_ text: String, _ column: Column) -> Bool {
    switch column {
    case .preferred: return assign(PointLines.places(text), to: \.preferred)
    case .pointOrder: return assign(PointLines.places(text), to: \.order)
    case .pointDetails: return assign(PointDetails.read(text), to: \.details)
    default:
      guard let points = PointLines.read(text) else { return false }
      morePoints += points
      return true
    }
  }

  private mutating func assign<Value>(
    _ value: [Value]?, to field: WritableKeyPath<Self, [Value]>
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: field] = value
    return true
  }

  private mutating func takeTerm(
    _ text: String, _ terms: Terms, into field: WritableKeyPath<ContactDraft, String?>,
    _ place: String
  ) {
    if let term = terms.term(for: text) {
      draft[keyPath: field] = term
    } else {
      keepAsTag(text, place)
    }
  }

  private mutating func takeCategory(_ text: String, _ place: String) {
    if let term = Terms.category.term(for: text) {
      draft.category = term
    } else if let kind = Terms.kind.term(for: text) {
      draft.kind = draft.kind ?? kind
    } else {
      draft.category = "other"
      keepAsTag(text, place)
    }
  }

  private mutating func takeSource(_ text: String, _ place: String) {
    if let own = OwnWord.read(text) {
      draft.source = own
    } else if text.hasPrefix("import:") {
      draft.source = text
    } else {
      takeTerm(text, Terms.source, into: \.source, place)
    }
  }

  private mutating func takeLanguage(_ text: String, _ place: String) {
    if let own = OwnWord.read(text) {
      draft.language = own
    } else if LanguageTag.isWellFormed(text) {
      draft.language = text
    } else {
      takeTerm(text, Terms.language, into: \.language, place)
    }
  }

  private mutating func keepAsTag(_ text: String, _ place: String) {
    if !draft.tags.contains(text) { draft.tags.append(text) }
    notes.append(.unknownWord(place))
  }

  private mutating func takePoint(
    _ text: String, _ kind: PointDraft.Kind, label: String?, number: Int, _ place: String
  ) -> ContactFault? {
    guard !CellText.isNothing(text) else { return nil }
    var values = [text]
    if kind == .phone || kind == .qq {
      switch NumberCell.read(text) {
      case .numbers(let numbers):
        values = kind == .phone ? numbers.map(TelephoneURI.number) : numbers
      case .rounded: return .roundedNumber(place)
      case .unreadable: return .unreadableNumber(place)
      }
    }
    for value in values {
      draft.points.append(PointDraft(kind, value, label: label))
      columnNumbers.append(number)
    }
    return nil
  }

  private mutating func takeEmergency(
    _ text: String, _ column: Column, _ place: String
  ) -> ContactFault? {
    switch column {
    case .emergency(let number):
      for person in EmergencyCell.read(text) {
        // A number or relation of its own column may have come first.
        if let index = emergency.firstIndex(where: { $0.number == number && !$0.isEntry }) {
          emergency[index].isEntry = true
          emergency[index].person.name = person.name
          if let phone = person.phone { emergency[index].person.phone = phone }
          if let relation = person.relation { emergency[index].person.relation = relation }
        } else {
          emergency.append((number, person, true))
        }
      }
    case .emergencyPhone(let number):
      switch NumberCell.read(text) {
      case .numbers: emergency[person(number)].person.phone = text
      case .rounded: return .roundedNumber(place)
      case .unreadable: return .unreadableNumber(place)
      }
    case .emergencyRelation(let number): emergency[person(number)].person.relation = text
    default: break
    }
    return nil
  }

  private mutating func person(_ number: Int) -> Int {
    if let index = emergency.firstIndex(where: { $0.number == number }) { return index }
    emergency.append((number, EmergencyDraft(name: ""), false))
    return emergency.count - 1
  }
}
