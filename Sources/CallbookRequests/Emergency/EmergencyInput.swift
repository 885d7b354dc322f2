package import CallbookModel
package import CallbookProtocol

/// Somebody to call in an emergency, as it is given. Any one of them is enough.
package struct EmergencyInput: ObjectParameter {
  @Parameter("Who to ask for.", in: 1...200) package var name: String?
  @Parameter("The number, as people type it.", in: 1...100) package var phone: String?
  @Parameter("What the person is, such as 老板娘 or electrician.", in: 1...100)
  package var relation: String?
  @Parameter("The contact that the person is.") package var contact: ContactID?
  package init() {}
}
