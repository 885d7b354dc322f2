import CallbookModel

/// Who may do what, from the same declarations that the daemon checks.
enum RolesHelp {
  static var table: Table {
    var table = Table(["command"] + Role.allCases.map(\.rawValue) + ["root"])
    for method in MethodDescription.all {
      let permission = method.permission
      let marks = Role.allCases.map { role in
        if permission.isForEverybody || permission.roles.contains(role) { return "yes" }
        return permission.owners.contains(role) ? "own" : "-"
      }
      let command = method.words.joined(separator: " ")
      table.add([command] + marks + [permission.isForCaretaker ? "yes" : "-"])
    }
    return table
  }
}
