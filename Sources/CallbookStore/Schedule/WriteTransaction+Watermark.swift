import CallbookModel

extension WriteTransaction {
  /// Clocks are corrected by less all the time.
  private static let toleratedMilliseconds: Int64 = 1000

  /// The watermark is the last instant at which reminders were dealt with. One in the future says
  /// that the clock was set back since; what fired stays fired, so it only has to be known.
  func repairWatermark() throws(CallbookError) {
    let watermark = try sql.first("SELECT watermark FROM schedule") { $0.instant(0) }
    guard let watermark, watermark > at.advanced(byMilliseconds: Self.toleratedMilliseconds)
    else { return }
    try setWatermark()
    let back = watermark.millisecondsSince1970 - at.millisecondsSince1970
    afterCommit(.watermarkRepaired(milliseconds: back))
  }

  func setWatermark() throws(CallbookError) {
    try sql.execute("UPDATE schedule SET watermark = ?") { $0.bind(at) }
  }
}
