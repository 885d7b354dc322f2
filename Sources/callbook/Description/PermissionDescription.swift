import CallbookModel

/// Who may make a request.
struct PermissionDescription: Sendable {
  static let everybody = Self(roles: Role.allCases, isForCaretaker: true, isForEverybody: true)

  let roles: [Role]
  /// These may if the contact that the request is about is theirs.
  var owners: [Role] = []
  var isForCaretaker = false
  var isForEverybody = false
}
