import CallbookModel
import CallbookStore

/// Rules for the answers of a form that go beyond their lengths.
enum FormRules {
  /// Without blanks around, and nothing for what is blank.
  static func tidy(_ text: String?) -> String? {
    text.map(TextFolding.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Who looks after a customer does not say how satisfied they are, where policy says so
  /// (EXPECTATIONS: the satisfaction score cannot be made up).
  static func maySaySatisfaction(
    _ caller: Caller, owner: String?, _ policy: Policy
  ) -> Bool {
    policy.formSatisfactionByOwner || owner == nil || caller.user != owner
  }

  static func notByOwner(_ owner: String?) -> Violation {
    Violation(
      "/satisfaction",
      "is entered by somebody other than \(owner ?? "the owner"), who looks after the customer")
  }

  static func required(_ names: [String]) -> [Violation] {
    names.map { Violation("/\($0)", "is required") }
  }

  /// What the shop's own fields say after a change, with what is wrong among the other violations.
  static func fields(
    _ given: CustomFieldPatch, existing: CustomFieldValues = CustomFieldValues(), isNew: Bool,
    in store: ReadTransaction, _ violations: inout [Violation]
  ) throws(CallbookError) -> CustomFieldValues {
    let defined = try store.customFields()
    do throws(CallbookError) {
      return try defined.validated(given, for: .form, existing: existing, isNew: isNew)
    } catch {
      guard error.reason == .invalidParams else { throw error }
      violations += error.violations
      return existing
    }
  }
}
