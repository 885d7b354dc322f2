import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// A kind of thing that has reminders: what people do to it, by which rules it is planned, and what
/// has to hold of it. Each is one file.
protocol SimulatedSubject {
  /// As the schedule calls it.
  static var kind: String { get }

  /// What may be done, with how often it is.
  static var actions: [Choice] { get }

  static func numbers(in shop: PlainShop) -> [Int64]

  /// Everything that is to happen, also what has happened already.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder]

  /// What else happens when one fires.
  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop)

  /// Takes the numbers of what began to be when reminders fired.
  static func learn(
    _ entries: [LedgerEntry], _ shop: inout PlainShop, _ store: ReadTransaction) throws

  /// - Returns: what of its own does not hold, beside its reminders.
  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String]
}

extension SimulatedSubject {
  static func learn(
    _ entries: [LedgerEntry], _ shop: inout PlainShop, _ store: ReadTransaction
  ) {}
}

/// A sort of action, made up anew each time.
struct Choice {
  let weight: Int
  /// - Returns: nil when there is nothing to do it to.
  let make: (inout SplitMix64, PlainShop) -> Action?

  init(_ weight: Int, _ make: @escaping (inout SplitMix64, PlainShop) -> Action?) {
    self.weight = weight
    self.make = make
  }
}

enum SimulatedSubjects {
  static var all: [any SimulatedSubject.Type] {
    [
      SimulatedContacts.self, SimulatedReviews.self, SimulatedCallbacks.self, SimulatedCare.self,
      SimulatedBatches.self, SimulatedAppointments.self, SimulatedCancellations.self,
      SimulatedBookingOffs.self, SimulatedSeries.self,
    ]
  }

  /// What is done about appointments.
  static var atCounter: [Choice] {
    SimulatedAppointments.actions + SimulatedCancellations.actions + SimulatedBookingOffs.actions
      + SimulatedSeries.actions
  }
}

/// Something that somebody asks for, and what follows when it was done.
struct Action {
  var user: String
  let method: String
  let params: String
  /// Why it has to be refused.
  var refusal: String?
  /// - Parameters:
  ///   - entries: of the ledger that it left.
  let apply: (inout PlainShop, _ entries: [LedgerEntry], ReadTransaction) throws -> Void

  init(
    _ user: String, _ method: String, _ params: String, refusal: String? = nil,
    _ apply: @escaping (inout PlainShop, [LedgerEntry], ReadTransaction) throws -> Void
  ) {
    self.user = user
    self.method = method
    self.params = params
    self.refusal = refusal
    self.apply = apply
  }

  /// Changes the second model only by what is known beforehand.
  init(
    _ user: String, _ method: String, _ params: String, change: @escaping (inout PlainShop) -> Void
  ) {
    self.init(user, method, params) { shop, _, _ in change(&shop) }
  }

  static func refused(
    _ user: String, _ method: String, _ params: String, _ reason: String
  ) -> Action {
    Action(user, method, params, refusal: reason) { _, _, _ in }
  }
}

extension SplitMix64 {
  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }

  mutating func one<Value>(of values: Value...) -> Value { values[below(values.count)] }

  mutating func isLucky(_ bound: Int) -> Bool { below(bound) == 0 }
}
