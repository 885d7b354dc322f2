package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// A request about one form: the contact's owner may make it, and whoever spoke with the customer.
package protocol FormRequest: ContactRequest {
  var id: FormID { get }
}

extension FormRequest {
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.form(id).contact]
  }

  package func isEntrusted(
    to user: String, in store: ReadTransaction
  ) throws(CallbookError) -> Bool {
    try store.form(id).operator == user
  }
}
