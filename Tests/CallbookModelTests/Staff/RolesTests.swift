import CallbookModel
import Testing

struct RolesTests {
  @Test func `a set of roles lists what it was made of`() {
    for bits in 0..<(1 << Role.allCases.count) {
      let roles = Roles(rawValue: bits)
      #expect(Roles(roles.list) == roles)
    }
    #expect(Roles([.courier, .agent]).list == [.agent, .courier])
  }

  @Test func `roles keep their place, because the store holds their bits`() {
    #expect(
      Role.allCases.map(\.rawValue) == [
        "agent", "service", "operations", "manager", "admin", "courier", "auditor",
      ])
  }

  @Test func `an agent and a courier alone do not see everything`() {
    func sees(_ roles: Roles) -> Bool {
      Caller(pid: 1, uid: 1, user: "x", roles: roles).seesEverything
    }
    #expect(!sees([]) && !sees(.agent) && !sees([.agent, .courier]) && !sees(.caretaker))
    for role in Role.allCases where role != .agent && role != .courier {
      #expect(sees(Roles([role])) && sees(Roles([role, .agent])))
    }
  }
}
