extension PolicySetting {
  /// Every setting, in the order in which they are shown. Another one is a property of ``Policy`` and
  /// a row here.
  package static let all: [PolicySetting] =
    review + callback + callbackRule + form + batch + booking + appointment + cancelling + series
    + approval

  private static let review = [
    PolicySetting(
      "review.cycle.merchant", \.reviewCycleMerchant, .cycle,
      "How often a merchant's details are checked."),
    PolicySetting(
      "review.cycle.installer", \.reviewCycleInstaller, .cycle,
      "How often an installer's details are checked."),
    PolicySetting(
      "review.cycle.support", \.reviewCycleSupport, .cycle,
      "How often the details of a support contact are checked."),
    PolicySetting(
      "review.cycle.provider", \.reviewCycleProvider, .cycle,
      "How often the details of a bank or payment company are checked."),
    PolicySetting(
      "review.cycle.staff", \.reviewCycleStaff, .cycle,
      "How often the details of contacts of category staff are checked."),
    PolicySetting(
      "review.cycle.other", \.reviewCycleOther, .cycle,
      "How often the details of any other contact are checked."),
    PolicySetting(
      "review.cycle.emergency", \.reviewCycleEmergency, .cycle,
      "How often whoever stands on an emergency list is checked, whatever the category."),
    PolicySetting(
      "review.remind_again", \.reviewRemindAgainDays, .workingDays, in: 1...60,
      "How long a review waits before its owner is reminded again."),
    PolicySetting(
      "review.escalate", \.reviewEscalateDays, .workingDays, in: 1...120,
      "How long a review waits before a manager is told."),
  ]

  private static let callback = [
    PolicySetting(
      "callback.first_attempt", \.callbackFirstAttemptMinutes, .workingMinutes, in: 1...9600,
      "Within which time a callback is tried first."),
    PolicySetting(
      "callback.back_off", \.callbackBackOffMinutes, .listOfWorkingMinutes, in: 1...9600,
      "How long to wait after each attempt that reached nobody; the last holds for all further ones."
    ),
    PolicySetting(
      "callback.attempts", \.callbackMostAttempts, .count, in: 1...20,
      "How many attempts are made before a callback is given up."),
    PolicySetting(
      "callback.escalate", \.callbackEscalateMinutes, .workingMinutes, in: 1...9600,
      "How long a callback is overdue before a manager is told."),
    PolicySetting(
      "callback.by_owner", \.callbackByOwner, .answer,
      "Whether whoever looks after a contact makes its callbacks; else customer service in turn."),
  ]

  private static let callbackRule = [
    PolicySetting(
      "callback.after.first_settlement", \.callbackAfterFirstSettlement, .workingMinutesOrNone,
      in: 0...9600, "When to call after the first settlement of a terminal."),
    PolicySetting(
      "callback.after.appointment", \.callbackAfterAppointment, .workingMinutesOrNone,
      in: 0...9600, "When to call after an appointment was completed."),
    PolicySetting(
      "callback.after.complaint", \.callbackAfterComplaint, .workingMinutesOrNone, in: 0...9600,
      "When to call after a complaint was resolved."),
    PolicySetting(
      "callback.after.number_change", \.callbackAfterNumberChange, .workingMinutesOrNone,
      in: 0...9600, "When to call after a phone number was changed."),
    PolicySetting(
      "callback.after.low_satisfaction", \.callbackAfterLowSatisfaction, .workingMinutesOrNone,
      in: 0...9600, "When to call after a customer was dissatisfied."),
    PolicySetting(
      "callback.after.follow_up", \.callbackAfterFollowUp, .workingMinutesOrNone, in: 0...9600,
      "When to call after operations concluded that a customer is to be called again."),
    PolicySetting(
      "callback.care.merchant", \.callbackCareMerchant, .cycle,
      "How often a merchant is called whom nobody else called."),
  ]

  private static let form = [
    PolicySetting(
      "form.low_satisfaction", \.formLowSatisfaction, .count, in: 1...4,
      "The highest satisfaction that counts as low and plans a callback."),
    PolicySetting(
      "form.satisfaction_by_owner", \.formSatisfactionByOwner, .answer,
      "Whether whoever looks after a contact may say how satisfied it is."),
  ]

  private static let batch = [
    PolicySetting(
      "batch.acknowledge", \.batchAcknowledgeDays, .workingDays, in: 1...60,
      "Within which time operations acknowledges a batch that is created."),
    PolicySetting(
      "batch.conclude", \.batchConcludeDays, .workingDays, in: 1...60,
      "Within which time the forms of a batch that is acknowledged are concluded."),
    PolicySetting(
      "batch.escalate", \.batchEscalateDays, .workingDays, in: 1...60,
      "How long a batch is overdue before a manager is told."),
  ]

  private static let booking = [
    PolicySetting(
      "appointment.lead_time", \.appointmentLeadMinutes, .workingMinutes, in: 0...9600,
      "How long before its start an appointment has to be booked."),
    PolicySetting(
      "appointment.horizon", \.appointmentHorizonDays, .days, in: 1...730,
      "How many days ahead appointments are booked."),
    PolicySetting(
      "appointment.grid", \.appointmentGridMinutes, .minutes, in: 5...480,
      "How far apart the free slots begin that are offered."),
    PolicySetting(
      "booking.follow_up_escalate", \.bookingFollowUpEscalateDays, .workingDays, in: 1...60,
      "How long the follow-up of a switched-off booking waits before a manager is told."),
  ]

  private static let appointment = [
    PolicySetting(
      "appointment.duration.application", \.appointmentMinutesApplication, .minutes,
      in: AppointmentSpan.durations, "How long an appointment for an application takes."),
    PolicySetting(
      "appointment.duration.installation", \.appointmentMinutesInstallation, .minutes,
      in: AppointmentSpan.durations, "How long an installation takes."),
    PolicySetting(
      "appointment.duration.training", \.appointmentMinutesTraining, .minutes,
      in: AppointmentSpan.durations, "How long a training takes."),
    PolicySetting(
      "appointment.duration.maintenance", \.appointmentMinutesMaintenance, .minutes,
      in: AppointmentSpan.durations, "How long maintenance takes."),
    PolicySetting(
      "appointment.duration.visit", \.appointmentMinutesVisit, .minutes,
      in: AppointmentSpan.durations, "How long a visit takes."),
    PolicySetting(
      "appointment.remind.assignee", \.appointmentRemindAssignee, .listOfMinutesOrNone,
      in: 1...43200, "How long before an appointment whoever is to be there is reminded."),
    PolicySetting(
      "appointment.remind.customer", \.appointmentRemindCustomer, .listOfMinutesOrNone,
      in: 1...43200, "How long before an appointment the customer is to be told."),
  ]

  private static let cancelling = [
    PolicySetting(
      "appointment.cancel_notice", \.appointmentCancelNoticeHours, .hours, in: 0...720,
      "How long before its start an appointment is cancelled without a manager."),
    PolicySetting(
      "appointment.cancel_reasons", \.appointmentCancelReasons, .listOfWords,
      "Why appointments are cancelled: the words to choose from."),
    PolicySetting(
      "appointment.pending_cancel_holds", \.appointmentPendingCancelHolds, .answer,
      "Whether an appointment holds its slot while its cancellation waits for a manager."),
  ]

  private static let series = [
    PolicySetting(
      "series.defer", \.seriesDeferDays, .days, in: 0...60,
      "By how many days at most a visit of a series is put off that falls on a closed day.")
  ]

  private static let approval = [
    PolicySetting(
      "approval.one_person", \.approvalOnePerson, .answer,
      "Whether a manager may approve what they asked for themself: for a shop of one person only."),
    PolicySetting(
      "approval.remind_again", \.approvalRemindAgainDays, .workingDays, in: 1...60,
      "How long a request waits before managers are reminded of it."),
    PolicySetting(
      "approval.expire", \.approvalExpireDays, .workingDays, in: 1...120,
      "How long a request waits for a decision before it expires."),
  ]
}
