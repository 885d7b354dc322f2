import CallbookModel

/// Who may do what, from the same declarations that the daemon checks.
enum RolesHelp {
  static func table(_ texts: Texts) -> Table {
    let roles = Role.allCases.map(\.rawValue)
    var table = Table(
      ["command"] + roles + ["root"],
      titles: [texts.commandTitle] + roles.map { texts.word("role", $0) } + ["root"])
    for method in MethodDescription.all {
      let permission = method.permission
      let marks = Role.allCases.map { role in
        texts.roleMark(
          isAllowed: permission.isForEverybody || permission.roles.contains(role),
          isOwner: permission.owners.contains(role))
      }
      let root = texts.roleMark(isAllowed: permission.isForCaretaker, isOwner: false)
      table.add([method.words.joined(separator: " ")] + marks + [root])
    }
    return table
  }
}
