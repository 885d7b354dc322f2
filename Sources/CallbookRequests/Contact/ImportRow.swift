package import CallbookModel
package import CallbookProtocol

/// One row of an import, as text.
package struct ImportRow: ObjectParameter {
  @Parameter("Where it stands in the file.", in: 1...1_000_000_000) package var line: Int
  @Parameter("Full name.", in: 0...1000) package var name: String = ""
  @Parameter("Somebody or something.") package var kind: ContactKind?
  @Parameter("Position.", in: 0...1000) package var title: String?
  @Parameter("Organisation.", in: 0...1000) package var organisation: String?
  @Parameter("What it is to the shop.") package var category: ContactCategory?
  @Parameter("Whether the shop deals with it.") package var status: ContactStatus?
  @Parameter("Where it came from.", in: 0...1000) package var source: String?
  @Parameter("Language.", in: 0...100) package var language: String?
  @Parameter("Free text.", in: 0...20_000) package var notes: String?
  @Parameter("Words to find it by.", in: 0...20) package var tags: [String]
  @Parameter("The vCard UID, of any form.", in: 1...500) package var uid: String?
  @Parameter("How to reach it.", in: 0...50) package var points: [ImportPoint]
  @Parameter("Whom to call in an emergency, in order.", in: 0...20)
  package var emergency: [EmergencyInput]
  package init() {}
}

/// A contact point of an import row.
package struct ImportPoint: ObjectParameter {
  @Parameter("What it is.") package var kind: ContactPoint.Kind
  @Parameter("As it stands in the file.", in: 1...1000) package var value: String
  @Parameter("What it is called.", in: 1...50) package var label: String?
  @Parameter("Whether it is used first.") package var preferred: Bool = false
  package init() {}
}
