import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Testing

/// Who may do what, as a table that a person can read.
struct PermissionTableTests {
  @Test func `the table of permissions is the one that was reviewed`() throws {
    var lines = ["# who may: + always, o for contacts of their own, . not"]
    let width = 20
    lines.append(
      "method".padded(to: width) + Role.allCases.map(\.rawValue).joined(separator: " ")
        + " caretaker")
    for method in MethodTable.all.methods {
      let marks = Role.allCases.map { role -> String in
        let permission = method.permission
        let mark =
          permission.roles.contains(Roles([role])) || permission.isForEverybody
          ? "+" : permission.owners.contains(Roles([role])) ? "o" : "."
        return mark.padded(to: role.rawValue.count)
      }
      let caretaker =
        method.permission.isForCaretaker
        ? "+" : method.permission.isForRescuer ? "while no admin" : "."
      lines.append(method.name.padded(to: width) + (marks + [caretaker]).joined(separator: " "))
    }
    try Goldens.check(lines.joined(separator: "\n") + "\n", against: "../Goldens/permissions.txt")
  }

  @Test func `an auditor changes nothing, and nobody is given the caretaker's role`() {
    for method in MethodTable.all.methods where method.effect == .write {
      #expect(!method.permission.roles.contains(.auditor), "\(method.name)")
      #expect(!method.permission.roles.contains(.courier), "\(method.name)")
    }
    #expect(!Role.allCases.contains { Roles([$0]).contains(.caretaker) })
  }

  @Test func `each role is let through exactly where the table says so`() throws {
    let (shop, admin) = try ExampleShop.open()
    for role in Role.allCases where role != .admin {
      _ = try admin.result(
        "staff.edit",
        #"{"user":"carol","add":["\#(role.rawValue)"],"remove":[\#(Self.others(than: role))]}"#)
      let carol = shop.connect(uid: 4003)
      for method in MethodTable.all.methods where method.effect != .session {
        let reason = try carol.failure(method.name, #"{"nonsense":1}"#)?["reason"]?.text
        // Parameters are read first; whoever sends good ones is told of the role.
        #expect(reason == "INVALID_PARAMS")
        guard let example = method.examples.first else { continue }
        let data = try carol.failure(method.name, example.params, ctx: Self.dryRun(method))
        let isRefused = data?["kind"]?.text == "permission_denied"
        let isLetThrough = method.permission.roles.contains(Roles([role]))
        // Who asked for something or may decide about it is another question than the role.
        if isLetThrough, Self.ofRequests.contains(method.name) { continue }
        #expect(
          isRefused == !isLetThrough,
          "\(role.rawValue) \(method.name): \(String(describing: data))")
      }
    }
  }

  /// About what waits for a decision: open to whoever asked for it, or to a manager who did not.
  private static let ofRequests: Set = [
    "booking.approve", "booking.edit", "booking.followed_up", "booking.reject", "booking.withdraw",
    "cancellation.approve", "cancellation.reject", "cancellation.withdraw",
  ]

  private static func others(than role: Role) -> String {
    Role.allCases.filter { $0 != role && $0 != .admin }.map { "\"\($0.rawValue)\"" }
      .joined(separator: ",")
  }

  private static func dryRun(_ method: Method) -> String? {
    method.effect == .write ? #"{"dry_run":true}"# : nil
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
