extension ChineseDescriptions {
  static let system: [Entry] = [
    ("Says how the daemon and its store are.", "显示守护进程及其数据库的状况。"),
    ("Tells how much the daemon has done and how it is, in figures.", "以数字说明守护进程的工作量和状况。"),
  ]
}
