import CallbookClient
import CallbookModel

/// Keeps a file with a calendar as the daemon has it, for as long as it runs.
///
/// It listens first and reads then: whatever changes in between is read again.
final class CalendarFollower {
  /// Whatever the events are made of.
  private static let topics = ["appointment", "place", "contact", "shop", "policy"]

  private let run: Run
  private let path: String
  private let reader: ShopEventsReader
  private var gathering: Gathering
  /// What is in the file; nil before it was written.
  private var written: ShopEvents?

  init(_ run: Run, _ path: String, gatheringMilliseconds: Int64) {
    self.run = run
    self.path = path
    reader = ShopEventsReader(run, run.client())
    gathering = Gathering(
      milliseconds: gatheringMilliseconds, dueAt: run.surroundings.monotonicMilliseconds())
  }

  /// Returns only by an error that no waiting mends.
  func follow() throws(CallbookError) -> Never {
    let follower = EventFollower(
      run.client(), since: "now", topics: Self.topics, waiter: run.surroundings.waiter)
    follower.pause = { [self] in gathering.wait(at: run.surroundings.monotonicMilliseconds()) }
    follower.onPause = { [self] () throws(CallbookError) in try write() }
    try follower.run { incident in
      switch incident {
      case .lost: run.note(run.texts.watchLost)
      case .resumed: run.note(run.texts.watchResumed)
      case .gap, .begunAnew: note()
      }
    } _: { [self] _ throws(CallbookError) in
      note()
    }
  }

  private func note() { gathering.note(at: run.surroundings.monotonicMilliseconds()) }

  private func write() throws(CallbookError) {
    gathering.take()
    let found: (events: ShopEvents, bytes: [UInt8])
    do throws(CallbookError) {
      found = try reader.read()
    } catch {
      guard error.isInterruption else { throw error }
      return gathering.again(at: run.surroundings.monotonicMilliseconds())
    }
    // Whoever fetches the file need not fetch it again for what it does not have.
    guard found.events != written else { return }
    try AppointmentExportCommand.write(found.bytes, to: path)
    written = found.events
    run.say(run.texts.calendarWritten(found.events.events.count, to: Layout.cell(path)))
  }
}
