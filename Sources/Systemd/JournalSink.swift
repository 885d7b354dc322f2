/// Where entries end. May block: it is only ever called by the writer's own thread.
package protocol JournalSink: Sendable {
  func write(_ entry: JournalEntry) throws(SystemError)
}
