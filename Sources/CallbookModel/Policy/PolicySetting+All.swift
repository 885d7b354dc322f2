extension PolicySetting {
  /// Every setting, in the order in which they are shown. Another one is a property of ``Policy`` and
  /// a row here.
  package static let all: [PolicySetting] = review + callback

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
  ]
}
