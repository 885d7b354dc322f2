package import CallbookModel
package import CallbookProtocol

/// One row of an import, as text; but for `line` what `contact.export` gives.
package struct ImportRow: ObjectParameter {
  @Parameter("Where it stands in the file.", in: 1...1_000_000_000) package var line: Int
  @Parameter("Full name.", in: 0...1000) package var name: String = ""
  @Parameter("Somebody or something.") package var kind: ContactKind?
  @Parameter("Position.", in: 0...1000) package var title: String?
  @Parameter("Organisation.", in: 0...1000) package var organisation: String?
  @Parameter("The UID of the contact that this organisation is.", in: 1...500)
  package var organisationUID: String?
  @Parameter("What it is to the shop.") package var category: ContactCategory?
  @Parameter("Whether the shop deals with it.") package var status: ContactStatus?
  @Parameter("Where it came from.", in: 0...1000) package var source: String?
  @Parameter("Who looks after it.", in: 1...64) package var owner: String?
  @Parameter("Language.", in: 0...100) package var language: String?
  @Parameter("How often its details are checked.") package var reviewCycle: ReviewCycleChoice?
  @Parameter("The last day on which somebody was reached.") package var verifiedOn: CalendarDate?
  @Parameter("The user name of whoever reached them.", in: 1...64) package var verifiedBy: String?
  @Parameter("How somebody was reached.") package var verifiedHow: VerificationMeans?
  @Parameter("Free text.", in: 0...20_000) package var notes: String?
  @Parameter("Words to find it by.", in: 0...20) package var tags: [String]
  @Parameter("What the shop's own fields say of it; all types may be texts.")
  package var fields: CustomFieldPatch
  @Parameter("The vCard UID, of any form.", in: 1...500) package var uid: String?
  @Parameter("How to reach it.", in: 0...50) package var points: [ImportPoint]
  @Parameter("Whom to call in an emergency, in order.", in: 0...20)
  package var emergency: [ImportPerson]
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case line, name, kind, title, organisation
    case organisationUID = "organisation_uid"
    case category, status, source, owner, language
    case reviewCycle = "review_cycle"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case verifiedHow = "verified_how"
    case notes, tags, fields, uid, points, emergency
  }
}

/// A contact point of an import row.
package struct ImportPoint: ObjectParameter {
  @Parameter("What it is.") package var kind: ContactPoint.Kind
  @Parameter("As it stands in the file.", in: 1...1000) package var value: String
  @Parameter("What it is called.", in: 1...50) package var label: String?
  @Parameter("Used first or as a fallback; when absent the first of a kind is used first.")
  package var rank: ContactPoint.Rank?
  @Parameter("Whether it is used first.") package var preferred: Bool = false
  @Parameter("What the contact said of being reached here.")
  package var consent: ContactPoint.Consent = .unknown
  @Parameter("Keep it, but do not use it.") package var doNotUse: Bool = false
  @Parameter("When not to use it, such as 22:00-08:00.") package var quietHours: QuietHours?
  @Parameter("When it was last seen to work.") package var verifiedOn: CalendarDate?
  @Parameter("The user name of whoever saw it.", in: 1...64) package var verifiedBy: String?
  @Parameter("How it was seen.") package var verifiedHow: VerificationMeans?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case kind, value, label, rank, preferred, consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case verifiedHow = "verified_how"
  }
}

/// Somebody on the emergency list of an import row.
package struct ImportPerson: ObjectParameter {
  @Parameter("Who to ask for.", in: 1...200) package var name: String?
  @Parameter("The number, as it stands in the file.", in: 1...100) package var phone: String?
  @Parameter("What the person is, such as 老板娘 or electrician.", in: 1...100)
  package var relation: String?
  @Parameter("The UID of the contact that the person is.", in: 1...500)
  package var contactUID: String?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case name, phone, relation
    case contactUID = "contact_uid"
  }
}
