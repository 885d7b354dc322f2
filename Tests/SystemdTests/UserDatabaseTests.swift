import Glibc
import Systemd
import Testing

@Suite struct UserDatabaseTests {
  @Test func `an account is found by uid and by name`() throws {
    let root = try #require(try UserDatabase.account(uid: 0))
    #expect(root.name == "root")
    #expect(try UserDatabase.account(named: "root") == root)
  }

  @Test func `an account that does not exist is nil`() throws {
    #expect(try UserDatabase.account(uid: 3_999_999_999) == nil)
    #expect(try UserDatabase.account(named: "no-such-user-of-callbook") == nil)
    #expect(try UserDatabase.account(named: "") == nil)
  }

  @Test func `this process has the ids that the kernel says`() {
    #expect(UserDatabase.ownUID == geteuid())
    #expect(UserDatabase.ownGID == getegid())
  }
}
