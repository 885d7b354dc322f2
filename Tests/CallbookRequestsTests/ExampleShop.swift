import CallbookModel
import CallbookTesting

/// A shop in which the manual's examples work: an admin, an agent, somebody of the service, a
/// contact with a phone, an email and a removed number, the same person once more, somebody who became
/// part of the latter, a callback to make, one with its form in a batch that was acknowledged, one in
/// a batch that was not, one in none, appointments, visits that come round, what waits for a decision
/// about them, and a backup of all of it.
enum ExampleShop {
  static func open(record: DispatchRecord = DispatchRecord()) throws -> (TestShop, TestConnection) {
    let shop = try TestShop(record: record)
    _ = try shop.connect().result(
      "staff.add", #"{"user":"alice","role":["manager","admin"],"name":"陈晓敏"}"#)
    let admin = shop.connect(uid: 4001)
    for (method, params) in Self.seed { _ = try admin.result(method, params) }
    let agent = shop.connect(uid: 4002)
    for (method, params) in Self.asked { _ = try agent.result(method, params) }
    for (method, params) in Self.decided { _ = try admin.result(method, params) }
    shop.clock.advance(milliseconds: 120_000)
    shop.cancel(AppointmentID(4))
    _ = try admin.result("backup.create", "{}")
    return (shop, admin)
  }

  /// What an agent asks a manager for: o1, o2 and x1.
  private static let asked = [
    (
      "booking.off",
      #"{"reason":"培训老师请假","kind":"training","from":"2026-06-01T09:00:00+08:00","until":"2026-06-05T18:00:00+08:00","follow_up_plan":"找人代课","follow_up_on":"2026-06-02"}"#
    ),
    (
      "booking.off",
      #"{"reason":"备件未到","kind":"maintenance","from":"2026-06-01T09:00:00+08:00","until":"2026-06-05T18:00:00+08:00","follow_up_plan":"催备件","follow_up_on":"2026-06-02"}"#
    ),
    ("appointment.cancel", #"{"id":"a6","reason":"customer_request","channel":"phone"}"#),
  ]

  /// What the admin, who is a manager, asks for and decides about: o3 and x2, and o2 is approved; s1 and
  /// s2 are agreed on.
  private static let decided = [
    (
      "booking.off",
      #"{"reason":"店面装修","place":"counter","from":"2026-05-07T09:00:00+08:00","until":"2026-05-09T18:00:00+08:00","follow_up_plan":"确认进度","follow_up_on":"2026-05-08"}"#
    ),
    ("booking.approve", #"{"id":"o2","opinion":"同意"}"#),
    ("appointment.cancel", #"{"id":"a7","reason":"staff_unavailable","party":"shop"}"#),
    ("appointment.cancel_many", #"{"reason":"shop_closed","kind":"installation"}"#),
    ("appointment.move_many", #"{"contact":"c2","kind":"training","days":1}"#),
    (
      "series.add",
      #"{"contact":"c1","start":"2026-05-13T10:00:00+08:00","cycle":"P2W","assignee":"bob","terminal":"SN-0080","note":"带备用机"}"#
    ),
    ("series.add", #"{"contact":"c2","start":"2026-05-14T10:00:00+08:00","cycle":"P2W"}"#),
  ]

  private static let seed =
    [
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("staff.add", #"{"user":"carol","role":["service"]}"#),
      (
        "contact.add",
        #"{"name":"王小明","owner":"bob","organisation":"幸福里便利店","notes":"下午来","tags":["老客户"],"points":[{"kind":"phone","value":"199 0000 1234"},{"kind":"email","value":"ming@example.com"},{"kind":"qq","value":"10001"}]}"#
      ),
      ("contact.edit", #"{"id":"c1","title":"店长"}"#),
      ("point.remove", #"{"id":"m3"}"#),
      ("emergency.set", #"{"contact":"c1","people":[{"name":"王父","phone":"199 0000 8888"}]}"#),
      (
        "contact.add",
        #"{"name":"王小明","organisation":"幸福里 便利店","points":[{"kind":"phone","value":"+86 199-0000-1234"}]}"#
      ),
      ("contact.add", #"{"name":"王晓明","points":[{"kind":"wechat","value":"xm-wang"}]}"#),
      ("contact.merge", #"{"into":"c2","from":["c3"]}"#),
      ("review.open", #"{"contact":"c1"}"#),
      ("field.add", #"{"field":"level","label":"等级","type":"choice","choices":["金卡","铜卡"]}"#),
      ("contact.edit", #"{"id":"c1","fields":{"level":"金卡"}}"#),
      (
        "interaction.add",
        #"{"contact":"c1","kind":"call","direction":"in","summary":"来电问流量费","point":"m1"}"#
      ),
      ("callback.plan", #"{"contact":"c1","terminal":"SN-0080"}"#),
      ("callback.plan", #"{"contact":"c2","terminal":"SN-0080"}"#),
      (
        "callback.done",
        #"{"id":"k2","transaction":"2026043000009","problem":"无","solution":"无","running_state":"normal","satisfaction":5}"#
      ),
      ("batch.create", "{}"),
      ("batch.acknowledge", #"{"id":"b1"}"#),
    ] + appointments + forms(3, 4) + [("batch.create", #"{"limit":1}"#)]

  private static let appointments = [
    ("place.add", #"{"name":"counter","title":"柜台"}"#),
    (
      "appointment.book",
      #"{"contact":"c1","kind":"training","start":"2026-05-07T14:00:00+08:00","place":"counter","assignee":"bob","terminal":"SN-0080","note":"两位店员"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"2026-05-03T11:01:00+08:00","override":"客户已到店"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c2","kind":"visit","start":"2026-05-03T11:01:00+08:00","override":"客户已到店"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c2","kind":"visit","start":"2026-05-08T14:00:00+08:00"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c2","kind":"installation","start":"2026-05-20T10:00:00+08:00"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"2026-05-03T15:00:00+08:00","override":"客户要求"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c2","kind":"visit","start":"2026-05-03T16:00:00+08:00","override":"客户要求"}"#
    ),
  ]

  /// Callbacks of their own terminals with their forms.
  private static func forms(_ callbacks: Int...) -> [(String, String)] {
    callbacks.flatMap { number in
      [
        ("callback.plan", #"{"contact":"c2","terminal":"SN-009\#(number)"}"#),
        (
          "callback.done",
          #"{"id":"k\#(number)","transaction":"202604300010\#(number)","problem":"无","solution":"无","running_state":"normal","satisfaction":5}"#
        ),
      ]
    }
  }
}
