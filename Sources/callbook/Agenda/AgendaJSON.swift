import CallbookJSON
import CallbookModel

/// An agenda for programs: what the picture shows, and each appointment in full.
enum AgendaJSON {
  static func bytes(_ agenda: Agenda) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("from", (agenda.days.first ?? .first).description)
    json.member("to", (agenda.days.last ?? .last).description)
    json.member("time_zone", agenda.zone)
    json.member("now", agenda.now.description)
    json.key("columns")
    json.beginArray()
    for column in agenda.columns { write(column, of: agenda, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  private static func write(
    _ column: AgendaColumn, of agenda: Agenda, to json: inout JSONWriter
  ) {
    json.beginObject()
    if agenda.arrangement != .day {
      json.key(agenda.arrangement.rawValue)
      json.value(column.name)
    }
    json.member("date", column.date.description)
    json.member("hours", column.hours.description)
    if agenda.arrangement == .place, column.name != nil { json.member("capacity", column.capacity) }
    json.key("items")
    json.beginArray()
    for visit in column.visits where visit.item.isAppointment { json.raw(visit.item.bytes) }
    json.endArray()
    if agenda.arrangement != .place {
      json.key("busy")
      json.beginArray()
      for visit in column.visits where !visit.item.isAppointment { json.raw(visit.item.bytes) }
      json.endArray()
    }
    json.member("free", column.free.map(Agenda.span))
    json.endObject()
  }
}
