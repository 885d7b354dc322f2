import CallbookModel

/// What is behind a contact point: as it was typed, and in the form in which equals are equal.
struct PointAddress: Sendable {
  let kind: ContactPoint.Kind
  let value: String
  let normal: String
  let extensionDigits: String?

  /// - Throws: a violation of `/value` that says what would be right.
  init(
    _ kind: ContactPoint.Kind, _ typed: String, _ environment: Environment
  ) throws(CallbookError) {
    self.kind = kind
    value = TextFolding.trimmed(typed)
    guard !value.isEmpty else { throw Self.wrong("must not be blank") }
    switch kind {
    case .phone:
      let region = environment.shop.region
      guard let number = environment.services.phoneNumbers.parse(value, region: region) else {
        throw Self.wrong(
          "is not a phone number; write one as 199 0000 1234, 0571-88000153 or +1 212 555 0100")
      }
      normal = number.e164
      extensionDigits = number.extensionDigits
    case .email:
      guard let email = EmailAddress(value) else {
        throw Self.wrong("is not an email address; one looks like name@example.com")
      }
      normal = email.canonical
      extensionDigits = nil
    case .wechat, .qq, .address, .handle:
      normal = TextFolding.fold(value)
      extensionDigits = nil
    }
  }

  private static func wrong(_ message: String) -> CallbookError {
    CallbookError(
      .invalidParams, "a contact point is wrong", violations: [Violation("/value", message)])
  }
}

extension [PointInput] {
  /// Checks every point; says all that is wrong at once.
  ///
  /// - Throws: violations at `/points/0/value` and so on.
  func prepared(_ environment: Environment) throws(CallbookError) -> [NewPoint] {
    var points: [NewPoint] = []
    var violations: [Violation] = []
    for (place, input) in enumerated() {
      do throws(CallbookError) {
        points.append(try input.prepared(environment))
      } catch {
        violations += error.violations.map {
          Violation("/points/\(place)\($0.pointer)", $0.message)
        }
      }
    }
    if violations.isEmpty { violations += points.repetitions }
    if filter(\.preferred).count > 1 {
      violations.append(Violation("/points", "has more than one preferred point"))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams,
        violations.count == 1
          ? "one thing is wrong with the contact points"
          : "\(violations.count) things are wrong with the contact points",
        violations: violations)
    }
    return points
  }
}

extension [NewPoint] {
  /// The same number written in two ways is one number.
  fileprivate var repetitions: [Violation] {
    indices.compactMap { place in
      self[..<place].firstIndex { $0.address.isSame(as: self[place].address) }.map {
        Violation("/points/\(place)/value", "is the same as that of /points/\($0)")
      }
    }
  }
}

extension PointAddress {
  func isSame(as other: PointAddress) -> Bool {
    (kind, normal) == (other.kind, other.normal) && extensionDigits == other.extensionDigits
  }
}
