extension ChineseDescriptions {
  static let backup: [Entry] = [
    (
      "Makes a copy of the whole register and checks it, while everybody works on.",
      "备份整个登记簿并检查备份，期间大家可照常工作。"
    ),
    (
      "Lists the backups in the daemon's keeping, newest first.",
      "列出守护进程保管的备份，最新的在前。"
    ),
    (
      "Reads every byte of a backup and checks its ledger, also against what else is known of it.",
      "逐字节读取一份备份并检查其中的账本，同时与另外留存的记录比对。"
    ),
    (
      "The backup, as backup.list names it; the newest unless given.",
      "备份的名称，以 backup.list 所列为准；不写则为最新的一份。"
    ),
  ]
}
