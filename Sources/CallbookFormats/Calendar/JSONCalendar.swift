import CallbookJSON
import CallbookModel

/// The JSON form: `{"years":{"2027":{"off":["2027-01-01/2027-01-03"],"on":["2027-01-09"]}}}`; a year may
/// have `"names":[{"days":"2027-01-01/2027-01-03","name":"元旦"}]` beside them.
enum JSONCalendar {
  private static let mostBytes = 1_048_576

  static func read(_ text: TextSource) throws(CallbookError) -> CalendarFile {
    var bytes: [UInt8] = []
    while let more = try text.next() {
      bytes += more
      guard bytes.count <= mostBytes else { throw .noCalendar("it is longer than 1 MiB") }
    }
    let tape = JSONTape()
    let file = try tape.parse(bytes)
    try check(file, has: ["region", "source", "note", "years"], at: "")
    guard let list = file["years"], list.kind == .object else {
      throw .noCalendar("/years is missing, or no object")
    }
    let source = file["source"]?.string ?? "imported from a file"
    var years: [Int: WorkYear] = [:]
    for (name, entry) in list.members {
      guard name.utf8.count == 4, let number = Int(name), number >= 1970 else {
        throw .noCalendar("/years has a member that is no year")
      }
      let place = "/years/\(name)"
      try check(entry, has: ["off", "on", "names", "source"], at: place)
      years[number] = WorkYear(
        off: try days(entry["off"], "\(place)/off"), on: try days(entry["on"], "\(place)/on"),
        names: try names(entry["names"], "\(place)/names"),
        source: entry["source"]?.string ?? source)
    }
    return CalendarFile(years: years, region: file["region"]?.string, leftOut: [])
  }

  private static func check(
    _ node: JSONNode, has known: Set<String>, at place: String
  ) throws(CallbookError) {
    guard node.kind == .object else { throw .noCalendar("\(place) is no object") }
    for (name, _) in node.members where !known.contains(name) {
      throw .noCalendar("\(place)/\(VisibleText.visible(name)) is not known")
    }
  }

  private static func names(
    _ node: JSONNode?, _ place: String
  ) throws(CallbookError) -> [CalendarDate: String] {
    guard let node else { return [:] }
    guard node.kind == .array else { throw .noCalendar("\(place) is no list") }
    var names: [CalendarDate: String] = [:]
    for (number, element) in node.elements.enumerated() {
      try check(element, has: ["days", "name"], at: "\(place)/\(number)")
      guard let span = element["days"]?.string.flatMap({ DateSpan($0) }) else {
        throw .noCalendar("\(place)/\(number)/days \(DateSpan.notRead)")
      }
      guard let name = element["name"]?.string, !name.isEmpty else {
        throw .noCalendar("\(place)/\(number)/name is missing")
      }
      for day in span.days { names[day] = name }
    }
    return names
  }

  private static func days(
    _ node: JSONNode?, _ place: String
  ) throws(CallbookError) -> Set<CalendarDate> {
    guard let node else { return [] }
    guard node.kind == .array else { throw .noCalendar("\(place) is no list") }
    var days: Set<CalendarDate> = []
    for (number, element) in node.elements.enumerated() {
      guard let span = element.string.flatMap({ DateSpan($0) }) else {
        throw .noCalendar("\(place)/\(number) \(DateSpan.notRead)")
      }
      days.formUnion(span.days)
    }
    return days
  }
}
