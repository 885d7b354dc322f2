import CallbookClient

/// Whether a backup was made within two days: one a day is the rule, and one may fail.
struct BackupCheck: Check {
  private static let mostSeconds: Int64 = 2 * 86_400
  /// Root may whoever is named admin. The timer is what should have done it.
  private static let fix =
    "sudo callbook backup create && systemctl list-timers callbook-backup.timer"

  let name = "backup"

  func title(_ texts: Texts) -> String { texts.either("backup", "备份") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    switch scene.backup {
    case .unknown: return .skipped(texts.noGreeting)
    case .seconds(let age) where age <= Self.mostSeconds:
      let hours = age / 3600
      return .well(texts.either("the newest is \(hours) h old", "最新备份在 \(hours) 小时前"))
    case .seconds(let age):
      let days = age / 86_400
      return .amiss(
        texts.either("the newest is \(days) days old", "最新备份已是 \(days) 天前"), fix: Self.fix)
    case .notYet:
      return .well(texts.either("nobody works with the register yet", "登记簿尚未启用"))
    case .none: return .amiss(texts.either("there is none yet", "还没有备份"), fix: Self.fix)
    }
  }
}
