/// What is looked at, in an order in which the first finding often explains the later ones.
enum CheckList {
  static let all: [any Check] = [
    SocketCheck(), PermissionCheck(), UnitsCheck(), DaemonCheck(), ProtocolCheck(), VersionCheck(),
    StaffCheck(), StoreCheck(), BackupCheck(), ClockCheck(), SynchronisationCheck(),
    TimeZoneCheck(), CalendarCheck(), TerminalCheck(),
  ]
}
