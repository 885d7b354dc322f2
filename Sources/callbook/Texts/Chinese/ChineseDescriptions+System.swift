extension ChineseDescriptions {
  static let system: [Entry] = [
    ("Says how the daemon and its store are.", "显示守护进程及其数据库的状况。")
  ]
}
