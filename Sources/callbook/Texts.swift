import CallbookClient
import CallbookModel

/// What the command itself says, in one place: another language is another such file.
enum Texts {
  static let about = "Asks the shop's register of contacts, and changes it."

  // MARK: What every command understands

  static let socketHelp =
    "Where the daemon listens. Default: CALLBOOK_SOCKET, else \(Client.standardPath)."
  static let jsonHelp = "The whole answer as JSON."
  static let jsonLinesHelp = "One JSON value a line: each item of a list."
  static let noColorHelp = "No colours, also on a terminal; as NO_COLOR does."
  static let helpHelp = "Show this."
  static let dryRunHelp = "Say what would happen, and change nothing."
  static let keyHelp = "The idempotency key of an earlier try: the change is made once at most."

  // MARK: Help

  static let usageTitle = "Usage"
  static let argumentsTitle = "What to give"
  static let optionsTitle = "Options"
  static let generalTitle = "Every command"
  static let examplesTitle = "Examples"
  static let permissionTitle = "Who may"
  static let commandsTitle = "Commands"
  static let byHandTitle = "At the counter"

  static func notHelp(_ name: String) -> String { "The opposite of --\(name)." }
  static func clearHelp(_ name: String) -> String { "Leave \(name) without a value." }
  static func pointHelp(_ kind: String) -> String {
    "A contact point of the kind \(kind); once for each, the first one is the primary one."
  }
  static func pointPlaceholder(_ kind: String) -> String {
    switch kind {
    case "phone": "NUMBER"
    case "email", "address": "ADDRESS"
    default: "NAME"
    }
  }
  static func commaHelp(_ help: String) -> String {
    "\(help) Once for each; what is not known is left out, as in ',199 0000 7777'."
  }
  static func asJSON(_ members: [FieldDescription]) -> String {
    "As a JSON array of objects with \(members.map(\.name).joined(separator: ", "))."
  }
  static func singular(_ name: String) -> String {
    name == "people" ? "person" : name.hasSuffix("s") ? String(name.dropLast()) : name
  }
  static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (1, let rest) where rest != 11: "\(number)st"
    case (2, let rest) where rest != 12: "\(number)nd"
    case (3, let rest) where rest != 13: "\(number)rd"
    default: "\(number)th"
    }
  }

  static func whoMay(_ permission: PermissionDescription) -> String {
    if permission.isForEverybody { return "anybody on the staff list" }
    var words = permission.roles.map(\.rawValue).joined(separator: ", ")
    if !permission.owners.isEmpty {
      let owners = permission.owners.map(\.rawValue).joined(separator: ", ")
      words += "; \(owners) for contacts of their own"
    }
    return permission.isForCaretaker ? "\(words); root" : words
  }

  // MARK: While it works

  static let nothingFound = "nothing found"
  static let dryRunDone = "dry run: nothing was changed"
  static func more(_ command: String) -> String { "there is more: \(command)" }

  static let watchLost = "the daemon went away; waiting for it to come back"
  static let watchResumed = "it is back; going on from where it was"
  static let watchGap =
    "the store has another history now, such as after a restore: changes in between are not shown"

  static let ledgerIntact = "the ledger is intact"
  static let ledgerBroken = "THE LEDGER IS NOT INTACT"
  static func entriesChecked(_ count: Int64, head: String) -> String {
    "\(count) entries checked, head \(head)"
  }

  static let noEmergency = "nobody is named; add somebody with: callbook emergency set"
  static let shopItself = "The shop"

  // MARK: Import

  static let importDryRun =
    "dry run: a contact that stands in the file twice counts as known only within one batch of rows"
  static func importSummary(added: Int, known: Int, rejected: Int, isDryRun: Bool) -> String {
    isDryRun
      ? "would add \(added), known already \(known), rejected \(rejected)"
      : "added \(added), known already \(known), rejected \(rejected)"
  }
  static func rejectsAt(_ path: String) -> String {
    "the rejected rows with their reasons are in \(path): correct and import that"
  }
  static func stopped(afterLine line: Int) -> String {
    "stopped; rows up to about line \(line) are in. Import the same file again: what is in stays as it is"
  }
}
