/// What the shop has decided about how it works, each setting at its default until an admin changes it.
///
/// Rules read properties; whoever lists or changes settings works on the rows of ``PolicySetting/all``.
package struct Policy: Sendable, Equatable {
  // How often a contact's details are checked (DOMAIN R1); nil for never.
  package var reviewCycleMerchant = CalendarCycle("P3M")
  package var reviewCycleInstaller = CalendarCycle("P6M")
  package var reviewCycleSupport = CalendarCycle("P3M")
  package var reviewCycleProvider = CalendarCycle("P3M")
  package var reviewCycleStaff: CalendarCycle?
  package var reviewCycleOther: CalendarCycle?
  package var reviewCycleEmergency = CalendarCycle("P1M")
  /// Working days that a review may wait before its owner is reminded again.
  package var reviewRemindAgainDays = 3
  /// Working days that a review may wait before a manager hears of it.
  package var reviewEscalateDays = 5

  /// Working minutes from the plan of a callback to its first attempt.
  package var callbackFirstAttemptMinutes = 240
  /// Working minutes to the next attempt after the first, the second, … that reached nobody; the
  /// last one holds for all further ones.
  package var callbackBackOffMinutes = [60, 240, 480]
  package var callbackMostAttempts = 5
  /// Working minutes that a callback may be overdue before a manager hears of it.
  package var callbackEscalateMinutes = 480
  // Working minutes from what happened to the callback that it plans; nil plans none.
  package var callbackAfterFirstSettlement: Int? = 0
  package var callbackAfterAppointment: Int? = 480
  package var callbackAfterComplaint: Int? = 480
  package var callbackAfterNumberChange: Int?
  package var callbackAfterLowSatisfaction: Int? = 240
  package var callbackAfterFollowUp: Int? = 480
  /// How often a merchant is called whom nobody else called; nil for never.
  package var callbackCareMerchant: CalendarCycle?
  /// Whether whoever looks after a contact makes its callbacks.
  package var callbackByOwner = true
  /// The highest satisfaction that counts as low.
  package var formLowSatisfaction = 2
  /// Whether whoever looks after a contact may say how satisfied it is.
  package var formSatisfactionByOwner = true

  /// Working days within which operations takes a new batch of forms over.
  package var batchAcknowledgeDays = 1
  /// Working days within which the forms of a batch that was taken over are concluded.
  package var batchConcludeDays = 5
  /// Working days that a batch may be overdue before a manager hears of it.
  package var batchEscalateDays = 2
  /// Working minutes from a booking to the start of what is booked.
  package var appointmentLeadMinutes = 60
  /// Days ahead for which the shop books.
  package var appointmentHorizonDays = 90
  /// Minutes between the starts of two slots that are offered.
  package var appointmentGridMinutes = 30
  // How long an appointment takes unless somebody says otherwise.
  package var appointmentMinutesApplication = 30
  package var appointmentMinutesInstallation = 120
  package var appointmentMinutesTraining = 60
  package var appointmentMinutesMaintenance = 60
  package var appointmentMinutesVisit = 60
  // Minutes before the start at which somebody is reminded; nil for never.
  package var appointmentRemindAssignee: [Int]? = [1440, 120]
  package var appointmentRemindCustomer: [Int]? = [1440, 120]

  /// Whether whoever asks for something that a manager decides about may decide about it themself.
  package var approvalOnePerson = false
  /// Working days after which managers are reminded of what waits for them.
  package var approvalRemindAgainDays = 1
  /// Working days after which nobody can decide about it any more.
  package var approvalExpireDays = 10

  /// Working days that the follow-up of a switched-off booking may wait before a manager hears of it.
  package var bookingFollowUpEscalateDays = 2

  /// Hours before its start until which an appointment is cancelled without a manager.
  package var appointmentCancelNoticeHours = 24
  package var appointmentCancelReasons = CancelReasons.usual
  /// Whether an appointment holds its slot while its cancellation waits for a manager.
  package var appointmentPendingCancelHolds = true

  /// Days by which a visit of a series is put off at most where the shop is closed; 0 for never.
  package var seriesDeferDays = 7

  package init() {}
}

extension Policy {
  package func reviewCycle(of category: ContactCategory) -> CalendarCycle? {
    switch category {
    case .merchant: reviewCycleMerchant
    case .installer: reviewCycleInstaller
    case .support: reviewCycleSupport
    case .provider: reviewCycleProvider
    case .staff: reviewCycleStaff
    case .other: reviewCycleOther
    }
  }
}
