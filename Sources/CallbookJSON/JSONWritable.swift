/// A value that writes its own JSON: what stands in most replies, where a general encoder costs ten
/// times as much.
///
/// It writes what its `Encodable` conformance would; a test compares the two.
package protocol JSONWritable {
  func write(into json: inout JSONWriter)
}
