/// Something that should hold of every input and does not hold of this one.
package struct BrokenProperty: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// - Parameter what: what should hold, as a sentence.
func require(_ condition: Bool, _ what: @autoclosure () -> String) throws(BrokenProperty) {
  guard condition else { throw BrokenProperty(what()) }
}
