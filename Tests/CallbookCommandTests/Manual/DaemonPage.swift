import CallbookJSON
import CallbookModel
import Glibc

/// `callbookd.8`, from what the daemon says of its options.
struct DaemonPage {
  struct NoOptions: Error {}

  private var page: Roff

  /// - Parameter description: what `callbookd --experimental-dump-help` prints.
  static func text(_ description: String) throws -> String {
    guard let command = try JSONTape().parse(description.utf8)["command"] else { throw NoOptions() }
    var page = DaemonPage(
      page: Roff("callbookd", section: 8, source: "Callbook", manual: "System Administration"))
    page.writeFront(command)
    page.writeBack()
    return page.page.text
  }

  private mutating func writeFront(_ command: JSONNode) {
    let options = command["arguments"]?.elements.map { $0 } ?? []
    page.section("NAME")
    page.sentence("callbookd - owns a shop's register of contacts and answers on a Unix socket")
    page.section("SYNOPSIS")
    page.sentence(
      "callbookd "
        + options.compactMap { option in
          let typed = Self.typed(option)
          return option["isOptional"]?.boolean == true ? "[\(typed)]" : typed
        }.joined(separator: " "))
    page.section("DESCRIPTION")
    page.sentence(command["abstract"]?.string ?? "")
    page.paragraph(
      "One daemon serves one store; a second one for the same store is refused. It listens on a "
        + "Unix socket, or takes over one from systemd(1), and tells systemd when it is ready. "
        + "Callers are known by what the kernel says of them. What can be asked, and how, says "
        + "callbook(1).")
    page.section("OPTIONS")
    for option in options { page.item(Self.typed(option), option["abstract"]?.string ?? "") }
  }

  private static func typed(_ option: JSONNode) -> String {
    let names = option["names"]?.elements.compactMap { $0["name"]?.string } ?? []
    let name = names.max { $0.count < $1.count } ?? ""
    guard option["kind"]?.stringEquals("option") == true else { return "--\(name)" }
    let repeated = option["isRepeating"]?.boolean == true ? " ..." : ""
    return "--\(name) \(option["valueName"]?.string?.uppercased() ?? "")\(repeated)"
  }

  private mutating func writeBack() {
    page.section("SIGNALS")
    page.item(
      "SIGTERM, SIGINT", "Takes no more connections, answers what was asked for, and ends.")
    page.item("SIGKILL", "Loses nothing that was answered; the next start recovers by itself.")
    page.section("EXIT STATUS")
    for (code, meaning) in Self.statuses { page.item("\(code)", meaning) }
    page.section("FILES")
    page.item("STATE-DIRECTORY/callbook.db", "The store, with its journal beside it.")
    page.item(
      "STATE-DIRECTORY/lock",
      "Held for as long as the daemon runs: no other process opens the store.")
    page.item("STATE-DIRECTORY/backups", "Finished backups, under when they were made.")
    page.item(
      "STATE-DIRECTORY/replaced",
      "Stores that were there before a restore; deleted after backup_days.")
    page.section("SEE ALSO")
    page.sentence("callbook(1), systemd.socket(5), sd_notify(3)")
  }

  private static let statuses: [(CInt, String)] = [
    (0, "It was asked to stop."),
    (EX_USAGE, "The command line is wrong."),
    (
      EX_DATAERR,
      "The store, or what is to be restored, is damaged or was written by a newer version."
    ),
    (EX_NOINPUT, "What is to be restored cannot be read."),
    (EX_SOFTWARE, "It failed."),
    (EX_CANTCREAT, "The store or the socket cannot be made or written."),
    (EX_IOERR, "The disk is full or fails."),
    (EX_TEMPFAIL, "Another daemon holds the store or the socket."),
  ]
}
