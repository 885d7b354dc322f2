import CallbookClient
import CallbookModel

/// Whether the user is on the staff list.
struct StaffCheck: Check {
  let name = "staff"

  func title(_ texts: Texts) -> String { texts.either("staff list", "员工名单") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    switch scene.greeting {
    case .success(let greeting):
      let roles = greeting.roles.map { texts.word("roles", $0) }
        .joined(separator: texts.listSeparator)
      guard let user = greeting.user else {
        return .well(
          roles.isEmpty
            ? texts.either("you keep the machine, not the shop's register", "您只管理机器，不管理登记簿")
            : texts.either("no admin is named yet: you are \(roles)", "尚未指定管理员：您的角色为\(roles)"))
      }
      return .well(texts.either("\(user): \(roles)", "\(user)：\(roles)"))
    case .failure(let error):
      switch error.reason {
      case .notStaff, .unknownPeer, .accountChanged:
        let hint = error.hint ?? "callbook staff list"
        return .amiss(texts.sentence(error), fix: hint)
      default: return .skipped(texts.noGreeting)
      }
    }
  }
}
