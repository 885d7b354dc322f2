import CallbookModel
import CallbookRequests

/// Who may do what, from the same declarations that the daemon checks.
enum RolesHelp {
  static var table: Table {
    var table = Table(["command"] + Role.allCases.map(\.rawValue) + ["root"])
    for method in MethodTable.all.methods {
      let permission = method.permission
      let marks = Role.allCases.map { role in
        if permission.isForEverybody || permission.roles.list.contains(role) { return "yes" }
        return permission.owners.list.contains(role) ? "own" : "-"
      }
      let command = method.name.replacing(".", with: " ")
      table.add([command] + marks + [permission.isForCaretaker ? "yes" : "-"])
    }
    return table
  }
}
