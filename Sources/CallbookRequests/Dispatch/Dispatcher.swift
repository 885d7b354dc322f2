import CallbookJSON
package import CallbookModel
import CallbookProtocol
package import CallbookStore
import Synchronization

/// Answers the lines of one event loop's connections.
///
/// Cheap reads are answered where they arrive, on the loop's own read connection; changes go to the
/// writer, long reads to their threads, and come back through the mailbox. Confined to its loop.
package final class Dispatcher {
  let table: MethodTable
  let store: Store
  let services: RequestServices
  let observer: any DispatchObserver
  let reader: StoreReader
  let mailbox: Mailbox
  let counts: LoopCounts
  /// When the line arrived that is answered now, or the one before was answered.
  var lineBegan: Int64 = 0
  let tape: JSONTape
  let emptyTape = JSONTape()
  var json = JSONWriter(reserving: 16 * 1024)
  var sessions: [ConnectionID: Session] = [:]
  var isDraining = false
  var isInTurn = false

  /// - Throws: what opening a read connection throws.
  package init(
    table: MethodTable, store: Store, services: RequestServices,
    observer: any DispatchObserver, wake: @escaping @Sendable () -> Void
  ) throws(CallbookError) {
    self.table = table
    self.store = store
    self.services = services
    self.observer = observer
    reader = try store.makeReader()
    mailbox = Mailbox(wake: wake)
    counts = services.requests.makeLoop(methods: table.methods.count)
    let limits = services.limits.current
    tape = JSONTape(limits: JSONLimits(depth: limits.depth, tokens: limits.tokens))
    store.onCommit { [mailbox] in mailbox.committed() }
    store.onSnapshotsWanted { wake() }
  }
}

// MARK: Who and where

extension Dispatcher {
  var state: Hello.State {
    isDraining ? .draining : store.state == .ready ? .ready : .degraded
  }

  func callerCheck(_ session: Session) -> CallerCheck {
    CallerCheck(
      pid: session.peer.pid, uid: session.peer.uid,
      staffGeneration: session.known?.staffGeneration ?? store.staffGeneration,
      accounts: services.accounts)
  }

  /// Who the peer is now. Roles are looked up again whenever the staff list has changed.
  func environment(of session: Session) throws(CallbookError) -> Environment {
    let (staff, shop) = (store.staffGeneration, store.shopGeneration)
    if let known = session.known, known.staffGeneration == staff, known.shopGeneration == shop {
      return known.environment
    }
    // The snapshot of this turn may be older than the generations: look at the store as it is.
    endSnapshot()
    session.known = nil
    let check = CallerCheck(
      pid: session.peer.pid, uid: session.peer.uid, staffGeneration: staff,
      accounts: services.accounts)
    let snapshot = try reader.snapshot()
    let environment = Environment(
      caller: try check.caller(in: snapshot), shop: try snapshot.shop(), services: services,
      store: store)
    session.known = (staff, shop, environment)
    return environment
  }
}
