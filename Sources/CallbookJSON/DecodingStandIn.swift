/// A type with a value that can stand for one that could not be decoded.
///
/// It only keeps the decoding going, so that everything that is wrong is found and told at once;
/// it is never handed out, since the decoding has failed.
package protocol DecodingStandIn {
  static var decodingStandIn: Self { get }
}

extension String: DecodingStandIn { package static var decodingStandIn: String { "" } }
extension Bool: DecodingStandIn { package static var decodingStandIn: Bool { false } }
extension Double: DecodingStandIn { package static var decodingStandIn: Double { 0 } }
extension Float: DecodingStandIn { package static var decodingStandIn: Float { 0 } }
extension Int: DecodingStandIn { package static var decodingStandIn: Int { 0 } }
extension Int8: DecodingStandIn { package static var decodingStandIn: Int8 { 0 } }
extension Int16: DecodingStandIn { package static var decodingStandIn: Int16 { 0 } }
extension Int32: DecodingStandIn { package static var decodingStandIn: Int32 { 0 } }
extension Int64: DecodingStandIn { package static var decodingStandIn: Int64 { 0 } }
extension UInt: DecodingStandIn { package static var decodingStandIn: UInt { 0 } }
extension UInt8: DecodingStandIn { package static var decodingStandIn: UInt8 { 0 } }
extension UInt16: DecodingStandIn { package static var decodingStandIn: UInt16 { 0 } }
extension UInt32: DecodingStandIn { package static var decodingStandIn: UInt32 { 0 } }
extension UInt64: DecodingStandIn { package static var decodingStandIn: UInt64 { 0 } }
extension Optional: DecodingStandIn { package static var decodingStandIn: Wrapped? { nil } }
extension Array: DecodingStandIn { package static var decodingStandIn: [Element] { [] } }
extension Set: DecodingStandIn { package static var decodingStandIn: Set { [] } }
extension Dictionary: DecodingStandIn { package static var decodingStandIn: [Key: Value] { [:] } }
