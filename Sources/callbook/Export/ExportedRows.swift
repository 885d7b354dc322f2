import CallbookJSON
import CallbookModel

/// How the items of an export become the bytes of a file.
protocol ExportedRows {
  func appendHead(to output: inout [UInt8])
  func append(_ item: JSONNode, to output: inout [UInt8]) throws(CallbookError)
}
