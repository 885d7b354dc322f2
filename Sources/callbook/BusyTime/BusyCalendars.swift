import CallbookFormats
import CallbookJSON
import CallbookModel

/// What calendars of one person say of when they are busy.
struct BusyCalendars {
  /// What is looked at, and by whose clocks.
  struct Window {
    let span: AppointmentSpan
    let zone: TimeZoneRules
  }

  /// As the request takes.
  private static let most = 1500

  private let run: Run
  private let window: Window
  private var known: [BusyFile.Event] = []
  private var spans: [AppointmentSpan] = []
  private(set) var freeCount = 0
  private(set) var leftOut: [(path: String, BusyFile.LeftOut)] = []

  /// Not if all that was in them is left out: then nothing is known of when they are busy.
  var isReadable: Bool {
    leftOut.isEmpty || freeCount > 0 || !spans.isEmpty || !known.isEmpty
  }

  init(_ run: Run, window: Window) {
    self.run = run
    self.window = window
  }

  /// Every file whole, or none.
  func read() throws(CallbookError) -> Self {
    var calendars = self
    let paths = run.given.texts("file")
    for path in paths {
      let file = try open(path, isOneOfSeveral: paths.count > 1)
      for event in file.events {
        // What may be an appointment of the register is asked for by name; others need none.
        if event.uid.flatMap({ UniqueID($0) }) != nil {
          calendars.known.append(event)
        } else {
          calendars.spans.append(event.span)
        }
      }
      calendars.freeCount += file.freeCount
      calendars.leftOut += file.leftOut.map { (path, $0) }
    }
    calendars.spans = AppointmentSpan.union(of: calendars.spans)
    let count = calendars.spans.count + calendars.known.count
    guard count <= Self.most else {
      throw CallbookError(.usage, run.texts.busyTooMany(count, most: Self.most))
    }
    return calendars
  }

  /// - Throws: what is wrong with it, and of several files with which one.
  private func open(_ path: String, isOneOfSeveral: Bool) throws(CallbookError) -> BusyFile {
    do throws(CallbookError) {
      return try BusyFile.open(
        path, window: window.span, zone: window.zone, zones: run.surroundings.zoneRules)
    } catch {
      guard isOneOfSeveral else { throw error }
      throw CallbookError(
        error.reason, "\(Layout.cell(path)): \(error.message)", hint: error.hint,
        details: error.details)
    }
  }

  func params(user: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let user { json.member("user", user) }
    json.key("times")
    json.beginArray()
    for span in spans { Self.write(span, nil, to: &json) }
    for event in known { Self.write(event.span, event.uid, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func write(_ span: AppointmentSpan, _ uid: String?, to json: inout JSONWriter) {
    json.beginObject()
    json.member("start", span.start.description)
    json.member("end", span.end.description)
    if let uid { json.member("uid", uid) }
    json.endObject()
  }
}
