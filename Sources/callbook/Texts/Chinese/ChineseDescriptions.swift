/// Chinese for what requests and their parameters say of themselves, a file for each noun.
///
/// The key is the English sentence: when that changes, its translation is stale, and a test says
/// which line to write where. The same sentence of one noun is translated once.
enum ChineseDescriptions {
  typealias Entry = (english: String, chinese: String)

  /// - Parameter noun: the first word of the request, such as `contact`.
  static func of(_ noun: String) -> [Entry]? {
    switch noun {
    case "appointment": appointment
    case "audit": audit
    case "backup": backup
    case "batch": batch
    case "booking": booking
    case "busy": busy
    case "calendar": calendar
    case "callback": callback
    case "cancellation": cancellation
    case "contact": contact
    case "emergency": emergency
    case "events": events
    case "field": field
    case "form": form
    case "interaction": interaction
    case "place": place
    case "point": point
    case "policy": policy
    case "reminder": reminder
    case "review": review
    case "rpc": rpc
    case "series": series
    case "shop": shop
    case "staff": staff
    case "system": system
    case "today": today
    default: nil
    }
  }
}
