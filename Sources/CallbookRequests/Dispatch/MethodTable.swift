package import CallbookModel
import CallbookProtocol

/// All requests that there are.
package struct MethodTable: Sendable {
  /// In the order of their names.
  package let methods: [Method]
  private let places: [String: Int]

  package init(_ methods: [Method]) {
    self.methods = methods
    places = Dictionary(uniqueKeysWithValues: methods.indices.map { (methods[$0].name, $0) })
  }

  package subscript(name: String) -> Method? { places[name].map { methods[$0] } }

  /// Its place among the methods.
  func number(of name: String) -> Int? { places[name] }

  package func unknown(_ name: String) -> CallbookError {
    let nearest = NearestWord.to(name, among: methods.map(\.name))
    return CallbookError(
      .unknownMethod,
      nearest.map { "there is no such method; did you mean \($0)?" } ?? "there is no such method",
      hint: "callbook rpc discover")
  }
}
