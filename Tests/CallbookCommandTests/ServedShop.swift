import CallbookModel
import CallbookRequests
import CallbookServer
import CallbookStore
import CallbookTesting
import Glibc

/// A daemon within the test's own process, on a clock that the test turns, at a socket of its own.
final class ServedShop {
  let shop: TestShop
  let socket: String
  private let directory: TestDirectory
  private let server: Server

  private init() throws {
    directory = try TestDirectory()
    socket = directory.socket
    let shop = try TestShop()
    self.shop = shop
    let (store, services, record) = (shop.store, shop.services, shop.record)
    server = Server(
      configuration: ServerConfiguration(loops: 1, refusal: { _ in [] }),
      makeResponder: { _, wake in
        do {
          return try Dispatcher(
            table: .all, store: store, services: services, observer: record, wake: wake)
        } catch {
          preconditionFailure("no dispatcher: \(error)")
        }
      }, observer: NoServerObserver())
    try nameOwnUser()
  }

  /// Serves for as long as the test takes, and ends whatever becomes of it.
  static func run(_ body: (ServedShop) throws -> Void) async throws {
    let served = try ServedShop()
    try await served.server.start(listening: .path(served.socket))
    let outcome = Result { try body(served) }
    await served.server.close()
    try outcome.get()
  }

  /// What the scheduler does when something is due.
  func claimDue() {
    shop.store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 990, pid: 1, user: nil), method: "schedule.claim",
        work: { store throws(CallbookError) in
          _ = try store.claimDue()
          return []
        }, completion: { _ in }))
  }

  /// Root is the admin of a new shop; whoever else runs the tests has to be named.
  private func nameOwnUser() throws {
    guard getuid() != 0 else { return }
    shop.accounts.set(getuid(), "tester")
    _ = try shop.connect().result("staff.add", #"{"user":"tester","role":["admin"]}"#)
  }
}

private struct NoServerObserver: ServerObserver {
  func observe(_ event: ServerEvent) {}
}
