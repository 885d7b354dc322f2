import CallbookModel
import CallbookTesting

/// What managers and admins decide: policy, calendar, where the shop is, and who is away.
enum RuleChanges {
  static var actions: [Choice] {
    [
      Choice(3, setPolicy), Choice(2, answer), Choice(3, setDays), Choice(1, setWeek),
      Choice(1, move),
      Choice(2, away), Choice(3, importBusyTimes),
    ]
  }

  private static func setPolicy(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let setting = random.pick(PlainShop.defaults.keys.sorted()) else { return nil }
    if random.isLucky(4), let value = PlainShop.defaults[setting] {
      return Action("alice", "policy.reset", #"{"setting":"\#(setting)"}"#) { shop in
        shop.policy[setting] = value
        shop.planEverything()
      }
    }
    let value =
      switch setting {
      case "callback.back_off": random.one(of: "30", "60 120", "20 40 2000")
      case "callback.attempts": random.one(of: "1", "2", "3", "8")
      case "callback.first_attempt", "callback.escalate", "callback.after.low_satisfaction",
        "callback.after.follow_up", "callback.after.appointment":
        random.one(of: "1", "30", "540", "1000", "5000")
      case "review.remind_again", "review.escalate", "batch.acknowledge", "batch.conclude",
        "batch.escalate", "booking.follow_up_escalate", "approval.remind_again", "approval.expire":
        random.one(of: "1", "2", "4", "7", "15")
      case "appointment.lead_time": random.one(of: "0", "30", "240", "1000")
      case "appointment.horizon": random.one(of: "7", "14", "30", "180")
      case "appointment.remind.assignee", "appointment.remind.customer":
        random.one(of: "none", "30", "120 2880", "1440 240 60", "10080")
      case "appointment.cancel_notice": random.one(of: "0", "4", "48", "120")
      case "series.defer": random.one(of: "0", "1", "3", "30")
      case "appointment.grid": random.one(of: "15", "45", "60")
      case "appointment.pending_cancel_holds", "approval.one_person":
        random.one(of: "yes", "no")
      default: random.one(of: "P1M", "P2M", "P3M", "P6M", "P2W", "P45D", "P1Y", "none")
      }
    return Action(
      "alice", "policy.set", #"{"setting":"\#(setting)","value":"\#(value)"}"#
    ) { shop in
      shop.policy[setting] = value
      shop.planEverything()
    }
  }

  /// Whether what waits to be cancelled holds its slot, or one person is enough: the other way now.
  private static func answer(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    answer(random.one(of: "appointment.pending_cancel_holds", "approval.one_person"), shop)
  }

  static func answer(_ setting: String, _ shop: PlainShop) -> Action {
    let value = shop.policy[setting] == "yes" ? "no" : "yes"
    return Action("alice", "policy.set", #"{"setting":"\#(setting)","value":"\#(value)"}"#) {
      shop in
      shop.policy[setting] = value
      shop.planEverything()
    }
  }

  private static func setDays(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    if let day = random.pick(shop.calendar.own.keys.sorted()), random.isLucky(3) {
      return Action("erin", "calendar.set", #"{"days":["\#(day.text)"],"clear":true}"#) { shop in
        shop.calendar.own[day] = nil
        shop.planEverything()
      }
    }
    let first = shop.today.plus(random.below(100))
    let days = (0...random.below(4)).map { first.plus($0) }
    let isOpen = random.isLucky(3)
    let span = "\(days[0].text)/\(days[days.count - 1].text)"
    return Action(
      "erin", "calendar.set",
      #"{"days":["\#(span)"],"hours":"\#(isOpen ? "10:00-15:00" : "closed")"}"#
    ) { shop in
      for day in days { shop.calendar.own[day] = isOpen ? [(600, 900)] : [] }
      shop.planEverything()
    }
  }

  private static func setWeek(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let weekday: [(from: Int, to: Int)]
    let (text, days): (String, Int)
    switch random.below(3) {
    case 0: (text, days, weekday) = ("Mon-Fri 09:00-18:00", 5, [(540, 1080)])
    case 1: (text, days, weekday) = ("Mon-Sat 08:30-17:30", 6, [(510, 1050)])
    default:
      (text, days, weekday) = ("Mon-Fri 09:00-12:00,13:30-18:00", 5, [(540, 720), (810, 1080)])
    }
    return Action("erin", "calendar.set", #"{"week":"\#(text)"}"#) { shop in
      shop.calendar.week = (0..<7).map { $0 < days ? weekday : [] }
      shop.planEverything()
    }
  }

  /// The shop's clocks show another time from now on.
  private static func move(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard random.isLucky(4), let zone = random.pick(PlainZone.allCases) else { return nil }
    return Action("alice", "shop.edit", #"{"time_zone":"\#(zone.rawValue)"}"#) { shop in
      shop.calendar.zone = zone
      shop.planEverything()
    }
  }

  /// Somebody stands in for what begins meanwhile; what was theirs stays theirs.
  private static func away(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    if random.isLucky(2) {
      return Action("alice", "staff.back", #"{"user":"dan"}"#) { shop in
        shop.staff["dan"]?.away = nil
      }
    }
    let (from, until) = (shop.now, shop.now + Int64(random.below(20) + 1) * 86_400_000)
    let times =
      #""from":"\#(Instant(millisecondsSince1970: from))","until":"\#(Instant(millisecondsSince1970: until))""#
    return Action(
      "alice", "staff.away", #"{"user":"dan","substitute":"bob",\#(times)}"#
    ) { shop in
      shop.staff["dan"]?.away = (from: from, until: until, substitute: "bob")
    }
  }

  /// A calendar of theirs is taken over, whole: some of it overlaps, some is going on, some may be over.
  private static func importBusyTimes(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let user = random.one(of: "bob", "dan")
    let times = (0..<random.below(25)).map { _ in
      let from = shop.now + Int64(random.below(30 * 1440) - 120) * 60_000
      return from..<from + Int64(random.below(300) + 1) * 60_000
    }
    let busy = times.map { time in
      let (from, until) = (
        Instant(millisecondsSince1970: time.lowerBound),
        Instant(millisecondsSince1970: time.upperBound)
      )
      return #"{"start":"\#(from)","end":"\#(until)"}"#
    }
    return Action(
      random.one(of: user, "erin"), "busy.import",
      #"{"user":"\#(user)","times":[\#(busy.joined(separator: ","))]}"#
    ) { $0.staff[user]?.elsewhere = times }
  }

  /// The next year's holidays are published.
  static func importYear() -> Action {
    let (off, on) = PlainCalendar.imported2027
    func list(_ spans: [String]) -> String {
      spans.map { #""\#($0)""# }.joined(separator: ",")
    }
    return Action(
      "erin", "calendar.import",
      #"{"years":[{"year":2027,"off":[\#(list(off))],"on":[\#(list(on))],"source":"a test"}]}"#
    ) { shop in
      shop.calendar.notices[2027] = PlainCalendar.Notice(off: Set(spans: off), on: Set(spans: on))
      shop.planEverything()
    }
  }
}
