// Generated from CallbookRequests by the tests (make goldens); do not edit.
// swift-format-ignore-file

import CallbookModel

extension MethodDescription {
  static let names = [
    "appointment.book",
    "appointment.cancel",
    "appointment.cancel_many",
    "appointment.complete",
    "appointment.confirm",
    "appointment.figures",
    "appointment.get",
    "appointment.list",
    "appointment.move",
    "appointment.move_back",
    "appointment.move_many",
    "appointment.no_show",
    "appointment.reassign",
    "appointment.reinstate",
    "appointment.reinstate_many",
    "appointment.slots",
    "appointment.told",
    "audit.head",
    "audit.list",
    "audit.verify",
    "backup.create",
    "backup.list",
    "backup.verify",
    "batch.acknowledge",
    "batch.conclude",
    "batch.create",
    "batch.forms",
    "batch.get",
    "batch.list",
    "booking.affected",
    "booking.approve",
    "booking.edit",
    "booking.followed_up",
    "booking.get",
    "booking.list",
    "booking.off",
    "booking.on",
    "booking.reject",
    "booking.withdraw",
    "busy.clear",
    "busy.import",
    "busy.list",
    "calendar.get",
    "calendar.import",
    "calendar.set",
    "callback.attempt",
    "callback.done",
    "callback.get",
    "callback.list",
    "callback.plan",
    "callback.reassign",
    "callback.satisfy",
    "callback.snooze",
    "callback.withdraw",
    "cancellation.approve",
    "cancellation.get",
    "cancellation.list",
    "cancellation.reject",
    "cancellation.withdraw",
    "contact.add",
    "contact.card",
    "contact.duplicates",
    "contact.edit",
    "contact.export",
    "contact.find",
    "contact.get",
    "contact.history",
    "contact.import",
    "contact.list",
    "contact.merge",
    "contact.revert",
    "contact.unmerge",
    "emergency.list",
    "emergency.set",
    "events.subscribe",
    "events.unsubscribe",
    "field.add",
    "field.edit",
    "field.list",
    "field.restore",
    "field.retire",
    "form.amend",
    "form.conclude",
    "form.get",
    "form.list",
    "form.quality",
    "interaction.add",
    "interaction.edit",
    "interaction.get",
    "interaction.list",
    "interaction.retract",
    "place.add",
    "place.close",
    "place.edit",
    "place.list",
    "point.add",
    "point.edit",
    "point.prefer",
    "point.remove",
    "point.restore",
    "policy.get",
    "policy.list",
    "policy.preview",
    "policy.reset",
    "policy.set",
    "reminder.list",
    "reminder.why",
    "review.answer",
    "review.coverage",
    "review.get",
    "review.list",
    "review.open",
    "rpc.cancel",
    "rpc.discover",
    "rpc.ping",
    "series.add",
    "series.edit",
    "series.end",
    "series.get",
    "series.list",
    "shop.edit",
    "shop.get",
    "staff.add",
    "staff.away",
    "staff.back",
    "staff.close",
    "staff.edit",
    "staff.list",
    "system.metrics",
    "system.status",
    "today.list",
  ]

  static func named(_ name: String) -> MethodDescription? {
    switch name {
    case "appointment.book": appointmentBook
    case "appointment.cancel": appointmentCancel
    case "appointment.cancel_many": appointmentCancel_many
    case "appointment.complete": appointmentComplete
    case "appointment.confirm": appointmentConfirm
    case "appointment.figures": appointmentFigures
    case "appointment.get": appointmentGet
    case "appointment.list": appointmentList
    case "appointment.move": appointmentMove
    case "appointment.move_back": appointmentMove_back
    case "appointment.move_many": appointmentMove_many
    case "appointment.no_show": appointmentNo_show
    case "appointment.reassign": appointmentReassign
    case "appointment.reinstate": appointmentReinstate
    case "appointment.reinstate_many": appointmentReinstate_many
    case "appointment.slots": appointmentSlots
    case "appointment.told": appointmentTold
    case "audit.head": auditHead
    case "audit.list": auditList
    case "audit.verify": auditVerify
    case "backup.create": backupCreate
    case "backup.list": backupList
    case "backup.verify": backupVerify
    case "batch.acknowledge": batchAcknowledge
    case "batch.conclude": batchConclude
    case "batch.create": batchCreate
    case "batch.forms": batchForms
    case "batch.get": batchGet
    case "batch.list": batchList
    case "booking.affected": bookingAffected
    case "booking.approve": bookingApprove
    case "booking.edit": bookingEdit
    case "booking.followed_up": bookingFollowed_up
    case "booking.get": bookingGet
    case "booking.list": bookingList
    case "booking.off": bookingOff
    case "booking.on": bookingOn
    case "booking.reject": bookingReject
    case "booking.withdraw": bookingWithdraw
    case "busy.clear": busyClear
    case "busy.import": busyImport
    case "busy.list": busyList
    case "calendar.get": calendarGet
    case "calendar.import": calendarImport
    case "calendar.set": calendarSet
    case "callback.attempt": callbackAttempt
    case "callback.done": callbackDone
    case "callback.get": callbackGet
    case "callback.list": callbackList
    case "callback.plan": callbackPlan
    case "callback.reassign": callbackReassign
    case "callback.satisfy": callbackSatisfy
    case "callback.snooze": callbackSnooze
    case "callback.withdraw": callbackWithdraw
    case "cancellation.approve": cancellationApprove
    case "cancellation.get": cancellationGet
    case "cancellation.list": cancellationList
    case "cancellation.reject": cancellationReject
    case "cancellation.withdraw": cancellationWithdraw
    case "contact.add": contactAdd
    case "contact.card": contactCard
    case "contact.duplicates": contactDuplicates
    case "contact.edit": contactEdit
    case "contact.export": contactExport
    case "contact.find": contactFind
    case "contact.get": contactGet
    case "contact.history": contactHistory
    case "contact.import": contactImport
    case "contact.list": contactList
    case "contact.merge": contactMerge
    case "contact.revert": contactRevert
    case "contact.unmerge": contactUnmerge
    case "emergency.list": emergencyList
    case "emergency.set": emergencySet
    case "events.subscribe": eventsSubscribe
    case "events.unsubscribe": eventsUnsubscribe
    case "field.add": fieldAdd
    case "field.edit": fieldEdit
    case "field.list": fieldList
    case "field.restore": fieldRestore
    case "field.retire": fieldRetire
    case "form.amend": formAmend
    case "form.conclude": formConclude
    case "form.get": formGet
    case "form.list": formList
    case "form.quality": formQuality
    case "interaction.add": interactionAdd
    case "interaction.edit": interactionEdit
    case "interaction.get": interactionGet
    case "interaction.list": interactionList
    case "interaction.retract": interactionRetract
    case "place.add": placeAdd
    case "place.close": placeClose
    case "place.edit": placeEdit
    case "place.list": placeList
    case "point.add": pointAdd
    case "point.edit": pointEdit
    case "point.prefer": pointPrefer
    case "point.remove": pointRemove
    case "point.restore": pointRestore
    case "policy.get": policyGet
    case "policy.list": policyList
    case "policy.preview": policyPreview
    case "policy.reset": policyReset
    case "policy.set": policySet
    case "reminder.list": reminderList
    case "reminder.why": reminderWhy
    case "review.answer": reviewAnswer
    case "review.coverage": reviewCoverage
    case "review.get": reviewGet
    case "review.list": reviewList
    case "review.open": reviewOpen
    case "rpc.cancel": rpcCancel
    case "rpc.discover": rpcDiscover
    case "rpc.ping": rpcPing
    case "series.add": seriesAdd
    case "series.edit": seriesEdit
    case "series.end": seriesEnd
    case "series.get": seriesGet
    case "series.list": seriesList
    case "shop.edit": shopEdit
    case "shop.get": shopGet
    case "staff.add": staffAdd
    case "staff.away": staffAway
    case "staff.back": staffBack
    case "staff.close": staffClose
    case "staff.edit": staffEdit
    case "staff.list": staffList
    case "system.metrics": systemMetrics
    case "system.status": systemStatus
    case "today.list": todayList
    default: nil
    }
  }

  private static var appointmentBook: MethodDescription {
    MethodDescription(
      name: "appointment.book",
      summary: "Books a time for a contact.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "For whom.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "kind", help: "What it is for.",
          value: .word(["application", "installation", "training", "maintenance", "visit"]),
          isRequired: true),
        FieldDescription(
          name: "start", help: "When it starts.",
          value: .time,
          isRequired: true),
        FieldDescription(
          name: "duration_minutes", help: "How long it takes; the policy's time of its kind when it is left out.",
          value: .nullable(.integer),
          limits: 1...1440),
        FieldDescription(
          name: "place", help: "Where, by short name; at the customer's when it is left out.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "assignee", help: "Who is to be there: a user name.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "terminal", help: "The terminal that it is about, such as its serial number.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "channel", help: "How the customer came to book it.",
          value: .word(["online", "phone", "counter"]),
          fallback: "counter"),
        FieldDescription(
          name: "note", help: "What else has to be known.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "override", help: "Why it is booked against a rule; it stays on record.",
          value: .nullable(.text()),
          limits: 1...1000),
      ],
      examples: [
        #"{"contact":"c1","kind":"training","start":"2026-05-07T10:00:00+08:00"}"#,
      ])
  }

  private static var appointmentCancel: MethodDescription {
    MethodDescription(
      name: "appointment.cancel",
      summary: "Cancels an appointment in good time; later than the policy's notice it asks a manager.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why: a word of the policy's appointment.cancel_reasons.",
          value: .text(shown: "customer_request"),
          isRequired: true),
        FieldDescription(
          name: "text", help: "Why, in words; required for other.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "party", help: "Whose decision it is.",
          value: .word(["customer", "shop"]),
          fallback: "customer"),
        FieldDescription(
          name: "channel", help: "How it was said.",
          value: .word(["online", "phone", "counter"]),
          fallback: "counter"),
        FieldDescription(
          name: "terms_acknowledged", help: "Whether the customer was told what it means, and agreed.",
          value: .boolean),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a1","reason":"customer_request","channel":"phone","terms_acknowledged":true}"#,
      ])
  }

  private static var appointmentCancel_many: MethodDescription {
    MethodDescription(
      name: "appointment.cancel_many",
      summary: "Cancels all appointments that meet every condition, with what became of each; a dry run tells before.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "reason", help: "Why: a word of the policy's appointment.cancel_reasons.",
          value: .text(shown: "customer_request"),
          isRequired: true),
        FieldDescription(
          name: "text", help: "Why, in words; required for other.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "party", help: "Whose decision it is.",
          value: .word(["customer", "shop"]),
          fallback: "shop"),
        FieldDescription(
          name: "channel", help: "How it was said.",
          value: .word(["online", "phone", "counter"]),
          fallback: "phone"),
        FieldDescription(
          name: "from", help: "Only those that end later; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "Only those that start before.",
          value: .nullable(.time)),
        FieldDescription(
          name: "place", help: "Only at this place, by short name.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is to be at.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "kind", help: "Only for this.",
          value: .nullable(.word(["application", "installation", "training", "maintenance", "visit"]))),
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "ids", help: "Only these, each by its number; no other condition then.",
          value: .list(.text(shown: "APPOINTMENT", instance: "a12")),
          limits: 0...100),
        FieldDescription(
          name: "affected_by", help: "Only what is booked for a time in which this has booking off.",
          value: .nullable(.text(shown: "BOOKING_OFF", instance: "o12"))),
        FieldDescription(
          name: "bulk", help: "The number of what was begun, to go on with it.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the reply before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "500"),
      ],
      examples: [
        #"{"reason":"shop_closed","from":"2026-05-20T00:00:00+08:00","until":"2026-05-21T00:00:00+08:00"}"#,
        #"{"reason":"shop_closed","affected_by":"o2"}"#,
      ])
  }

  private static var appointmentComplete: MethodDescription {
    MethodDescription(
      name: "appointment.complete",
      summary: "Notes that an appointment took place, and plans the callback that follows.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a2"}"#,
      ])
  }

  private static var appointmentConfirm: MethodDescription {
    MethodDescription(
      name: "appointment.confirm",
      summary: "Notes that the customer said that they come.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a1"}"#,
      ])
  }

  private static var appointmentFigures: MethodDescription {
    MethodDescription(
      name: "appointment.figures",
      summary: "Counts appointments by hour, weekday, what became of them and how long ahead they were booked.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "from", help: "From this day on, by the shop's clocks; twelve weeks when it is left out.",
          value: .nullable(.date)),
        FieldDescription(
          name: "until", help: "Up to and with this day; today when it is left out.",
          value: .nullable(.date)),
        FieldDescription(
          name: "place", help: "Only at this place, by short name.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is or was to be at.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "kind", help: "Only for this.",
          value: .nullable(.word(["application", "installation", "training", "maintenance", "visit"]))),
      ],
      examples: [
        "{}",
        #"{"from":"2026-05-01","until":"2026-05-31","kind":"installation"}"#,
      ])
  }

  private static var appointmentGet: MethodDescription {
    MethodDescription(
      name: "appointment.get",
      summary: "Gives one appointment.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"a1"}"#,
      ])
  }

  private static var appointmentList: MethodDescription {
    MethodDescription(
      name: "appointment.list",
      summary: "Lists appointments in the order in which they start; those that are to take place still.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "from", help: "Only those that end later.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "Only those that start before.",
          value: .nullable(.time)),
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is to be at.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "place", help: "Only at this place, by short name.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "kind", help: "Only for this.",
          value: .nullable(.word(["application", "installation", "training", "maintenance", "visit"]))),
        FieldDescription(
          name: "state", help: "Only in this state; booked and confirmed ones when it is left out.",
          value: .nullable(.word(["booked", "confirmed", "completed", "no_show", "cancelled"]))),
        FieldDescription(
          name: "all", help: "In whatever state.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"assignee":"bob","from":"2026-05-07T00:00:00+08:00","until":"2026-05-08T00:00:00+08:00"}"#,
      ])
  }

  private static var appointmentMove: MethodDescription {
    MethodDescription(
      name: "appointment.move",
      summary: "Agrees on another time, place or person; it is the same appointment, to be confirmed again.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "start", help: "When it starts; as before when it is left out.",
          value: .time),
        FieldDescription(
          name: "duration_minutes", help: "How long it takes; as before when it is left out.",
          value: .integer,
          limits: 1...1440),
        FieldDescription(
          name: "place", help: "Where, by short name; null for at the customer's.",
          value: .nullable(.text(shown: "riverside")),
          isClearable: true),
        FieldDescription(
          name: "assignee", help: "Who is to be there: a user name.",
          value: .text(),
          limits: 1...64),
        FieldDescription(
          name: "override", help: "Why it is done against a rule; it stays on record.",
          value: .text(),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"id":"a1","start":"2026-05-07T15:00:00+08:00"}"#,
      ])
  }

  private static var appointmentMove_back: MethodDescription {
    MethodDescription(
      name: "appointment.move_back",
      summary: "Moves back what one moving of many moved, and names what cannot go back.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "bulk", help: "The number that the moving answered.",
          value: .integer,
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the reply before.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "500"),
      ],
      examples: [
        #"{"bulk":2}"#,
      ])
  }

  private static var appointmentMove_many: MethodDescription {
    MethodDescription(
      name: "appointment.move_many",
      summary: "Moves all appointments that meet every condition, with what became of each; a dry run tells before.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "ids", help: "Only these, each by its number; no other condition then.",
          value: .list(.text(shown: "APPOINTMENT", instance: "a12")),
          limits: 0...100),
        FieldDescription(
          name: "affected_by", help: "Only what is booked for a time in which this has booking off.",
          value: .nullable(.text(shown: "BOOKING_OFF", instance: "o12"))),
        FieldDescription(
          name: "from", help: "Only those that end later; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "Only those that start before.",
          value: .nullable(.time)),
        FieldDescription(
          name: "place", help: "Only at this place, by short name.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is to be at.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "kind", help: "Only for this.",
          value: .nullable(.word(["application", "installation", "training", "maintenance", "visit"]))),
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "days", help: "So many days later, or earlier, at the same time of day; to the next free time when it is left out.",
          value: .nullable(.integer),
          limits: -366...366),
        FieldDescription(
          name: "not_before", help: "To the next time that is free from here on; when booking is on again, or `until`, when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "bulk", help: "The number of what was begun, to go on with it.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the reply before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "500"),
      ],
      examples: [
        #"{"affected_by":"o2"}"#,
        #"{"ids":["a1"],"days":7}"#,
      ])
  }

  private static var appointmentNo_show: MethodDescription {
    MethodDescription(
      name: "appointment.no_show",
      summary: "Notes that somebody did not come, the customer or whoever was to be there.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "by", help: "Who did not come.",
          value: .word(["customer", "staff"]),
          isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a3","by":"customer"}"#,
      ])
  }

  private static var appointmentReassign: MethodDescription {
    MethodDescription(
      name: "appointment.reassign",
      summary: "Gives an appointment to somebody else as it stands: time and place stay.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "assignee", help: "Who is to be there.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...64),
        FieldDescription(
          name: "override", help: "Why it is done against a rule; it stays on record.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a1","assignee":"carol"}"#,
      ])
  }

  private static var appointmentReinstate: MethodDescription {
    MethodDescription(
      name: "appointment.reinstate",
      summary: "Brings back what was cancelled at the time that it had, if that is still free.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "override", help: "Why it is done against a rule; it stays on record.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a4"}"#,
      ])
  }

  private static var appointmentReinstate_many: MethodDescription {
    MethodDescription(
      name: "appointment.reinstate_many",
      summary: "Brings back what one cancelling of many cancelled, and names what cannot come back.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "bulk", help: "The number that the cancelling answered.",
          value: .integer,
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the reply before.",
          value: .nullable(.text(shown: "APPOINTMENT", instance: "a12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "500"),
      ],
      examples: [
        #"{"bulk":1}"#,
      ])
  }

  private static var appointmentSlots: MethodDescription {
    MethodDescription(
      name: "appointment.slots",
      summary: "Lists times that are free, the next one first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "kind", help: "What it is for: that says how long it takes.",
          value: .word(["application", "installation", "training", "maintenance", "visit"]),
          fallback: "visit"),
        FieldDescription(
          name: "duration_minutes", help: "How long it takes; the policy's time of its kind when it is left out.",
          value: .nullable(.integer),
          limits: 1...1440),
        FieldDescription(
          name: "assignee", help: "Who is to be there.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "place", help: "Where, by short name.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "contact", help: "Who is to come.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "from", help: "Not before; as soon as anything is booked when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "Over before; as far ahead as anything is booked when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "10"),
      ],
      examples: [
        #"{"kind":"training","assignee":"bob","until":"2026-05-16T00:00:00+08:00","limit":3}"#,
      ])
  }

  private static var appointmentTold: MethodDescription {
    MethodDescription(
      name: "appointment.told",
      summary: "Notes that the customer was told of an appointment: it leaves the list of today.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The appointment.",
          value: .text(shown: "APPOINTMENT", instance: "a12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the appointment still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"a1"}"#,
      ])
  }

  private static var auditHead: MethodDescription {
    MethodDescription(
      name: "audit.head",
      summary: "Gives the newest entry of the ledger, to be kept elsewhere and compared later.",
      isChange: false,
      permission: PermissionDescription(roles: [.manager, .admin, .auditor], isForCaretaker: true),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var auditList: MethodDescription {
    MethodDescription(
      name: "audit.list",
      summary: "Lists what happened, newest first: who, from where, what; never the values.",
      isChange: false,
      permission: PermissionDescription(roles: [.manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "before", help: "Go on before this entry: the `next` of the page before.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "50"),
      ],
      examples: [
        #"{"limit":2}"#,
      ])
  }

  private static var auditVerify: MethodDescription {
    MethodDescription(
      name: "audit.verify",
      summary: "Checks that no entry of the ledger was altered, removed or reordered.",
      isChange: false,
      permission: PermissionDescription(roles: [.manager, .admin, .auditor], isForCaretaker: true),
      fields: [
        FieldDescription(
          name: "head", help: "A head that is known from elsewhere, as SEQ:HASH; once for each.",
          value: .list(.text()),
          limits: 0...1000),
      ],
      examples: [
        "{}",
      ])
  }

  private static var backupCreate: MethodDescription {
    MethodDescription(
      name: "backup.create",
      summary: "Makes a copy of the whole register and checks it, while everybody works on.",
      isChange: false,
      permission: PermissionDescription(roles: [.admin], isForCaretaker: true),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var backupList: MethodDescription {
    MethodDescription(
      name: "backup.list",
      summary: "Lists the backups in the daemon's keeping, newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.admin], isForCaretaker: true),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var backupVerify: MethodDescription {
    MethodDescription(
      name: "backup.verify",
      summary: "Reads every byte of a backup and checks its ledger, also against what else is known of it.",
      isChange: false,
      permission: PermissionDescription(roles: [.admin], isForCaretaker: true),
      fields: [
        FieldDescription(
          name: "name", help: "The backup, as backup.list names it; the newest unless given.",
          value: .nullable(.text()),
          isPositional: true, limits: 1...100),
      ],
      examples: [
        "{}",
      ])
  }

  private static var batchAcknowledge: MethodDescription {
    MethodDescription(
      name: "batch.acknowledge",
      summary: "Takes a batch of callback forms over, for operations; once.",
      isChange: true,
      permission: PermissionDescription(roles: [.operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The batch.",
          value: .text(shown: "BATCH", instance: "b12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"b2"}"#,
      ])
  }

  private static var batchConclude: MethodDescription {
    MethodDescription(
      name: "batch.conclude",
      summary: "Gives every form of a batch that has no conclusion the same one; form.conclude knows more.",
      isChange: true,
      permission: PermissionDescription(roles: [.operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The batch.",
          value: .text(shown: "BATCH", instance: "b12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "conclusion", help: "What operations made of them.",
          value: .word(["no_action", "solved"]),
          isRequired: true),
        FieldDescription(
          name: "text", help: "Free text.",
          value: .nullable(.text()),
          limits: 1...900),
      ],
      examples: [
        #"{"id":"b1","conclusion":"no_action"}"#,
      ])
  }

  private static var batchCreate: MethodDescription {
    MethodDescription(
      name: "batch.create",
      summary: "Hands over to operations, as a batch, all callback forms that are in no batch yet.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "month", help: "Only of calls of this month, such as 2026-05.",
          value: .nullable(.text()),
          limits: 7...7),
        FieldDescription(
          name: "limit", help: "How many forms at most, the oldest first.",
          value: .integer,
          limits: 1...500, fallback: "500"),
      ],
      examples: [
        "{}",
        #"{"month":"2026-05","limit":100}"#,
      ])
  }

  private static var batchForms: MethodDescription {
    MethodDescription(
      name: "batch.forms",
      summary: "Lists the forms of a batch as they were handed over, or those that were amended since.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The batch.",
          value: .text(shown: "BATCH", instance: "b12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "amended", help: "Only those that were amended since they were handed over, as they are now.",
          value: .boolean),
        FieldDescription(
          name: "open", help: "Only those without a conclusion.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this form: the `next` of the page before.",
          value: .nullable(.text(shown: "FORM", instance: "f12"))),
        FieldDescription(
          name: "limit", help: "How many at most; fewer when they are large.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"id":"b1"}"#,
        #"{"id":"b1","amended":true}"#,
      ])
  }

  private static var batchGet: MethodDescription {
    MethodDescription(
      name: "batch.get",
      summary: "Gives one batch of callback forms: its state, how many are concluded, how many were amended.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The batch.",
          value: .text(shown: "BATCH", instance: "b12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"b1"}"#,
      ])
  }

  private static var batchList: MethodDescription {
    MethodDescription(
      name: "batch.list",
      summary: "Lists batches of callback forms, the newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "state", help: "Only in this state.",
          value: .nullable(.word(["created", "acknowledged", "concluded"]))),
        FieldDescription(
          name: "after", help: "Go on behind this batch: the `next` of the page before.",
          value: .nullable(.text(shown: "BATCH", instance: "b12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"state":"created"}"#,
      ])
  }

  private static var bookingAffected: MethodDescription {
    MethodDescription(
      name: "booking.affected",
      summary: "Lists the appointments within it, each with what to type to move or to cancel it.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"id":"o3"}"#,
      ])
  }

  private static var bookingApprove: MethodDescription {
    MethodDescription(
      name: "booking.approve",
      summary: "Approves that booking is switched off: by a manager, never by whoever asked for it.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "opinion", help: "What to say about it.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision: the one that was read.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"o1"}"#,
      ])
  }

  private static var bookingEdit: MethodDescription {
    MethodDescription(
      name: "booking.edit",
      summary: "Changes a request of one's own before it begins; a manager decides about it again.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why: told to whoever is refused.",
          value: .text(),
          limits: 1...500),
        FieldDescription(
          name: "from", help: "From when.",
          value: .time),
        FieldDescription(
          name: "until", help: "When it is expected to be on again; null for until further notice.",
          value: .nullable(.time),
          isClearable: true),
        FieldDescription(
          name: "follow_up_plan", help: "What is to be done about it meanwhile.",
          value: .text(),
          limits: 1...1000),
        FieldDescription(
          name: "follow_up_on", help: "When that is looked at.",
          value: .date),
        FieldDescription(
          name: "alternative", help: "What customers can do instead: told to whoever is refused.",
          value: .nullable(.text()),
          limits: 1...500, isClearable: true),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"id":"o3","follow_up_plan":"改为周三确认","follow_up_on":"2026-05-08"}"#,
      ])
  }

  private static var bookingFollowed_up: MethodDescription {
    MethodDescription(
      name: "booking.followed_up",
      summary: "Notes what came of the follow-up: it leaves the list of today, and nobody is reminded again.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "What was switched off.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "note", help: "What came of it.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"o2","note":"备件周三到，按期恢复"}"#,
      ])
  }

  private static var bookingGet: MethodDescription {
    MethodDescription(
      name: "booking.get",
      summary: "Gives one switching-off of booking, with what was decided about it.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"o1"}"#,
      ])
  }

  private static var bookingList: MethodDescription {
    MethodDescription(
      name: "booking.list",
      summary: "Lists what waits for a decision, is to come or is off; the newest request first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "state", help: "Only in this state.",
          value: .nullable(.word(["requested", "scheduled", "off", "on", "rejected", "withdrawn", "expired"]))),
        FieldDescription(
          name: "all", help: "In whatever state.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the page before.",
          value: .nullable(.text(shown: "BOOKING_OFF", instance: "o12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        "{}",
        #"{"state":"requested"}"#,
      ])
  }

  private static var bookingOff: MethodDescription {
    MethodDescription(
      name: "booking.off",
      summary: "Asks for booking to be switched off for the shop, a place or a kind; a manager decides.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "reason", help: "Why: told to whoever is refused.",
          value: .text(),
          isRequired: true, limits: 1...500),
        FieldDescription(
          name: "from", help: "From when; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "When it is expected to be on again; until further notice when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "place", help: "Only at this place.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "kind", help: "Only this kind of appointment.",
          value: .nullable(.word(["application", "installation", "training", "maintenance", "visit"]))),
        FieldDescription(
          name: "follow_up_plan", help: "What is to be done about it meanwhile.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "follow_up_on", help: "When that is looked at.",
          value: .date,
          isRequired: true),
        FieldDescription(
          name: "alternative", help: "What customers can do instead: told to whoever is refused.",
          value: .nullable(.text()),
          limits: 1...500),
      ],
      examples: [
        #"{"reason":"店面装修","from":"2026-05-11T09:00:00+08:00","until":"2026-05-16T09:00:00+08:00","follow_up_plan":"确认装修进度","follow_up_on":"2026-05-14","alternative":"请拨打服务热线预约上门"}"#,
      ])
  }

  private static var bookingOn: MethodDescription {
    MethodDescription(
      name: "booking.on",
      summary: "Switches booking on again now, before its date.",
      isChange: true,
      permission: PermissionDescription(roles: [.operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "What was switched off.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"o2"}"#,
      ])
  }

  private static var bookingReject: MethodDescription {
    MethodDescription(
      name: "booking.reject",
      summary: "Rejects that booking is switched off, with the reason.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "opinion", help: "Why.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision: the one that was read.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"o1","opinion":"当周有培训，请改期"}"#,
      ])
  }

  private static var bookingWithdraw: MethodDescription {
    MethodDescription(
      name: "booking.withdraw",
      summary: "Takes back a request of one's own before booking goes off.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "BOOKING_OFF", instance: "o12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if it still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"o3"}"#,
      ])
  }

  private static var busyClear: MethodDescription {
    MethodDescription(
      name: "busy.clear",
      summary: "Forgets when somebody is busy by a calendar of theirs.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name; you yourself when it is left out.",
          value: .nullable(.text()),
          isPositional: true, limits: 1...64),
      ],
      examples: [
        "{}",
      ])
  }

  private static var busyImport: MethodDescription {
    MethodDescription(
      name: "busy.import",
      summary: "Takes over when somebody is busy by a calendar of theirs: nothing is booked with them then.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name; you yourself when it is left out.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "times", help: "All times to come at which they are busy: these replace what was known, also when there is none.",
          value: .list(.object([
            FieldDescription(
              name: "start", help: "From then on.",
              value: .time,
              isRequired: true),
            FieldDescription(
              name: "end", help: "Free again from then on.",
              value: .time,
              isRequired: true),
            FieldDescription(
              name: "uid", help: "What their calendar calls it: an appointment of this register is known already, and left out.",
              value: .nullable(.text()),
              limits: 0...200),
          ])),
          limits: 0...1500),
      ],
      examples: [
        #"{"user":"carol","times":[{"start":"2026-05-07T09:00:00+08:00","end":"2026-05-07T10:30:00+08:00"}]}"#,
      ])
  }

  private static var busyList: MethodDescription {
    MethodDescription(
      name: "busy.list",
      summary: "Lists when staff are busy by calendars of their own, by person and time.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "user", help: "Only of this user.",
          value: .nullable(.text()),
          isPositional: true, limits: 1...64),
        FieldDescription(
          name: "from", help: "Only what ends later; what is not over when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "until", help: "Only what starts before.",
          value: .nullable(.time)),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...90),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"user":"bob"}"#,
      ])
  }

  private static var calendarGet: MethodDescription {
    MethodDescription(
      name: "calendar.get",
      summary: "Says when the shop works: its week, the years known, the days that differ.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .courier, .auditor], isForCaretaker: true),
      fields: [
        FieldDescription(
          name: "from", help: "First day whose differences are shown; the year's first when missing.",
          value: .nullable(.date)),
        FieldDescription(
          name: "to", help: "Last day whose differences are shown, at most two years on.",
          value: .nullable(.date)),
        FieldDescription(
          name: "at", help: "A point in time of which is said whether the shop works; now when missing.",
          value: .nullable(.time)),
      ],
      examples: [
        #"{"from":"2026-09-28","to":"2026-10-11"}"#,
      ])
  }

  private static var calendarImport: MethodDescription {
    MethodDescription(
      name: "calendar.import",
      summary: "Takes over what was published for years: days off, and weekends that are worked.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager, .admin]),
      fields: [
        FieldDescription(
          name: "years", help: "The years, each whole: it replaces what was known of it.",
          value: .list(.object([
            FieldDescription(
              name: "year", help: "The year.",
              value: .integer,
              isRequired: true, limits: 1970...9998),
            FieldDescription(
              name: "off", help: "Days off: dates, or two with a slash between.",
              value: .list(.text(shown: "YYYY-MM-DD[/YYYY-MM-DD]")),
              isRequired: true, limits: 1...200),
            FieldDescription(
              name: "on", help: "Days of weekends that are worked (调休).",
              value: .list(.text(shown: "YYYY-MM-DD[/YYYY-MM-DD]")),
              limits: 0...200),
            FieldDescription(
              name: "names", help: "What these days are called.",
              value: .list(.object([
                FieldDescription(
                  name: "days", help: "A date, or two with a slash between.",
                  value: .text(shown: "YYYY-MM-DD[/YYYY-MM-DD]"),
                  isRequired: true),
                FieldDescription(
                  name: "name", help: "Such as 春节.",
                  value: .text(),
                  isRequired: true, limits: 1...50),
              ])),
              limits: 0...100),
            FieldDescription(
              name: "source", help: "Who published it and when.",
              value: .text(),
              isRequired: true, limits: 1...200),
          ])),
          isRequired: true, limits: 1...20),
        FieldDescription(
          name: "region", help: "The country that the file is of; refused when the shop's is another.",
          value: .nullable(.text()),
          limits: 2...2),
      ],
      examples: [
        #"{"years":[{"year":2031,"off":["2031-01-01","2031-10-01/2031-10-07"],"on":["2031-09-27"],"source":"an example"}]}"#,
      ])
  }

  private static var calendarSet: MethodDescription {
    MethodDescription(
      name: "calendar.set",
      summary: "Changes the shop's opening hours, of the week or of single days.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager, .admin]),
      fields: [
        FieldDescription(
          name: "week", help: "Hours of the week, such as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00.",
          value: .nullable(.text(shown: "DAYS HH:MM-HH:MM[,…][; …]"))),
        FieldDescription(
          name: "days", help: "Single days, each a date or two with a slash between.",
          value: .list(.text(shown: "YYYY-MM-DD[/YYYY-MM-DD]")),
          limits: 0...100),
        FieldDescription(
          name: "hours", help: "Hours of these days, such as 10:00-15:00, or closed.",
          value: .nullable(.text(shown: "closed|HH:MM-HH:MM[,…]"))),
        FieldDescription(
          name: "clear", help: "Have these days as week and holidays say again.",
          value: .boolean),
        FieldDescription(
          name: "if_rev", help: "Only if the calendar still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"week":"Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00"}"#,
        #"{"days":["2026-12-30/2026-12-31"],"hours":"closed"}"#,
        #"{"days":["2026-12-30"],"clear":true}"#,
      ])
  }

  private static var callbackAttempt: MethodDescription {
    MethodDescription(
      name: "callback.attempt",
      summary: "Puts a call on record that brought no answers, and plans the next one; callback.done has those that did.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "outcome", help: "What came of the call.",
          value: .word(["no_answer", "busy", "wrong_number", "refused", "call_later"]),
          isRequired: true),
        FieldDescription(
          name: "point", help: "The number that was called; the one that was to be called next when it is left out.",
          value: .nullable(.text(shown: "POINT", instance: "m12"))),
        FieldDescription(
          name: "until", help: "When the customer wants to be called: for call_later.",
          value: .nullable(.time)),
        FieldDescription(
          name: "at", help: "When the call was made; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "note", help: "Free text.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","outcome":"no_answer"}"#,
        #"{"id":"k1","outcome":"call_later","until":"2026-05-04T10:30:00+08:00"}"#,
      ])
  }

  private static var callbackDone: MethodDescription {
    MethodDescription(
      name: "callback.done",
      summary: "Ends a callback with its form: the customer was reached, and this is what was learned.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "point", help: "The number that was used; the one to call next when it is left out. Required.",
          value: .nullable(.text(shown: "POINT", instance: "m12"))),
        FieldDescription(
          name: "transaction", help: "Transaction number (交易单号): on one form only. Required.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "terminal", help: "The terminal; that of the callback when it is left out.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "problem", help: "What the customer told. Required.",
          value: .nullable(.text()),
          limits: 1...2000),
        FieldDescription(
          name: "solution", help: "What was done about it. Required.",
          value: .nullable(.text()),
          limits: 1...2000),
        FieldDescription(
          name: "running_state", help: "How the terminal runs. Required.",
          value: .nullable(.word(["normal", "intermittent", "down", "unused"]))),
        FieldDescription(
          name: "satisfaction", help: "From 1, very dissatisfied, to 5. Required of whoever may enter it.",
          value: .nullable(.integer),
          limits: 1...5),
        FieldDescription(
          name: "comment", help: "What the customer said of it.",
          value: .nullable(.text()),
          limits: 1...2000),
        FieldDescription(
          name: "fields", help: "What the shop's own fields say of it.",
          value: .fields),
        FieldDescription(
          name: "at", help: "When the call was made; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","transaction":"2026050300017","problem":"偶尔打印不清","solution":"已教清洁打印头","running_state":"normal","satisfaction":5}"#,
      ])
  }

  private static var callbackGet: MethodDescription {
    MethodDescription(
      name: "callback.get",
      summary: "Gives one callback with what was tried, and the number to call next.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"k1"}"#,
      ])
  }

  private static var callbackList: MethodDescription {
    MethodDescription(
      name: "callback.list",
      summary: "Lists callbacks, what is to be done first at the top; agents see their own.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is to do.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "state", help: "Only in this state; the open ones when it is left out.",
          value: .nullable(.word(["planned", "trying", "done", "satisfied", "exhausted", "refused", "withdrawn"]))),
        FieldDescription(
          name: "all", help: "In whatever state.",
          value: .boolean),
        FieldDescription(
          name: "before", help: "Only what is to be done before.",
          value: .nullable(.time)),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"assignee":"bob"}"#,
        #"{"state":"exhausted"}"#,
      ])
  }

  private static var callbackPlan: MethodDescription {
    MethodDescription(
      name: "callback.plan",
      summary: "Plans a callback of a contact.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "Whom to call.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "due", help: "When to call first; the policy's time from now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "reason", help: "What to talk about.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "terminal", help: "The terminal that it is about, such as its serial number.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "assignee", help: "Who is to call; by the policy when it is left out.",
          value: .nullable(.text()),
          limits: 1...64),
      ],
      examples: [
        #"{"contact":"c1","terminal":"SN-0081","reason":"首次出账后回访"}"#,
      ])
  }

  private static var callbackReassign: MethodDescription {
    MethodDescription(
      name: "callback.reassign",
      summary: "Gives a callback to somebody else as it stands: stage, count and due stay.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "assignee", help: "Who is to call.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...64),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","assignee":"carol"}"#,
      ])
  }

  private static var callbackSatisfy: MethodDescription {
    MethodDescription(
      name: "callback.satisfy",
      summary: "Ends a callback because the customer called in.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "point", help: "The number that the customer called from.",
          value: .nullable(.text(shown: "POINT", instance: "m12"))),
        FieldDescription(
          name: "note", help: "What was said.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","note":"来电说一切正常"}"#,
      ])
  }

  private static var callbackSnooze: MethodDescription {
    MethodDescription(
      name: "callback.snooze",
      summary: "Puts the next attempt of a callback off; no attempt is counted.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "until", help: "Until when; outside hours until the next working minute.",
          value: .time,
          isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","until":"2026-05-11T10:00:00+08:00"}"#,
      ])
  }

  private static var callbackWithdraw: MethodDescription {
    MethodDescription(
      name: "callback.withdraw",
      summary: "Takes a callback back that nobody has to make any more, with the reason.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The callback.",
          value: .text(shown: "CALLBACK", instance: "k12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the callback still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"k1","reason":"门店已停业"}"#,
      ])
  }

  private static var cancellationApprove: MethodDescription {
    MethodDescription(
      name: "cancellation.approve",
      summary: "Approves requests to cancel, all or none: by a manager, never by whoever asked.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager]),
      fields: [
        FieldDescription(
          name: "ids", help: "The requests.",
          value: .list(.text(shown: "CANCELLATION", instance: "x12")),
          isPositional: true, isRequired: true, limits: 1...100),
        FieldDescription(
          name: "opinion", help: "What to say about them.",
          value: .nullable(.text()),
          limits: 1...1000),
      ],
      examples: [
        #"{"ids":["x1"]}"#,
      ])
  }

  private static var cancellationGet: MethodDescription {
    MethodDescription(
      name: "cancellation.get",
      summary: "Gives one request to cancel, with what was decided about it.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "CANCELLATION", instance: "x12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"x1"}"#,
      ])
  }

  private static var cancellationList: MethodDescription {
    MethodDescription(
      name: "cancellation.list",
      summary: "Lists requests to cancel that wait for a manager, the newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "state", help: "Only in this state; those that wait when it is left out.",
          value: .nullable(.word(["pending", "approved", "rejected", "withdrawn", "expired"]))),
        FieldDescription(
          name: "all", help: "In whatever state.",
          value: .boolean),
        FieldDescription(
          name: "appointment", help: "Only about this appointment.",
          value: .nullable(.text(shown: "APPOINTMENT", instance: "a12"))),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the page before.",
          value: .nullable(.text(shown: "CANCELLATION", instance: "x12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        "{}",
      ])
  }

  private static var cancellationReject: MethodDescription {
    MethodDescription(
      name: "cancellation.reject",
      summary: "Rejects a request to cancel, with the reason: the appointment stays.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "CANCELLATION", instance: "x12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "opinion", help: "Why.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the request still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"x1","opinion":"师傅已出发"}"#,
      ])
  }

  private static var cancellationWithdraw: MethodDescription {
    MethodDescription(
      name: "cancellation.withdraw",
      summary: "Takes back a request of one's own to cancel: the appointment stays.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The request.",
          value: .text(shown: "CANCELLATION", instance: "x12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the request still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"x2"}"#,
      ])
  }

  private static var contactAdd: MethodDescription {
    MethodDescription(
      name: "contact.add",
      summary: "Adds a person or an organisation with its points, and reports who it may be already.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "name", help: "Full name.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...200),
        FieldDescription(
          name: "kind", help: "Whether it is somebody or something.",
          value: .word(["person", "organisation"]),
          fallback: "person"),
        FieldDescription(
          name: "title", help: "Position (职位).",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "organisation", help: "Name of the organisation it belongs to.",
          value: .nullable(.text()),
          limits: 1...200),
        FieldDescription(
          name: "organisation_id", help: "The contact that this organisation is.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "category", help: "What it is to the shop.",
          value: .word(["merchant", "installer", "support", "provider", "staff", "other"]),
          fallback: "merchant"),
        FieldDescription(
          name: "tags", help: "Words to find it by.",
          value: .list(.text()),
          limits: 0...20),
        FieldDescription(
          name: "status", help: "Whether the shop deals with it.",
          value: .word(["active", "dormant", "blocked"]),
          fallback: "active"),
        FieldDescription(
          name: "source", help: "Where it came from: walk-in, phone, referral, online.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "owner", help: "Who looks after it; an agent's own contacts are theirs.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "language", help: "What it wants to be spoken to in, such as zh-CN.",
          value: .nullable(.text()),
          limits: 2...35),
        FieldDescription(
          name: "notes", help: "Free text.",
          value: .nullable(.text()),
          limits: 1...4000),
        FieldDescription(
          name: "fields", help: "What the shop's own fields say of it.",
          value: .fields),
        FieldDescription(
          name: "points", help: "How to reach it.",
          value: .list(.object([
            FieldDescription(
              name: "kind", help: "What it is.",
              value: .word(["phone", "email", "wechat", "qq", "address", "handle"]),
              isRequired: true),
            FieldDescription(
              name: "value", help: "The number, address or name, as people type it.",
              value: .text(),
              isRequired: true, limits: 1...500),
            FieldDescription(
              name: "label", help: "What to call it, such as work or 家里.",
              value: .nullable(.text()),
              limits: 1...50),
            FieldDescription(
              name: "rank", help: "Whether it is used first or as a fallback.",
              value: .word(["primary", "backup"]),
              fallback: "primary"),
            FieldDescription(
              name: "preferred", help: "Whether the contact wants to be reached here.",
              value: .boolean),
            FieldDescription(
              name: "consent", help: "What the contact said of being reached here.",
              value: .word(["unknown", "given", "refused"]),
              fallback: "unknown"),
            FieldDescription(
              name: "do_not_use", help: "Keep it, but do not use it.",
              value: .boolean),
            FieldDescription(
              name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
              value: .nullable(.text(shown: "HH:MM-HH:MM"))),
            FieldDescription(
              name: "verified_on", help: "When it was last seen to work.",
              value: .nullable(.date)),
          ])),
          limits: 0...50),
      ],
      examples: [
        #"{"name":"王小明","organisation":"幸福里便利店","points":[{"kind":"phone","value":"199 0000 1234"}]}"#,
      ])
  }

  private static var contactCard: MethodDescription {
    MethodDescription(
      name: "contact.card",
      summary: "Gives everything about one contact on one screen.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"c1"}"#,
      ])
  }

  private static var contactDuplicates: MethodDescription {
    MethodDescription(
      name: "contact.duplicates",
      summary: "Lists contacts that may be the same: who share a phone, an email, or name and company.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "of", help: "Only whom this contact may be.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "reasons", help: "Only for these reasons; all when none is named.",
          value: .list(.word(["phone", "email", "name"])),
          limits: 0...3),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...600),
        FieldDescription(
          name: "limit", help: "How many groups at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        "{}",
        #"{"of":"c1"}"#,
      ])
  }

  private static var contactEdit: MethodDescription {
    MethodDescription(
      name: "contact.edit",
      summary: "Changes fields of a contact; what is not named stays, null clears.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "name", help: "Full name.",
          value: .text(),
          limits: 1...200),
        FieldDescription(
          name: "kind", help: "Whether it is somebody or something.",
          value: .word(["person", "organisation"])),
        FieldDescription(
          name: "title", help: "Position (职位).",
          value: .nullable(.text()),
          limits: 1...100, isClearable: true),
        FieldDescription(
          name: "organisation", help: "Name of the organisation it belongs to.",
          value: .nullable(.text()),
          limits: 1...200, isClearable: true),
        FieldDescription(
          name: "organisation_id", help: "The contact that this organisation is.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12")),
          isClearable: true),
        FieldDescription(
          name: "category", help: "What it is to the shop.",
          value: .word(["merchant", "installer", "support", "provider", "staff", "other"])),
        FieldDescription(
          name: "tags", help: "Words to find it by: all of them.",
          value: .list(.text()),
          limits: 0...20, isClearable: true),
        FieldDescription(
          name: "status", help: "Whether the shop deals with it.",
          value: .word(["active", "dormant", "blocked"])),
        FieldDescription(
          name: "source", help: "Where it came from.",
          value: .nullable(.text()),
          limits: 1...100, isClearable: true),
        FieldDescription(
          name: "owner", help: "Who looks after it.",
          value: .nullable(.text()),
          limits: 1...64, isClearable: true),
        FieldDescription(
          name: "language", help: "What it wants to be spoken to in, such as zh-CN.",
          value: .nullable(.text()),
          limits: 2...35, isClearable: true),
        FieldDescription(
          name: "review_cycle", help: "How often its details are checked: a cycle, none, or default for as its category.",
          value: .text(shown: "P3M")),
        FieldDescription(
          name: "notes", help: "Free text.",
          value: .nullable(.text()),
          limits: 1...4000, isClearable: true),
        FieldDescription(
          name: "fields", help: "What the shop's own fields say of it; null clears one.",
          value: .fields),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"id":"c1","title":"店长","notes":null}"#,
      ])
  }

  private static var contactExport: MethodDescription {
    MethodDescription(
      name: "contact.export",
      summary: "Gives contacts whole, page by page, in the form in which contact.import takes them.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "category", help: "Only this category.",
          value: .nullable(.word(["merchant", "installer", "support", "provider", "staff", "other"]))),
        FieldDescription(
          name: "status", help: "Only this status.",
          value: .nullable(.word(["active", "dormant", "blocked"]))),
        FieldDescription(
          name: "owner", help: "Only those that this user looks after.",
          value: .nullable(.text())),
        FieldDescription(
          name: "source", help: "Only those that came from here.",
          value: .nullable(.text())),
        FieldDescription(
          name: "tag", help: "Only those with this tag.",
          value: .nullable(.text())),
        FieldDescription(
          name: "fields", help: "Only those of which the shop's own fields say this.",
          value: .fields),
        FieldDescription(
          name: "after", help: "Go on behind this contact: the `next` of the page before.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "limit", help: "How many at most; fewer when they are large.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"limit":2}"#,
      ])
  }

  private static var contactFind: MethodDescription {
    MethodDescription(
      name: "contact.find",
      summary: "Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "text", help: "What is known of the contact.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...200),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...100, fallback: "20"),
      ],
      examples: [
        #"{"text":"wxm"}"#,
        #"{"text":"1234"}"#,
      ])
  }

  private static var contactGet: MethodDescription {
    MethodDescription(
      name: "contact.get",
      summary: "Gives one contact with its points, by id or by phone number.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12")),
          isPositional: true),
        FieldDescription(
          name: "phone", help: "A phone number, as people type it.",
          value: .nullable(.text()),
          limits: 1...100),
      ],
      examples: [
        #"{"id":"c1"}"#,
        #"{"phone":"199 0000 1234"}"#,
      ])
  }

  private static var contactHistory: MethodDescription {
    MethodDescription(
      name: "contact.history",
      summary: "Tells who changed what of a contact, when and from where, newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "before", help: "Go on before this change: the `next` of the page before.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "50"),
      ],
      examples: [
        #"{"id":"c1"}"#,
      ])
  }

  private static var contactImport: MethodDescription {
    MethodDescription(
      name: "contact.import",
      summary: "Takes in a batch of contacts from a file; the same rows again change nothing.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "source", help: "Where the contacts come from, such as import:shop.csv.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "duplicates", help: "What to do with a row whose contact is there already.",
          value: .word(["skip", "merge", "add"]),
          fallback: "skip"),
        FieldDescription(
          name: "rows", help: "The rows, in the order of the file.",
          value: .list(.object([
            FieldDescription(
              name: "line", help: "Where it stands in the file.",
              value: .integer,
              isRequired: true, limits: 1...1000000000),
            FieldDescription(
              name: "name", help: "Full name.",
              value: .text(),
              limits: 0...1000),
            FieldDescription(
              name: "kind", help: "Somebody or something.",
              value: .nullable(.word(["person", "organisation"]))),
            FieldDescription(
              name: "title", help: "Position.",
              value: .nullable(.text()),
              limits: 0...1000),
            FieldDescription(
              name: "organisation", help: "Organisation.",
              value: .nullable(.text()),
              limits: 0...1000),
            FieldDescription(
              name: "organisation_uid", help: "The UID of the contact that this organisation is.",
              value: .nullable(.text()),
              limits: 1...500),
            FieldDescription(
              name: "category", help: "What it is to the shop.",
              value: .nullable(.word(["merchant", "installer", "support", "provider", "staff", "other"]))),
            FieldDescription(
              name: "status", help: "Whether the shop deals with it.",
              value: .nullable(.word(["active", "dormant", "blocked"]))),
            FieldDescription(
              name: "source", help: "Where it came from.",
              value: .nullable(.text()),
              limits: 0...1000),
            FieldDescription(
              name: "owner", help: "Who looks after it.",
              value: .nullable(.text()),
              limits: 1...64),
            FieldDescription(
              name: "language", help: "Language.",
              value: .nullable(.text()),
              limits: 0...100),
            FieldDescription(
              name: "review_cycle", help: "How often its details are checked.",
              value: .nullable(.text(shown: "P3M"))),
            FieldDescription(
              name: "verified_on", help: "The last day on which somebody was reached.",
              value: .nullable(.date)),
            FieldDescription(
              name: "verified_by", help: "The user name of whoever reached them.",
              value: .nullable(.text()),
              limits: 1...64),
            FieldDescription(
              name: "verified_how", help: "How somebody was reached.",
              value: .nullable(.word(["phone", "visit", "message", "document"]))),
            FieldDescription(
              name: "notes", help: "Free text.",
              value: .nullable(.text()),
              limits: 0...20000),
            FieldDescription(
              name: "tags", help: "Words to find it by.",
              value: .list(.text()),
              limits: 0...20),
            FieldDescription(
              name: "fields", help: "What the shop's own fields say of it; all types may be texts.",
              value: .fields),
            FieldDescription(
              name: "uid", help: "The vCard UID, of any form.",
              value: .nullable(.text()),
              limits: 1...500),
            FieldDescription(
              name: "points", help: "How to reach it.",
              value: .list(.object([
                FieldDescription(
                  name: "kind", help: "What it is.",
                  value: .word(["phone", "email", "wechat", "qq", "address", "handle"]),
                  isRequired: true),
                FieldDescription(
                  name: "value", help: "As it stands in the file.",
                  value: .text(),
                  isRequired: true, limits: 1...1000),
                FieldDescription(
                  name: "label", help: "What it is called.",
                  value: .nullable(.text()),
                  limits: 1...50),
                FieldDescription(
                  name: "rank", help: "Used first or as a fallback; when absent the first of a kind is used first.",
                  value: .nullable(.word(["primary", "backup"]))),
                FieldDescription(
                  name: "preferred", help: "Whether it is used first.",
                  value: .boolean),
                FieldDescription(
                  name: "consent", help: "What the contact said of being reached here.",
                  value: .word(["unknown", "given", "refused"]),
                  fallback: "unknown"),
                FieldDescription(
                  name: "do_not_use", help: "Keep it, but do not use it.",
                  value: .boolean),
                FieldDescription(
                  name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
                  value: .nullable(.text(shown: "HH:MM-HH:MM"))),
                FieldDescription(
                  name: "verified_on", help: "When it was last seen to work.",
                  value: .nullable(.date)),
                FieldDescription(
                  name: "verified_by", help: "The user name of whoever saw it.",
                  value: .nullable(.text()),
                  limits: 1...64),
                FieldDescription(
                  name: "verified_how", help: "How it was seen.",
                  value: .nullable(.word(["phone", "visit", "message", "document"]))),
              ])),
              limits: 0...50),
            FieldDescription(
              name: "emergency", help: "Whom to call in an emergency, in order.",
              value: .list(.object([
                FieldDescription(
                  name: "name", help: "Who to ask for.",
                  value: .nullable(.text()),
                  limits: 1...200),
                FieldDescription(
                  name: "phone", help: "The number, as it stands in the file.",
                  value: .nullable(.text()),
                  limits: 1...100),
                FieldDescription(
                  name: "relation", help: "What the person is, such as 老板娘 or electrician.",
                  value: .nullable(.text()),
                  limits: 1...100),
                FieldDescription(
                  name: "contact_uid", help: "The UID of the contact that the person is.",
                  value: .nullable(.text()),
                  limits: 1...500),
              ])),
              limits: 0...20),
          ])),
          isRequired: true, limits: 1...500),
      ],
      examples: [
        #"{"source":"import:shop.csv","rows":[{"line":2,"name":"刘电工"},{"line":3,"name":"电力公司","kind":"organisation"}]}"#,
      ])
  }

  private static var contactList: MethodDescription {
    MethodDescription(
      name: "contact.list",
      summary: "Lists contacts in the order of their ids, page by page.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "kind", help: "Only somebody or something.",
          value: .nullable(.word(["person", "organisation"]))),
        FieldDescription(
          name: "category", help: "Only this category.",
          value: .nullable(.word(["merchant", "installer", "support", "provider", "staff", "other"]))),
        FieldDescription(
          name: "status", help: "Only this status.",
          value: .nullable(.word(["active", "dormant", "blocked"]))),
        FieldDescription(
          name: "owner", help: "Only those that this user looks after.",
          value: .nullable(.text())),
        FieldDescription(
          name: "source", help: "Only those that came from here.",
          value: .nullable(.text())),
        FieldDescription(
          name: "tag", help: "Only those with this tag.",
          value: .nullable(.text())),
        FieldDescription(
          name: "organisation", help: "Only people of this organisation.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "fields", help: "Only those of which the shop's own fields say this.",
          value: .fields),
        FieldDescription(
          name: "after", help: "Go on behind this contact: the `next` of the page before.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"category":"merchant","limit":10}"#,
      ])
  }

  private static var contactMerge: MethodDescription {
    MethodDescription(
      name: "contact.merge",
      summary: "Makes contacts that are the same one contact; the old ids keep working.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "into", help: "The contact that stays.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "from", help: "The contacts that become part of it.",
          value: .list(.text(shown: "CONTACT", instance: "c12")),
          isPositional: true, isRequired: true, limits: 1...20),
        FieldDescription(
          name: "if_rev", help: "Only if the contact that stays still has this revision.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "from_if_rev", help: "Only if the others still have these revisions, in their order.",
          value: .list(.integer),
          limits: 0...20),
      ],
      examples: [
        #"{"into":"c1","from":["c2"]}"#,
      ])
  }

  private static var contactRevert: MethodDescription {
    MethodDescription(
      name: "contact.revert",
      summary: "Sets fields of a contact back to what they were before a change of its history.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "change", help: "The change, by its number in the history.",
          value: .integer,
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "fields", help: "Only these fields; all that the change touched when none is named.",
          value: .list(.text()),
          limits: 0...30),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"c1","change":6}"#,
      ])
  }

  private static var contactUnmerge: MethodDescription {
    MethodDescription(
      name: "contact.unmerge",
      summary: "Takes a merge back: the contact has again what it had; what was changed since stays.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact that became part of another.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if what it is part of still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"c3"}"#,
      ])
  }

  private static var emergencyList: MethodDescription {
    MethodDescription(
      name: "emergency.list",
      summary: "Says whom to call in an emergency, of a contact or of the shop itself, in order.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact; the shop itself when none is named.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12")),
          isPositional: true),
      ],
      examples: [
        "{}",
      ])
  }

  private static var emergencySet: MethodDescription {
    MethodDescription(
      name: "emergency.set",
      summary: "Replaces the list of whom to call in an emergency, first one first.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact; the shop itself when none is named.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12")),
          isPositional: true),
        FieldDescription(
          name: "people", help: "Whom to call, in order.",
          value: .list(.object([
            FieldDescription(
              name: "name", help: "Who to ask for.",
              value: .nullable(.text()),
              limits: 1...200),
            FieldDescription(
              name: "phone", help: "The number, as people type it.",
              value: .nullable(.text()),
              limits: 1...100),
            FieldDescription(
              name: "relation", help: "What the person is, such as 老板娘 or electrician.",
              value: .nullable(.text()),
              limits: 1...100),
            FieldDescription(
              name: "contact", help: "The contact that the person is.",
              value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
          ])),
          limits: 0...20),
      ],
      examples: [
        #"{"people":[{"name":"刘电工","phone":"199 0000 7777"},{"relation":"物业"}]}"#,
      ])
  }

  private static var eventsSubscribe: MethodDescription {
    MethodDescription(
      name: "events.subscribe",
      summary: "Streams changes as they are made, from now or from where a client left off.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .courier, .auditor]),
      fields: [
        FieldDescription(
          name: "since", help: "`now`, `start`, or the cursor of the last event that was seen.",
          value: .text(),
          limits: 1...80, fallback: "now"),
        FieldDescription(
          name: "topics", help: "Only these kinds (contact) or events (contact.added).",
          value: .list(.text()),
          limits: 0...50),
      ],
      examples: [
        "{}",
        #"{"since":"start","topics":["contact"]}"#,
      ])
  }

  private static var eventsUnsubscribe: MethodDescription {
    MethodDescription(
      name: "events.unsubscribe",
      summary: "Ends a subscription of the same connection.",
      isChange: false,
      permission: .everybody,
      fields: [
        FieldDescription(
          name: "subscription", help: "The subscription's number.",
          value: .integer,
          isPositional: true, isRequired: true, limits: 1...1000000),
      ],
      examples: [
      ])
  }

  private static var fieldAdd: MethodDescription {
    MethodDescription(
      name: "field.add",
      summary: "Defines one more field for contacts or callback forms.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "field", help: "By which programs know it: a-z, 0-9 and _, such as size.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...32),
        FieldDescription(
          name: "label", help: "What people call it.",
          value: .text(),
          isRequired: true, limits: 1...100),
        FieldDescription(
          name: "subject", help: "What it is a field of.",
          value: .word(["contact", "form"]),
          fallback: "contact"),
        FieldDescription(
          name: "type", help: "What its values are; for good.",
          value: .word(["text", "number", "date", "choice", "flag"]),
          fallback: "text"),
        FieldDescription(
          name: "choices", help: "Of a choice, its words in their order; once for each.",
          value: .list(.text()),
          limits: 0...100),
        FieldDescription(
          name: "required", help: "Whether it has to be filled in; what is there already stays as it is.",
          value: .boolean),
        FieldDescription(
          name: "place", help: "Where it stands among the others; last when it is left out.",
          value: .nullable(.integer),
          limits: 1...1000),
      ],
      examples: [
        #"{"field":"size","label":"店铺规模","type":"choice","choices":["小","中","大"]}"#,
      ])
  }

  private static var fieldEdit: MethodDescription {
    MethodDescription(
      name: "field.edit",
      summary: "Changes what a field is called, whether it is required, its place, and adds choices.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "field", help: "The field's key.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...32),
        FieldDescription(
          name: "label", help: "What people call it.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "add", help: "One more choice, behind the others; once for each.",
          value: .list(.text()),
          limits: 0...100),
        FieldDescription(
          name: "required", help: "Whether it has to be filled in; what is there already stays as it is.",
          value: .nullable(.boolean)),
        FieldDescription(
          name: "place", help: "Where it stands among the others.",
          value: .nullable(.integer),
          limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the definition still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"field":"level","add":["银卡"],"required":true}"#,
      ])
  }

  private static var fieldList: MethodDescription {
    MethodDescription(
      name: "field.list",
      summary: "Lists the fields that the shop defined, in the order in which they are shown.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "subject", help: "Only those of this.",
          value: .nullable(.word(["contact", "form"]))),
        FieldDescription(
          name: "retired", help: "Those that take no new values, too.",
          value: .boolean),
      ],
      examples: [
        #"{"subject":"contact"}"#,
      ])
  }

  private static var fieldRestore: MethodDescription {
    MethodDescription(
      name: "field.restore",
      summary: "Lets a retired field take values again.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "field", help: "The field's key.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...32),
        FieldDescription(
          name: "if_rev", help: "Only if the definition still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"field":"level"}"#,
      ])
  }

  private static var fieldRetire: MethodDescription {
    MethodDescription(
      name: "field.retire",
      summary: "Lets a field take no new values; those that there are can still be read.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "field", help: "The field's key.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...32),
        FieldDescription(
          name: "if_rev", help: "Only if the definition still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"field":"level"}"#,
      ])
  }

  private static var formAmend: MethodDescription {
    MethodDescription(
      name: "form.amend",
      summary: "Amends a callback form by a new version; what is not named stays, null clears.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The form.",
          value: .text(shown: "FORM", instance: "f12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "point", help: "The number that was used.",
          value: .text(shown: "POINT", instance: "m12")),
        FieldDescription(
          name: "transaction", help: "Transaction number (交易单号): on one form only.",
          value: .text(),
          limits: 1...64),
        FieldDescription(
          name: "terminal", help: "The terminal.",
          value: .nullable(.text()),
          limits: 1...100, isClearable: true),
        FieldDescription(
          name: "problem", help: "What the customer told.",
          value: .text(),
          limits: 1...2000),
        FieldDescription(
          name: "solution", help: "What was done about it.",
          value: .text(),
          limits: 1...2000),
        FieldDescription(
          name: "running_state", help: "How the terminal runs.",
          value: .word(["normal", "intermittent", "down", "unused"])),
        FieldDescription(
          name: "satisfaction", help: "From 1, very dissatisfied, to 5.",
          value: .integer,
          limits: 1...5),
        FieldDescription(
          name: "comment", help: "What the customer said of it.",
          value: .nullable(.text()),
          limits: 1...2000, isClearable: true),
        FieldDescription(
          name: "fields", help: "What the shop's own fields say of it; null clears one.",
          value: .fields),
        FieldDescription(
          name: "why", help: "Why it is amended.",
          value: .text(),
          limits: 1...1000),
        FieldDescription(
          name: "if_version", help: "Only if this is still the newest version.",
          value: .integer),
      ],
      examples: [
        #"{"id":"f1","satisfaction":4,"why":"客户来电更正"}"#,
      ])
  }

  private static var formConclude: MethodDescription {
    MethodDescription(
      name: "form.conclude",
      summary: "Puts on record what operations made of a callback form; follow_up has the customer called again.",
      isChange: true,
      permission: PermissionDescription(roles: [.operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "id", help: "The form.",
          value: .text(shown: "FORM", instance: "f12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "conclusion", help: "What operations made of it.",
          value: .word(["no_action", "solved", "follow_up", "complaint"]),
          isRequired: true),
        FieldDescription(
          name: "text", help: "Free text; for follow_up what to talk about, for complaint what it is. Required for these.",
          value: .nullable(.text()),
          limits: 1...900),
        FieldDescription(
          name: "again", help: "Although its newest version has a conclusion: in place of that.",
          value: .boolean),
        FieldDescription(
          name: "if_version", help: "Only if this is still the newest version.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"f1","conclusion":"solved"}"#,
        #"{"id":"f1","conclusion":"follow_up","text":"换机后打印是否正常"}"#,
      ])
  }

  private static var formGet: MethodDescription {
    MethodDescription(
      name: "form.get",
      summary: "Gives one callback form, as it is or as it was before it was amended.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The form.",
          value: .text(shown: "FORM", instance: "f12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "version", help: "Which version; the newest when it is left out.",
          value: .nullable(.integer),
          limits: 1...1000000),
      ],
      examples: [
        #"{"id":"f1"}"#,
        #"{"id":"f1","version":1}"#,
      ])
  }

  private static var formList: MethodDescription {
    MethodDescription(
      name: "form.list",
      summary: "Lists callback forms, the newest first; agents see their own.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "operator", help: "Only what this user entered.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "month", help: "Only of calls of this month, such as 2026-05.",
          value: .nullable(.text()),
          limits: 7...7),
        FieldDescription(
          name: "running_state", help: "Only of terminals that run so.",
          value: .nullable(.word(["normal", "intermittent", "down", "unused"]))),
        FieldDescription(
          name: "satisfaction", help: "Only with a satisfaction of at most this.",
          value: .nullable(.integer),
          limits: 1...5),
        FieldDescription(
          name: "batch", help: "Only of this batch.",
          value: .nullable(.text(shown: "BATCH", instance: "b12"))),
        FieldDescription(
          name: "open", help: "Only those without a conclusion.",
          value: .boolean),
        FieldDescription(
          name: "fields", help: "Only those of which the shop's own fields say this.",
          value: .fields),
        FieldDescription(
          name: "after", help: "Go on behind this form: the `next` of the page before.",
          value: .nullable(.text(shown: "FORM", instance: "f12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"satisfaction":2,"month":"2026-05"}"#,
      ])
  }

  private static var formQuality: MethodDescription {
    MethodDescription(
      name: "form.quality",
      summary: "Tells how complete callback forms are and how many were refused as duplicates, by month and operator.",
      isChange: false,
      permission: PermissionDescription(roles: [.operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "since", help: "From this month on, such as 2026-01.",
          value: .nullable(.text()),
          limits: 7...7),
        FieldDescription(
          name: "until", help: "Up to this month.",
          value: .nullable(.text()),
          limits: 7...7),
        FieldDescription(
          name: "operator", help: "Only what this user entered.",
          value: .nullable(.text()),
          limits: 1...64),
      ],
      examples: [
        #"{"since":"2026-05","until":"2026-05"}"#,
      ])
  }

  private static var interactionAdd: MethodDescription {
    MethodDescription(
      name: "interaction.add",
      summary: "Records a call, visit, message or email with a contact, or a note of it.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "kind", help: "What it was.",
          value: .word(["call", "visit", "message", "email", "note"]),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "summary", help: "What it was about.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...2000),
        FieldDescription(
          name: "direction", help: "Whether it came in or went out; required of everything but notes.",
          value: .nullable(.word(["in", "out"]))),
        FieldDescription(
          name: "reached", help: "Whether the contact was reached: then the next review counts from that day.",
          value: .boolean),
        FieldDescription(
          name: "at", help: "When it happened; now when it is left out.",
          value: .nullable(.time)),
        FieldDescription(
          name: "point", help: "The contact point that was used.",
          value: .nullable(.text(shown: "POINT", instance: "m12"))),
        FieldDescription(
          name: "user", help: "Who of the staff it was; you when it is left out.",
          value: .nullable(.text()),
          limits: 1...64),
      ],
      examples: [
        #"{"contact":"c1","kind":"call","direction":"in","reached":true,"summary":"问流量费何时扣"}"#,
        #"{"contact":"c1","kind":"visit","direction":"out","summary":"店门关着"}"#,
        #"{"contact":"c1","kind":"note","summary":"周一休息"}"#,
      ])
  }

  private static var interactionEdit: MethodDescription {
    MethodDescription(
      name: "interaction.edit",
      summary: "Says in other words what was recorded by hand; what it said before stays in the history.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The interaction.",
          value: .text(shown: "INTERACTION", instance: "i12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "summary", help: "What it was about.",
          value: .nullable(.text()),
          limits: 1...2000),
        FieldDescription(
          name: "direction", help: "Whether it came in or went out.",
          value: .nullable(.word(["in", "out"]))),
        FieldDescription(
          name: "if_rev", help: "Only if the interaction still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"i1","summary":"来电问流量费何时扣，已答复"}"#,
      ])
  }

  private static var interactionGet: MethodDescription {
    MethodDescription(
      name: "interaction.get",
      summary: "Gives one interaction, also one that was retracted.",
      isChange: false,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin, .auditor], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The interaction.",
          value: .text(shown: "INTERACTION", instance: "i12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"i1"}"#,
      ])
  }

  private static var interactionList: MethodDescription {
    MethodDescription(
      name: "interaction.list",
      summary: "Lists what the shop and a contact had to do with each other, the newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "kind", help: "Only of this kind.",
          value: .nullable(.word(["call", "visit", "message", "email", "note"]))),
        FieldDescription(
          name: "all", help: "Also what was retracted.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this place: the `next` of the page before.",
          value: .nullable(.text()),
          limits: 1...60),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "50"),
      ],
      examples: [
        #"{"contact":"c1"}"#,
        #"{"contact":"c1","kind":"call","all":true}"#,
      ])
  }

  private static var interactionRetract: MethodDescription {
    MethodDescription(
      name: "interaction.retract",
      summary: "Says of something that was recorded by hand that it was a slip; it stays readable.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The interaction.",
          value: .text(shown: "INTERACTION", instance: "i12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why.",
          value: .text(),
          isRequired: true, limits: 1...1000),
        FieldDescription(
          name: "if_rev", help: "Only if the interaction still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"i1","reason":"记错了联系人"}"#,
      ])
  }

  private static var placeAdd: MethodDescription {
    MethodDescription(
      name: "place.add",
      summary: "Names a place where appointments take place.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager, .admin]),
      fields: [
        FieldDescription(
          name: "name", help: "How it is called in commands: a-z, 0-9 and -.",
          value: .text(shown: "riverside"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "title", help: "What people call it.",
          value: .text(),
          isRequired: true, limits: 1...200),
        FieldDescription(
          name: "capacity", help: "How many appointments it has room for at one time.",
          value: .integer,
          limits: 1...1000, fallback: "1"),
      ],
      examples: [
        #"{"name":"riverside","title":"江边店","capacity":2}"#,
      ])
  }

  private static var placeClose: MethodDescription {
    MethodDescription(
      name: "place.close",
      summary: "Lets nothing be booked at a place any more; what is booked there stays booked.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager, .admin]),
      fields: [
        FieldDescription(
          name: "place", help: "Its short name.",
          value: .text(shown: "riverside"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the place still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"place":"counter"}"#,
      ])
  }

  private static var placeEdit: MethodDescription {
    MethodDescription(
      name: "place.edit",
      summary: "Changes what a place is called, for how many it has room, or opens it again.",
      isChange: true,
      permission: PermissionDescription(roles: [.manager, .admin]),
      fields: [
        FieldDescription(
          name: "place", help: "Its short name.",
          value: .text(shown: "riverside"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "title", help: "What people call it.",
          value: .nullable(.text()),
          limits: 1...200),
        FieldDescription(
          name: "capacity", help: "How many appointments it has room for at one time; what is booked stays booked.",
          value: .nullable(.integer),
          limits: 1...1000),
        FieldDescription(
          name: "state", help: "Whether anything is booked there.",
          value: .nullable(.word(["open", "closed"]))),
        FieldDescription(
          name: "if_rev", help: "Only if the place still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"place":"counter","capacity":3}"#,
      ])
  }

  private static var placeList: MethodDescription {
    MethodDescription(
      name: "place.list",
      summary: "Lists the places where appointments take place.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "closed", help: "Those where nothing is booked any more, too.",
          value: .boolean),
      ],
      examples: [
        #"{"closed":true}"#,
      ])
  }

  private static var pointAdd: MethodDescription {
    MethodDescription(
      name: "point.add",
      summary: "Adds a phone, email or other point to a contact.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "kind", help: "What it is.",
          value: .word(["phone", "email", "wechat", "qq", "address", "handle"]),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "value", help: "The number, address or name, as people type it.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...500),
        FieldDescription(
          name: "label", help: "What to call it, such as work or 家里.",
          value: .nullable(.text()),
          limits: 1...50),
        FieldDescription(
          name: "rank", help: "Whether it is used first or as a fallback.",
          value: .word(["primary", "backup"]),
          fallback: "primary"),
        FieldDescription(
          name: "preferred", help: "Whether the contact wants to be reached here.",
          value: .boolean),
        FieldDescription(
          name: "consent", help: "What the contact said of being reached here.",
          value: .word(["unknown", "given", "refused"]),
          fallback: "unknown"),
        FieldDescription(
          name: "do_not_use", help: "Keep it, but do not use it.",
          value: .boolean),
        FieldDescription(
          name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
          value: .nullable(.text(shown: "HH:MM-HH:MM"))),
        FieldDescription(
          name: "verified_on", help: "When it was last seen to work.",
          value: .nullable(.date)),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"contact":"c1","kind":"phone","value":"199 0000 4321","rank":"backup"}"#,
      ])
  }

  private static var pointEdit: MethodDescription {
    MethodDescription(
      name: "point.edit",
      summary: "Changes a contact point; what is not named stays, null clears.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact point.",
          value: .text(shown: "POINT", instance: "m12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "value", help: "The number, address or name; to clear it, remove the point.",
          value: .text(),
          limits: 1...500),
        FieldDescription(
          name: "label", help: "What to call it.",
          value: .nullable(.text()),
          limits: 1...50, isClearable: true),
        FieldDescription(
          name: "rank", help: "Whether it is used first or as a fallback.",
          value: .word(["primary", "backup"])),
        FieldDescription(
          name: "consent", help: "What the contact said of being reached here.",
          value: .word(["unknown", "given", "refused"])),
        FieldDescription(
          name: "do_not_use", help: "Keep it, but do not use it.",
          value: .boolean),
        FieldDescription(
          name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
          value: .nullable(.text(shown: "HH:MM-HH:MM")),
          isClearable: true),
        FieldDescription(
          name: "verified_on", help: "When it was last seen to work.",
          value: .nullable(.date),
          isClearable: true),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"id":"m1","quiet_hours":"22:00-08:00"}"#,
      ])
  }

  private static var pointPrefer: MethodDescription {
    MethodDescription(
      name: "point.prefer",
      summary: "Makes a contact point the one that its contact wants to be reached at.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact point.",
          value: .text(shown: "POINT", instance: "m12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"m2"}"#,
      ])
  }

  private static var pointRemove: MethodDescription {
    MethodDescription(
      name: "point.remove",
      summary: "Takes a contact point out of use; it stays in the history and can be restored.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact point.",
          value: .text(shown: "POINT", instance: "m12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why it goes, for the history.",
          value: .nullable(.text()),
          limits: 1...500),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"m1","reason":"换号"}"#,
      ])
  }

  private static var pointRestore: MethodDescription {
    MethodDescription(
      name: "point.restore",
      summary: "Puts a removed contact point back into use.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The contact point.",
          value: .text(shown: "POINT", instance: "m12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "if_rev", help: "Only if the contact still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"m3"}"#,
      ])
  }

  private static var policyGet: MethodDescription {
    MethodDescription(
      name: "policy.get",
      summary: "Gives one setting of the policy.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "setting", help: "The setting, such as review.cycle.merchant.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...100),
      ],
      examples: [
        #"{"setting":"review.cycle.merchant"}"#,
      ])
  }

  private static var policyList: MethodDescription {
    MethodDescription(
      name: "policy.list",
      summary: "Lists every setting of the policy with its value and its bounds.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var policyPreview: MethodDescription {
    MethodDescription(
      name: "policy.preview",
      summary: "Counts how many reminders another value of a setting would move, and changes nothing.",
      isChange: false,
      permission: PermissionDescription(roles: [.manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "setting", help: "The setting, such as review.cycle.merchant.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...100),
        FieldDescription(
          name: "value", help: "Its value, as policy.list shows values.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...2000),
      ],
      examples: [
        #"{"setting":"review.cycle.merchant","value":"P1M"}"#,
      ])
  }

  private static var policyReset: MethodDescription {
    MethodDescription(
      name: "policy.reset",
      summary: "Gives a setting of the policy its default back.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "setting", help: "The setting, such as review.cycle.merchant.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...100),
        FieldDescription(
          name: "if_rev", help: "Only if the rules still have this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"setting":"callback.attempts"}"#,
      ])
  }

  private static var policySet: MethodDescription {
    MethodDescription(
      name: "policy.set",
      summary: "Changes a setting of the policy; it holds at once. What that would move, policy.preview counts.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "setting", help: "The setting, such as review.cycle.merchant.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...100),
        FieldDescription(
          name: "value", help: "Its value, as policy.list shows values.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...2000),
        FieldDescription(
          name: "if_rev", help: "Only if the rules still have this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"setting":"review.cycle.merchant","value":"P2M"}"#,
      ])
  }

  private static var reminderList: MethodDescription {
    MethodDescription(
      name: "reminder.list",
      summary: "Lists reminders: those that wait, the next first, or those that ended, the newest first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "subject", help: "Only of this contact or other thing.",
          value: .nullable(.text(shown: "c12, v5, r7"))),
        FieldDescription(
          name: "mine", help: "Only those that are for me or a role of mine.",
          value: .boolean),
        FieldDescription(
          name: "ended", help: "Those that ended, instead of those that wait.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the page before.",
          value: .nullable(.text(shown: "REMINDER", instance: "r12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"subject":"c1"}"#,
        #"{"mine":true,"ended":true,"limit":10}"#,
      ])
  }

  private static var reminderWhy: MethodDescription {
    MethodDescription(
      name: "reminder.why",
      summary: "Tells what became of a reminder, or of all of a contact or other thing, and by which rule.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "A reminder, or what it is about: r7, c12, v5.",
          value: .text(shown: "c12, v5, r7"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "limit", help: "How many at most, the newest first.",
          value: .integer,
          limits: 1...500, fallback: "20"),
      ],
      examples: [
        #"{"id":"c1"}"#,
      ])
  }

  private static var reviewAnswer: MethodDescription {
    MethodDescription(
      name: "review.answer",
      summary: "Answers a review, with everything that is corrected by it, all or nothing.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The review.",
          value: .text(shown: "REVIEW", instance: "v12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "outcome", help: "What came of it.",
          value: .word(["confirmed", "corrected", "unreachable", "waived", "deletion_proposed", "contact_added"]),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "reason", help: "Why; required with waived and deletion_proposed.",
          value: .nullable(.text()),
          limits: 1...500),
        FieldDescription(
          name: "how", help: "How somebody was reached; required when somebody was.",
          value: .nullable(.word(["phone", "visit", "message", "document"]))),
        FieldDescription(
          name: "on", help: "The day on which somebody was reached; today when it is not said.",
          value: .nullable(.date)),
        FieldDescription(
          name: "verified", help: "Contact points that were seen to work.",
          value: .list(.text(shown: "POINT", instance: "m12")),
          limits: 0...50),
        FieldDescription(
          name: "edit", help: "What is to be changed of the contact, as contact.edit takes it.",
          value: .nullable(.object([
            FieldDescription(
              name: "id", help: "The contact.",
              value: .text(shown: "CONTACT", instance: "c12"),
              isPositional: true, isRequired: true),
            FieldDescription(
              name: "name", help: "Full name.",
              value: .text(),
              limits: 1...200),
            FieldDescription(
              name: "kind", help: "Whether it is somebody or something.",
              value: .word(["person", "organisation"])),
            FieldDescription(
              name: "title", help: "Position (职位).",
              value: .nullable(.text()),
              limits: 1...100, isClearable: true),
            FieldDescription(
              name: "organisation", help: "Name of the organisation it belongs to.",
              value: .nullable(.text()),
              limits: 1...200, isClearable: true),
            FieldDescription(
              name: "organisation_id", help: "The contact that this organisation is.",
              value: .nullable(.text(shown: "CONTACT", instance: "c12")),
              isClearable: true),
            FieldDescription(
              name: "category", help: "What it is to the shop.",
              value: .word(["merchant", "installer", "support", "provider", "staff", "other"])),
            FieldDescription(
              name: "tags", help: "Words to find it by: all of them.",
              value: .list(.text()),
              limits: 0...20, isClearable: true),
            FieldDescription(
              name: "status", help: "Whether the shop deals with it.",
              value: .word(["active", "dormant", "blocked"])),
            FieldDescription(
              name: "source", help: "Where it came from.",
              value: .nullable(.text()),
              limits: 1...100, isClearable: true),
            FieldDescription(
              name: "owner", help: "Who looks after it.",
              value: .nullable(.text()),
              limits: 1...64, isClearable: true),
            FieldDescription(
              name: "language", help: "What it wants to be spoken to in, such as zh-CN.",
              value: .nullable(.text()),
              limits: 2...35, isClearable: true),
            FieldDescription(
              name: "review_cycle", help: "How often its details are checked: a cycle, none, or default for as its category.",
              value: .text(shown: "P3M")),
            FieldDescription(
              name: "notes", help: "Free text.",
              value: .nullable(.text()),
              limits: 1...4000, isClearable: true),
            FieldDescription(
              name: "fields", help: "What the shop's own fields say of it; null clears one.",
              value: .fields),
            FieldDescription(
              name: "if_rev", help: "Only if the contact still has this revision.",
              value: .integer),
          ]))),
        FieldDescription(
          name: "add_points", help: "Contact points that were missing.",
          value: .list(.object([
            FieldDescription(
              name: "kind", help: "What it is.",
              value: .word(["phone", "email", "wechat", "qq", "address", "handle"]),
              isRequired: true),
            FieldDescription(
              name: "value", help: "The number, address or name, as people type it.",
              value: .text(),
              isRequired: true, limits: 1...500),
            FieldDescription(
              name: "label", help: "What to call it, such as work or 家里.",
              value: .nullable(.text()),
              limits: 1...50),
            FieldDescription(
              name: "rank", help: "Whether it is used first or as a fallback.",
              value: .word(["primary", "backup"]),
              fallback: "primary"),
            FieldDescription(
              name: "preferred", help: "Whether the contact wants to be reached here.",
              value: .boolean),
            FieldDescription(
              name: "consent", help: "What the contact said of being reached here.",
              value: .word(["unknown", "given", "refused"]),
              fallback: "unknown"),
            FieldDescription(
              name: "do_not_use", help: "Keep it, but do not use it.",
              value: .boolean),
            FieldDescription(
              name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
              value: .nullable(.text(shown: "HH:MM-HH:MM"))),
            FieldDescription(
              name: "verified_on", help: "When it was last seen to work.",
              value: .nullable(.date)),
          ])),
          limits: 0...20),
        FieldDescription(
          name: "edit_points", help: "Contact points that are to be changed, as point.edit takes them.",
          value: .list(.object([
            FieldDescription(
              name: "id", help: "The contact point.",
              value: .text(shown: "POINT", instance: "m12"),
              isPositional: true, isRequired: true),
            FieldDescription(
              name: "value", help: "The number, address or name; to clear it, remove the point.",
              value: .text(),
              limits: 1...500),
            FieldDescription(
              name: "label", help: "What to call it.",
              value: .nullable(.text()),
              limits: 1...50, isClearable: true),
            FieldDescription(
              name: "rank", help: "Whether it is used first or as a fallback.",
              value: .word(["primary", "backup"])),
            FieldDescription(
              name: "consent", help: "What the contact said of being reached here.",
              value: .word(["unknown", "given", "refused"])),
            FieldDescription(
              name: "do_not_use", help: "Keep it, but do not use it.",
              value: .boolean),
            FieldDescription(
              name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
              value: .nullable(.text(shown: "HH:MM-HH:MM")),
              isClearable: true),
            FieldDescription(
              name: "verified_on", help: "When it was last seen to work.",
              value: .nullable(.date),
              isClearable: true),
            FieldDescription(
              name: "if_rev", help: "Only if the contact still has this revision.",
              value: .integer),
          ])),
          limits: 0...20),
        FieldDescription(
          name: "remove_points", help: "Contact points that are of no use any more.",
          value: .list(.text(shown: "POINT", instance: "m12")),
          limits: 0...20),
        FieldDescription(
          name: "emergency", help: "Whom to call in an emergency, as emergency.set takes it.",
          value: .nullable(.object([
            FieldDescription(
              name: "contact", help: "The contact; the shop itself when none is named.",
              value: .nullable(.text(shown: "CONTACT", instance: "c12")),
              isPositional: true),
            FieldDescription(
              name: "people", help: "Whom to call, in order.",
              value: .list(.object([
                FieldDescription(
                  name: "name", help: "Who to ask for.",
                  value: .nullable(.text()),
                  limits: 1...200),
                FieldDescription(
                  name: "phone", help: "The number, as people type it.",
                  value: .nullable(.text()),
                  limits: 1...100),
                FieldDescription(
                  name: "relation", help: "What the person is, such as 老板娘 or electrician.",
                  value: .nullable(.text()),
                  limits: 1...100),
                FieldDescription(
                  name: "contact", help: "The contact that the person is.",
                  value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
              ])),
              limits: 0...20),
          ]))),
        FieldDescription(
          name: "add_contacts", help: "People who were missing, as contact.add takes them.",
          value: .list(.object([
            FieldDescription(
              name: "name", help: "Full name.",
              value: .text(),
              isPositional: true, isRequired: true, limits: 1...200),
            FieldDescription(
              name: "kind", help: "Whether it is somebody or something.",
              value: .word(["person", "organisation"]),
              fallback: "person"),
            FieldDescription(
              name: "title", help: "Position (职位).",
              value: .nullable(.text()),
              limits: 1...100),
            FieldDescription(
              name: "organisation", help: "Name of the organisation it belongs to.",
              value: .nullable(.text()),
              limits: 1...200),
            FieldDescription(
              name: "organisation_id", help: "The contact that this organisation is.",
              value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
            FieldDescription(
              name: "category", help: "What it is to the shop.",
              value: .word(["merchant", "installer", "support", "provider", "staff", "other"]),
              fallback: "merchant"),
            FieldDescription(
              name: "tags", help: "Words to find it by.",
              value: .list(.text()),
              limits: 0...20),
            FieldDescription(
              name: "status", help: "Whether the shop deals with it.",
              value: .word(["active", "dormant", "blocked"]),
              fallback: "active"),
            FieldDescription(
              name: "source", help: "Where it came from: walk-in, phone, referral, online.",
              value: .nullable(.text()),
              limits: 1...100),
            FieldDescription(
              name: "owner", help: "Who looks after it; an agent's own contacts are theirs.",
              value: .nullable(.text()),
              limits: 1...64),
            FieldDescription(
              name: "language", help: "What it wants to be spoken to in, such as zh-CN.",
              value: .nullable(.text()),
              limits: 2...35),
            FieldDescription(
              name: "notes", help: "Free text.",
              value: .nullable(.text()),
              limits: 1...4000),
            FieldDescription(
              name: "fields", help: "What the shop's own fields say of it.",
              value: .fields),
            FieldDescription(
              name: "points", help: "How to reach it.",
              value: .list(.object([
                FieldDescription(
                  name: "kind", help: "What it is.",
                  value: .word(["phone", "email", "wechat", "qq", "address", "handle"]),
                  isRequired: true),
                FieldDescription(
                  name: "value", help: "The number, address or name, as people type it.",
                  value: .text(),
                  isRequired: true, limits: 1...500),
                FieldDescription(
                  name: "label", help: "What to call it, such as work or 家里.",
                  value: .nullable(.text()),
                  limits: 1...50),
                FieldDescription(
                  name: "rank", help: "Whether it is used first or as a fallback.",
                  value: .word(["primary", "backup"]),
                  fallback: "primary"),
                FieldDescription(
                  name: "preferred", help: "Whether the contact wants to be reached here.",
                  value: .boolean),
                FieldDescription(
                  name: "consent", help: "What the contact said of being reached here.",
                  value: .word(["unknown", "given", "refused"]),
                  fallback: "unknown"),
                FieldDescription(
                  name: "do_not_use", help: "Keep it, but do not use it.",
                  value: .boolean),
                FieldDescription(
                  name: "quiet_hours", help: "When not to use it, such as 22:00-08:00.",
                  value: .nullable(.text(shown: "HH:MM-HH:MM"))),
                FieldDescription(
                  name: "verified_on", help: "When it was last seen to work.",
                  value: .nullable(.date)),
              ])),
              limits: 0...50),
          ])),
          limits: 0...10),
        FieldDescription(
          name: "if_rev", help: "Only if the review still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"v1","outcome":"confirmed","how":"phone","verified":["m1"]}"#,
        #"{"id":"v1","outcome":"corrected","how":"visit","edit":{"id":"c1","title":"店长"},"add_points":[{"kind":"phone","value":"199 0000 4321"}]}"#,
        #"{"id":"v1","outcome":"waived","reason":"停业装修"}"#,
      ])
  }

  private static var reviewCoverage: MethodDescription {
    MethodDescription(
      name: "review.coverage",
      summary: "Tells what share of contacts was verified within its cycle, by owner and category.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "owner", help: "Only this user's contacts.",
          value: .nullable(.text()),
          limits: 1...64),
      ],
      examples: [
        "{}",
      ])
  }

  private static var reviewGet: MethodDescription {
    MethodDescription(
      name: "review.get",
      summary: "Gives one review, open or ended.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The review.",
          value: .text(shown: "REVIEW", instance: "v12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"v1"}"#,
      ])
  }

  private static var reviewList: MethodDescription {
    MethodDescription(
      name: "review.list",
      summary: "Lists reviews that wait or have ended, the earliest due first.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "show", help: "Which: those that wait, that a manager was told of, that ended, all, or proposed deletions.",
          value: .word(["due", "overdue", "ended", "all", "proposed"]),
          fallback: "due"),
        FieldDescription(
          name: "mine", help: "Only those of my contacts.",
          value: .boolean),
        FieldDescription(
          name: "owner", help: "Only those of this user's contacts.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "contact", help: "Only this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "category", help: "Only contacts of this category.",
          value: .nullable(.word(["merchant", "installer", "support", "provider", "staff", "other"]))),
        FieldDescription(
          name: "after", help: "Go on behind this review: the `next` of the page before.",
          value: .nullable(.text(shown: "REVIEW", instance: "v12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"mine":true}"#,
        #"{"show":"proposed"}"#,
      ])
  }

  private static var reviewOpen: MethodDescription {
    MethodDescription(
      name: "review.open",
      summary: "Has a contact reviewed now, whatever its cycle says; only an answer ends it.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "The contact.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"contact":"c2"}"#,
      ])
  }

  private static var rpcCancel: MethodDescription {
    MethodDescription(
      name: "rpc.cancel",
      summary: "Takes back a request of the same connection that has not begun.",
      isChange: false,
      permission: .everybody,
      fields: [
        FieldDescription(
          name: "request", help: "The request's id, as it was sent; a string with its quotes.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...128),
      ],
      examples: [
      ])
  }

  private static var rpcDiscover: MethodDescription {
    MethodDescription(
      name: "rpc.discover",
      summary: "Describes every method, as an OpenRPC document.",
      isChange: false,
      permission: .everybody,
      fields: [
      ],
      examples: [
      ])
  }

  private static var rpcPing: MethodDescription {
    MethodDescription(
      name: "rpc.ping",
      summary: "Answers at once; touches no store.",
      isChange: false,
      permission: .everybody,
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var seriesAdd: MethodDescription {
    MethodDescription(
      name: "series.add",
      summary: "Agrees on visits that come round: what is within the horizon is booked now, the rest in time.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "contact", help: "For whom.",
          value: .text(shown: "CONTACT", instance: "c12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "kind", help: "What it is for.",
          value: .word(["application", "installation", "training", "maintenance", "visit"]),
          fallback: "maintenance"),
        FieldDescription(
          name: "start", help: "When the first one starts: the others have its time of day.",
          value: .time,
          isRequired: true),
        FieldDescription(
          name: "cycle", help: "How often: every two weeks is P2W, every three months P3M.",
          value: .text(shown: "P3M"),
          isRequired: true),
        FieldDescription(
          name: "until", help: "The last day on which there may be one; without an end when it is left out.",
          value: .nullable(.date)),
        FieldDescription(
          name: "count", help: "How many there are.",
          value: .nullable(.integer),
          limits: 1...9999),
        FieldDescription(
          name: "duration_minutes", help: "How long each takes; the policy's time of its kind when it is left out.",
          value: .nullable(.integer),
          limits: 1...1440),
        FieldDescription(
          name: "place", help: "Where, by short name; at the customer's when it is left out.",
          value: .nullable(.text(shown: "riverside"))),
        FieldDescription(
          name: "assignee", help: "Who is to be there: a user name.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "terminal", help: "The terminal that it is about, such as its serial number.",
          value: .nullable(.text()),
          limits: 1...100),
        FieldDescription(
          name: "note", help: "What else has to be known.",
          value: .nullable(.text()),
          limits: 1...1000),
      ],
      examples: [
        #"{"contact":"c1","start":"2026-05-12T10:00:00+08:00","cycle":"P3M","count":4}"#,
      ])
  }

  private static var seriesEdit: MethodDescription {
    MethodDescription(
      name: "series.edit",
      summary: "Agrees on another time, cycle, place or person for a visit and all that follow; a new series goes on.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The series.",
          value: .text(shown: "SERIES", instance: "s12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "from", help: "From the first visit on this day or later; earlier ones stay as they are.",
          value: .date,
          isRequired: true),
        FieldDescription(
          name: "time", help: "At what time of day they start; as before when it is left out.",
          value: .text(shown: "HH:MM")),
        FieldDescription(
          name: "cycle", help: "How often from that visit on, counted from its day; as before when it is left out.",
          value: .text(shown: "P3M")),
        FieldDescription(
          name: "duration_minutes", help: "How long each takes; as before when it is left out.",
          value: .integer,
          limits: 1...1440),
        FieldDescription(
          name: "place", help: "Where, by short name; null for at the customer's.",
          value: .nullable(.text(shown: "riverside")),
          isClearable: true),
        FieldDescription(
          name: "assignee", help: "Who is to be there: a user name; null while that is open.",
          value: .nullable(.text()),
          limits: 1...64, isClearable: true),
        FieldDescription(
          name: "reason", help: "Why those are cancelled that another cycle does not have: a word of the policy's list.",
          value: .text(shown: "customer_request")),
        FieldDescription(
          name: "text", help: "Why, in words; required for other.",
          value: .text(),
          limits: 1...1000),
        FieldDescription(
          name: "party", help: "Whose decision it is.",
          value: .word(["customer", "shop"]),
          fallback: "customer"),
        FieldDescription(
          name: "channel", help: "How it was said.",
          value: .word(["online", "phone", "counter"]),
          fallback: "phone"),
        FieldDescription(
          name: "if_rev", help: "Only if the series still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"id":"s1","from":"2026-05-12","time":"15:00"}"#,
        #"{"id":"s2","from":"2026-05-14","cycle":"P4W","reason":"customer_request"}"#,
      ])
  }

  private static var seriesEnd: MethodDescription {
    MethodDescription(
      name: "series.end",
      summary: "Ends visits that come round from a day on, and cancels those booked that nobody changed; a dry run shows.",
      isChange: true,
      permission: PermissionDescription(roles: [.service, .operations, .manager, .admin], owners: [.agent]),
      fields: [
        FieldDescription(
          name: "id", help: "The series.",
          value: .text(shown: "SERIES", instance: "s12"),
          isPositional: true, isRequired: true),
        FieldDescription(
          name: "from", help: "The first day without any; today when it is left out.",
          value: .nullable(.date)),
        FieldDescription(
          name: "reason", help: "Why: a word of the policy's appointment.cancel_reasons.",
          value: .text(shown: "customer_request"),
          isRequired: true),
        FieldDescription(
          name: "text", help: "Why, in words; required for other.",
          value: .nullable(.text()),
          limits: 1...1000),
        FieldDescription(
          name: "party", help: "Whose decision it is.",
          value: .word(["customer", "shop"]),
          fallback: "customer"),
        FieldDescription(
          name: "channel", help: "How it was said.",
          value: .word(["online", "phone", "counter"]),
          fallback: "phone"),
        FieldDescription(
          name: "bulk", help: "The number of what was begun, to go on with it.",
          value: .nullable(.integer)),
        FieldDescription(
          name: "if_rev", help: "Only if the series still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"id":"s2","from":"2026-08-01","reason":"no_longer_needed"}"#,
      ])
  }

  private static var seriesGet: MethodDescription {
    MethodDescription(
      name: "series.get",
      summary: "Gives visits that come round: the next ones, and those that could not be booked.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "id", help: "The series.",
          value: .text(shown: "SERIES", instance: "s12"),
          isPositional: true, isRequired: true),
      ],
      examples: [
        #"{"id":"s1"}"#,
      ])
  }

  private static var seriesList: MethodDescription {
    MethodDescription(
      name: "series.list",
      summary: "Lists visits that come round, the newest first; those of which any is to come.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "contact", help: "Only of this contact.",
          value: .nullable(.text(shown: "CONTACT", instance: "c12"))),
        FieldDescription(
          name: "assignee", help: "Only what this user is to be at.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "all", help: "Also those that are over.",
          value: .boolean),
        FieldDescription(
          name: "after", help: "Go on behind this one: the `next` of the page before.",
          value: .nullable(.text(shown: "SERIES", instance: "s12"))),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        #"{"contact":"c1"}"#,
      ])
  }

  private static var shopEdit: MethodDescription {
    MethodDescription(
      name: "shop.edit",
      summary: "Changes the shop's own settings.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "name", help: "The shop's name.",
          value: .nullable(.text()),
          limits: 1...200, isClearable: true),
        FieldDescription(
          name: "region", help: "Country of numbers that name none: ISO 3166, such as CN.",
          value: .text(),
          limits: 2...2),
        FieldDescription(
          name: "time_zone", help: "IANA time zone, such as Asia/Shanghai.",
          value: .text(),
          limits: 1...64),
        FieldDescription(
          name: "locale", help: "Language of what is sent to customers, such as zh-CN.",
          value: .text(),
          limits: 2...35),
        FieldDescription(
          name: "if_rev", help: "Only if the settings still have this revision.",
          value: .integer),
      ],
      examples: [
        #"{"name":"幸福路手机店"}"#,
      ])
  }

  private static var shopGet: MethodDescription {
    MethodDescription(
      name: "shop.get",
      summary: "Gives the shop's own settings.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .courier, .auditor], isForCaretaker: true),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var staffAdd: MethodDescription {
    MethodDescription(
      name: "staff.add",
      summary: "Puts a Unix user of this machine on the staff list.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name; '#4001' for a user ID without an account.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...64),
        FieldDescription(
          name: "role", help: "What the person may do; once for each role.",
          value: .list(.word(["agent", "service", "operations", "manager", "admin", "courier", "auditor"])),
          isRequired: true, limits: 1...7),
        FieldDescription(
          name: "name", help: "The person's name.",
          value: .nullable(.text()),
          limits: 1...200),
      ],
      examples: [
        #"{"user":"dan","role":["agent"],"name":"王芳"}"#,
      ])
  }

  private static var staffAway: MethodDescription {
    MethodDescription(
      name: "staff.away",
      summary: "Says that somebody is or will be away, and who stands in for them.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name; you yourself when it is left out.",
          value: .text(),
          isPositional: true, limits: 1...64),
        FieldDescription(
          name: "substitute", help: "Who stands in meanwhile: a user name.",
          value: .text(),
          isRequired: true, limits: 1...64),
        FieldDescription(
          name: "from", help: "From then on; when it is left out as planned already, else from now on.",
          value: .time),
        FieldDescription(
          name: "until", help: "Back from then on; when it is left out as planned already, else until staff.back.",
          value: .nullable(.time),
          isClearable: true),
        FieldDescription(
          name: "reason", help: "Why, for those who plan.",
          value: .nullable(.text()),
          limits: 1...200, isClearable: true),
        FieldDescription(
          name: "if_rev", help: "Only if the record still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"user":"carol","until":"2026-12-06T18:00:00+08:00","substitute":"bob"}"#,
      ])
  }

  private static var staffBack: MethodDescription {
    MethodDescription(
      name: "staff.back",
      summary: "Says that somebody is back, or will not be away after all.",
      isChange: true,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name; you yourself when it is left out.",
          value: .nullable(.text()),
          isPositional: true, limits: 1...64),
        FieldDescription(
          name: "if_rev", help: "Only if the record still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"user":"carol"}"#,
      ])
  }

  private static var staffClose: MethodDescription {
    MethodDescription(
      name: "staff.close",
      summary: "Closes the record of somebody who leaves, once nothing is theirs any more.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...64),
        FieldDescription(
          name: "if_rev", help: "Only if the record still has this revision.",
          value: .nullable(.integer)),
      ],
      examples: [
        #"{"user":"carol"}"#,
      ])
  }

  private static var staffEdit: MethodDescription {
    MethodDescription(
      name: "staff.edit",
      summary: "Changes somebody's roles or name, or takes a leaver back.",
      isChange: true,
      permission: PermissionDescription(roles: [.admin]),
      fields: [
        FieldDescription(
          name: "user", help: "Unix user name.",
          value: .text(),
          isPositional: true, isRequired: true, limits: 1...64),
        FieldDescription(
          name: "add", help: "Give this role; once for each.",
          value: .list(.word(["agent", "service", "operations", "manager", "admin", "courier", "auditor"])),
          limits: 0...7),
        FieldDescription(
          name: "remove", help: "Take this role away; once for each.",
          value: .list(.word(["agent", "service", "operations", "manager", "admin", "courier", "auditor"])),
          limits: 0...7),
        FieldDescription(
          name: "name", help: "The person's name.",
          value: .nullable(.text()),
          limits: 1...200, isClearable: true),
        FieldDescription(
          name: "state", help: "Only `active`: takes back somebody who left.",
          value: .word(["active", "closed"])),
        FieldDescription(
          name: "if_rev", help: "Only if the record still has this revision.",
          value: .integer),
      ],
      examples: [
        #"{"user":"bob","add":["service"]}"#,
      ])
  }

  private static var staffList: MethodDescription {
    MethodDescription(
      name: "staff.list",
      summary: "Lists the members of staff and their roles.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor], isForCaretaker: true),
      fields: [
        FieldDescription(
          name: "closed", help: "Those who left, too.",
          value: .boolean),
      ],
      examples: [
        "{}",
      ])
  }

  private static var systemMetrics: MethodDescription {
    MethodDescription(
      name: "system.metrics",
      summary: "Tells how much the daemon has done and how it is, in figures.",
      isChange: false,
      permission: PermissionDescription(roles: [.admin, .courier, .auditor], isForCaretaker: true),
      fields: [
      ],
      examples: [
      ])
  }

  private static var systemStatus: MethodDescription {
    MethodDescription(
      name: "system.status",
      summary: "Says how the daemon and its store are.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .courier, .auditor], isForCaretaker: true),
      fields: [
      ],
      examples: [
        "{}",
      ])
  }

  private static var todayList: MethodDescription {
    MethodDescription(
      name: "today.list",
      summary: "Lists what is due today, first what is overdue, each with what to type next.",
      isChange: false,
      permission: PermissionDescription(roles: [.agent, .service, .operations, .manager, .admin, .auditor]),
      fields: [
        FieldDescription(
          name: "user", help: "Whose: a user name; your own, with those whom you stand in for, when it is left out.",
          value: .nullable(.text()),
          limits: 1...64),
        FieldDescription(
          name: "all", help: "Everybody's: for managers, admins and auditors.",
          value: .boolean),
        FieldDescription(
          name: "limit", help: "How many at most.",
          value: .integer,
          limits: 1...500, fallback: "100"),
      ],
      examples: [
        "{}",
        #"{"all":true}"#,
      ])
  }
}
