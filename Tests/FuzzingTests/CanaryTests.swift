import CallbookFuzzing
import CallbookProtocol
import CallbookRequests
import CallbookStore
import CallbookTesting
import Foundation
import Testing

/// The shop in which the fuzzers look for what nobody may tell.
struct CanaryTests {
  @Test func `every personal column has its canary, or says that it is made of others`() {
    let personal = ColumnDeclaration.all.filter { $0.nature != .plain }
      .map { "\($0.table).\($0.column)" }
    #expect(personal.sorted() == Canaries.columns.keys.sorted())
  }

  @Test func `every canary is in the store`() throws {
    let store = try #require(FilledStore.files()["callbook.db"])
    for (column, place) in Canaries.columns {
      guard case .text(let canary) = place else { continue }
      #expect(store.range(of: Foundation.Data(canary.utf8)) != nil, "\(column): \(canary)")
    }
  }

  /// So that no method is forgotten: its examples are where fuzzing of it begins.
  @Test func `the inputs begin with the examples of every method`() throws {
    for method in MethodTable.all.methods {
      // For the admin, in pieces of some size.
      let lines = (method.examples.map(\.params) + ["{}"]).map { params in
        #"{"jsonrpc":"2.0","id":7,"method":"\#(method.name)","params":\#(params)}"#
      }
      try Goldens.check(
        "1z" + lines.joined(separator: "\n") + "\n", against: "Corpora/dispatch/\(method.name)")
    }
  }

  @Test func `what a method left behind is no input any more`() throws {
    let methods = Set(MethodTable.all.methods.map(\.name))
    for input in try Corpus.inputs(of: "dispatch") where input.name.contains(".") {
      #expect(methods.contains(input.name), "Corpora/dispatch/\(input.name)")
    }
  }
}
