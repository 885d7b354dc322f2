/// A shop whose every personal column holds something that is found nowhere else.
package enum Canaries {
  /// Parts of what is in the shop, and of what that was made into: numbers as they are dialled, pinyin.
  static let words = ["kanari", "金丝雀", "0000 4711", "00004711", "jinsique", "jsq"]

  /// Where a column's canary comes from whose text is none of a request's.
  package enum Place: Equatable, Sendable {
    /// The text itself.
    case text(String)
    /// Digits, keys and digests of it, or a column without room for a text.
    case derived
  }

  /// Every column that is declared as personal. A new one wants a text here and in ``seed``.
  package static let columns: [String: Place] = [
    "absence.reason": .text("kanari-absence"),
    "contact.name": .text("金丝雀 kanari-name"),
    "contact.organisation": .text("kanari-organisation"),
    "contact.imported_uid": .text("kanari-uid"),
    "contact.title": .text("kanari-title"),
    "contact.notes": .text("kanari-notes"),
    "contact_tag.tag": .text("kanari-tag"),
    "contact_tag.folded": .derived,
    "contact_field.value": .text("kanari-field"),
    "contact_field.folded": .derived,
    "point.value": .text("199 0000 4711"),
    "point.normal": .text("+8619900004711"),
    "point.digits": .derived,
    "point.extension": .derived,
    "point.label": .text("kanari-label"),
    "point.quiet_hours": .derived,
    "emergency.name": .text("kanari-emergency"),
    "emergency.phone": .text("kanari-dial"),
    "emergency.relation": .text("kanari-relation"),
    "detail.salt": .derived,
    "detail.value": .derived,
    "merge.record": .derived,
    "name_key.key": .derived,
    "review.reason": .text("kanari-waived"),
    "callback.terminal": .text("kanari-terminal"),
    "callback.reason": .text("kanari-topic"),
    "callback.end_note": .text("kanari-withdrawn"),
    "callback_attempt.note": .text("kanari-attempt"),
    "form.transaction_key": .derived,
    "form_version.transaction_number": .text("kanari-transaction"),
    "form_version.terminal": .text("kanari-terminal"),
    "form_version.problem": .text("kanari-problem"),
    "form_version.solution": .text("kanari-solution"),
    "form_version.comment": .text("kanari-comment"),
    "form_version.why": .text("kanari-why"),
    "form_field.value": .text("kanari-answer"),
    "form_field.folded": .derived,
    "form_conclusion.text": .text("kanari-conclusion"),
    "interaction.summary": .text("kanari-summary"),
    "interaction.retract_reason": .text("kanari-retracted"),
    "appointment.terminal": .text("kanari-installed"),
    "appointment.note": .text("kanari-doorbell"),
    "appointment.override": .text("kanari-override"),
    "appointment.cancel_text": .text("kanari-cancelled"),
    "cancellation.text": .text("kanari-asked"),
    "booking_off.follow_up": .text("kanari-plan"),
    "booking_off.follow_up_note": .text("kanari-progress"),
    "approval.digest": .derived,
    "approval.opinion": .text("kanari-opinion"),
    "series.terminal": .text("kanari-terminal"),
    "series.note": .text("kanari-visit"),
    "idempotency.reply": .derived,
  ]

  /// What fills the shop, in this order, after root has named the first admin. The ids are those of the
  /// methods' examples, so that those work here.
  static let seed =
    [
      ("shop.edit", #"{"name":"kanari-shop"}"#),
      ("staff.add", #"{"user":"bob","role":["agent"],"name":"kanari-agent"}"#),
      ("staff.add", #"{"user":"carol","role":["service"],"name":"kanari-clerk"}"#),
      (
        "staff.away",
        #"{"user":"carol","until":"2026-06-06T18:00:00+08:00","substitute":"bob","reason":"kanari-absence"}"#
      ),
      ("contact.add", "{\(person),\(points)}"),
      ("contact.edit", #"{"id":"c1","title":"kanari-title"}"#),
      ("point.remove", #"{"id":"m3"}"#),
      (
        "emergency.set",
        #"{"contact":"c1","people":[{"name":"kanari-emergency","phone":"kanari-dial","relation":"kanari-relation"}]}"#
      ),
      (
        "interaction.add",
        #"{"contact":"c1","kind":"call","direction":"in","summary":"kanari-summary"}"#
      ),
      ("interaction.retract", #"{"id":"i1","reason":"kanari-retracted"}"#),
      ("emergency.set", #"{"people":[{"name":"kanari-emergency","phone":"kanari-dial"}]}"#),
      ("contact.add", "{\(person),\(points)}"),
      ("contact.add", #"{"name":"kanari-alias","points":[{"kind":"wechat","value":"kanari-wx"}]}"#),
      ("contact.merge", #"{"into":"c2","from":["c3"]}"#),
      ("review.open", #"{"contact":"c1"}"#),
      ("review.open", #"{"contact":"c2"}"#),
      ("review.answer", #"{"id":"v2","outcome":"waived","reason":"kanari-waived"}"#),
      ("field.add", #"{"field":"level","label":"Level","type":"text"}"#),
      ("contact.edit", #"{"id":"c1","fields":{"level":"kanari-field"}}"#),
      ("callback.plan", #"{"contact":"c1",\#(topic)}"#),
      ("callback.attempt", #"{"id":"k1","outcome":"no_answer","note":"kanari-attempt"}"#),
      ("callback.plan", #"{"contact":"c2",\#(topic)}"#),
      (
        "callback.done",
        #"{"id":"k2","transaction":"kanari-transaction","problem":"kanari-problem","solution":"kanari-solution","running_state":"normal","satisfaction":5,"comment":"kanari-comment"}"#
      ),
      ("form.amend", #"{"id":"f1","satisfaction":4,"why":"kanari-why"}"#),
      ("field.add", #"{"field":"paper","label":"Paper","subject":"form"}"#),
      ("form.amend", #"{"id":"f1","fields":{"paper":"kanari-answer"},"why":"kanari-why"}"#),
      ("batch.create", "{}"),
      ("batch.acknowledge", #"{"id":"b1"}"#),
      ("form.conclude", #"{"id":"f1","conclusion":"solved","text":"kanari-conclusion"}"#),
      ("callback.plan", #"{"contact":"c2",\#(topic)}"#),
      ("callback.withdraw", #"{"id":"k3","reason":"kanari-withdrawn"}"#),
      (
        "contact.import",
        #"{"source":"import:kanari","rows":[{"line":2,"name":"kanari-imported","uid":"kanari-uid"}]}"#
      ),
    ] + times

  /// A shop of one person, who books, cancels in time and late, and switches booking off.
  private static let times = [
    ("policy.set", #"{"setting":"approval.one_person","value":"yes"}"#),
    ("place.add", #"{"name":"counter","title":"Counter"}"#),
    (
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"2026-05-20T10:00:00+08:00","place":"counter","terminal":"kanari-installed","note":"kanari-doorbell"}"#
    ),
    (
      "appointment.cancel",
      #"{"id":"a1","reason":"other","text":"kanari-cancelled","channel":"phone"}"#
    ),
    (
      "appointment.book",
      #"{"contact":"c1","kind":"visit","start":"2026-05-03T15:00:00+08:00","override":"kanari-override"}"#
    ),
    (
      "appointment.cancel", #"{"id":"a2","reason":"other","text":"kanari-asked","channel":"phone"}"#
    ),
    (
      "booking.off",
      #"{"reason":"rebuilding","from":"2026-06-01T09:00:00+08:00","until":"2026-06-05T18:00:00+08:00","follow_up_plan":"kanari-plan","follow_up_on":"2026-06-02"}"#
    ),
    ("booking.approve", #"{"id":"o1","opinion":"kanari-opinion"}"#),
    ("booking.followed_up", #"{"id":"o1","note":"kanari-progress"}"#),
    (
      "series.add",
      #"{"contact":"c1","start":"2026-05-12T10:00:00+08:00","cycle":"P3M","terminal":"kanari-terminal","note":"kanari-visit"}"#
    ),
  ]

  private static let person =
    #""name":"金丝雀 kanari-name","owner":"bob","organisation":"kanari-organisation","#
    + #""notes":"kanari-notes","tags":["kanari-tag"]"#
  private static let points =
    #""points":[{"kind":"phone","value":"199 0000 4711","label":"kanari-label"},"#
    + #"{"kind":"email","value":"kanari@example.com"},{"kind":"qq","value":"10001"}]"#
  private static let topic = #""terminal":"kanari-terminal","reason":"kanari-topic""#
}
