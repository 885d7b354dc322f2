/// A type that has a value also when its name is missing from the object: a parameter with a
/// default, or one that tells absent from null.
package protocol DecodableWhenAbsent: Decodable {
  /// `context` is what `WireDecoder.decode(_:from:context:)` was given, such as the default values
  /// of a request by their names. A `CallbookError` becomes a violation at that name.
  static func whenAbsent(forKey key: String, context: AnyObject?) throws -> Self
}

extension Optional: DecodableWhenAbsent where Wrapped: Decodable {
  package static func whenAbsent(forKey key: String, context: AnyObject?) -> Wrapped? { nil }
}

extension DecodableWhenAbsent {
  /// The same as a type that is known to be this one: cheaper than a box.
  static func whenAbsent<T>(as type: T.Type, forKey key: String, context: AnyObject?) throws -> T? {
    try whenAbsent(forKey: key, context: context) as? T
  }
}
