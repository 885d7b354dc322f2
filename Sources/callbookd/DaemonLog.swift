import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookServer
import CallbookStore
import Systemd

/// Turns what happens into entries of the journal. An entry has typed fields only, and none of them
/// can hold a personal value.
struct DaemonLog: Sendable {
  private let journal: JournalWriter

  static func open() throws(CallbookError) -> Self {
    do {
      return Self(journal: try JournalWriter(sink: JournalStream.sink(program: "callbookd")))
    } catch {
      throw CallbookError(.internal, "the journal cannot be written: \(error)")
    }
  }

  func started(_ store: Store) {
    write(
      MessageIDs.started, .info,
      "callbookd \(Version.text) is ready" + (store.recovered ? " after recovering its store" : ""),
      [JournalField("CALLBOOK_SEQ", String(store.headSeq))])
  }

  func stopped(isComplete: Bool) {
    write(
      MessageIDs.stopped, .info,
      isComplete ? "callbookd stopped" : "callbookd stopped before every answer was taken")
    // The process ends: what is not out by then is lost, and there is nobody left to tell.
    _ = journal.flush(within: .seconds(2))
  }

  private func write(
    _ id: MessageID, _ priority: Priority, _ message: String, _ fields: [JournalField] = []
  ) {
    journal.write(
      JournalEntry(messageID: id, priority: priority, message: message, fields: fields))
  }
}

extension DaemonLog: StoreObserver {
  func healthChanged(_ health: StoreHealth) {
    switch health {
    case .ready: write(MessageIDs.storeHealth, .notice, "changes are possible again")
    case .full:
      write(MessageIDs.storeHealth, .error, "the disk is full: changes are refused, reads go on")
    case .failed:
      write(
        MessageIDs.storeHealth, .critical,
        "the disk failed: changes are refused until a restart, reads go on")
    }
  }

  func checkpointFailed(_ error: CallbookError) { failed("the log could not be copied", error) }
  func writerFailed(_ error: CallbookError) { failed("the writer stopped", error) }
  func continuityFailed(_ error: CallbookError) { failed("the ledger's head was not noted", error) }
  func nameIndexFailed(_ error: CallbookError) { failed("names could not be read", error) }

  func checkFailed(_ what: String, _ error: CallbookError) {
    failed("it is unknown \(what)", error)
  }

  private func failed(_ what: String, _ error: CallbookError) {
    write(
      MessageIDs.storeFailure, .error, "\(what): \(error.message)",
      [JournalField("CALLBOOK_REASON", error.reason.rawValue)])
  }
}

extension DaemonLog: DispatchObserver {
  func refused(_ peer: Peer, reason: Reason) {
    write(
      MessageIDs.callerRefused, .warning, "user ID \(peer.uid) was refused",
      [
        JournalField("CALLBOOK_UID", String(peer.uid)),
        JournalField("CALLBOOK_REASON", reason.rawValue),
      ])
  }

  func answered(_ method: String) {}
  func failed(_ method: String?, _ reason: Reason) {}
}

extension DaemonLog: ServerObserver {
  func observe(_ event: ServerEvent) {
    switch event {
    case .opened, .closed: break
    case .refused(let reason, let uid):
      write(
        MessageIDs.connectionRefused, .warning,
        "a connection of user ID \(uid) was refused: \(reason)",
        [JournalField("CALLBOOK_UID", String(uid))])
    case .stalled(_, let pendingBytes):
      write(
        MessageIDs.clientStalled, .warning,
        "a client took nothing of \(pendingBytes) bytes for too long and was closed")
    case .peerUnidentified:
      write(MessageIDs.connectionRefused, .error, "the kernel did not say who connected")
    case .acceptFailed(let errno):
      write(
        MessageIDs.connectionRefused, .error,
        "connections cannot be accepted (errno \(errno)); trying again")
    }
  }
}
