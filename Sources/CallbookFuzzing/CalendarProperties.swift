import CallbookFormats
import CallbookModel
import callbookd

/// Whatever a calendar says, somebody is busy at times that are within the window and in order.
enum CalendarProperties {
  /// Of the year 2027, an hour, and a day of the year in which clocks are set.
  private static let windows = [
    (1_798_761_600, 1_830_297_600), (1_804_000_000, 1_804_003_600), (1_805_000_000, 1_805_086_400),
  ].map { start, end in
    AppointmentSpan(
      from: Instant(millisecondsSince1970: start * 1000),
      to: Instant(millisecondsSince1970: end * 1000))
  }

  static func check(_ input: [UInt8]) throws {
    let input = CutInput(input)
    let window = windows[input.choice % windows.count]
    try checkHolidays(input)
    let whole = busy(input.rest, window, chunkBytes: 65_536)
    switch (whole, busy(input.rest, window, chunkBytes: input.chunkBytes)) {
    case (.success(let whole), .success(let pieces)):
      try require(
        whole.events == pieces.events && whole.freeCount == pieces.freeCount
          && whole.leftOut == pieces.leftOut, "busy times differ when they come in chunks")
      try check(whole, window)
    case (.failure(let whole), .failure(let pieces)):
      try require(whole.message == pieces.message, "chunks are refused for another reason")
      try require(
        whole.reason == .wrongEncoding || whole.reason == .formatUnknown,
        "a calendar is refused as \(whole.reason.rawValue)")
    case (.success, .failure), (.failure, .success):
      throw BrokenProperty("a calendar is refused or not by how it arrives")
    }
  }

  private static func check(_ file: BusyFile, _ window: AppointmentSpan) throws {
    for event in file.events {
      try require(event.span.start < event.span.end, "whoever is busy is it for some time")
      try require(event.span.overlaps(window), "what is read overlaps the window")
      // What is shown of it is a time of the calendar.
      for time in [event.span.start, event.span.end] {
        try require(Instant(time.description) == time, "what begins and ends is a time")
      }
    }
    for (event, next) in zip(file.events, file.events.dropFirst()) {
      try require(
        (event.span.start, event.span.end) <= (next.span.start, next.span.end) && event != next,
        "busy times are in order, and none is there twice")
    }
    for (event, next) in zip(file.leftOut, file.leftOut.dropFirst()) {
      try require(event.line <= next.line, "what is left out is in the order of the file")
    }
  }

  private static func checkHolidays(_ input: CutInput) throws {
    let bytes = ByteSource(bytes: input.rest, chunkBytes: input.chunkBytes)
    let read = Result { () throws(CallbookError) in try CalendarFile(bytes) }
    if case .success(let file) = read {
      try require(!file.years.isEmpty, "a calendar of holidays has some")
    }
  }

  private static func busy(
    _ bytes: [UInt8], _ window: AppointmentSpan, chunkBytes: Int
  ) -> Result<BusyFile, CallbookError> {
    Result { () throws(CallbookError) in
      try BusyFile(
        ByteSource(bytes: bytes, chunkBytes: chunkBytes), window: window,
        zone: TimeZoneDatabase.rules("America/New_York") ?? .utc, zones: TimeZoneDatabase.rules)
    }
  }
}
