package import CallbookJSON
package import CallbookModel

/// The members that an object on the wire may have.
package final class ObjectSchema: Sendable {
  package let fields: [FieldSchema]
  private let places: [String: Int]
  let names: [String]
  /// Whether the field of that place has to be given.
  let requiresMember: [Bool]

  init<Object: ParameterObject>(of type: Object.Type) {
    let names = KeyProbe.keys(of: type)
    var fields: [FieldSchema] = []
    for (child, name) in zip(Mirror(reflecting: type.init()).children, names) {
      guard let declared = child.value as? any DeclaredParameter,
        let field = declared.field(named: name)
      else { preconditionFailure("\(type).\(name) is not declared with @Parameter") }
      fields.append(field)
    }
    let isPatch = fields.contains(where: \.isClearedByNull)
    self.fields = isPatch ? fields.map { $0.besideClearable() } : fields
    self.names = fields.map(\.name)
    requiresMember = fields.map(\.isRequired)
    places = Dictionary(uniqueKeysWithValues: zip(fields.map(\.name), fields.indices))
  }

  package func field(_ name: String) -> FieldSchema? { places[name].map { fields[$0] } }

  func fallback(of name: String) -> (any AnyObject & Sendable)? { field(name)?.boxedFallback }

  /// Reads an object, or says everything that is wrong with it at once.
  package func decode<Object: ParameterObject>(
    _ type: Object.Type, from node: JSONNode
  ) throws(CallbookError) -> Object {
    guard isPlausible(node) else { throw invalid(violations(of: node)) }
    if let object = ParameterReader.read(type, from: node, self) { return object }
    do throws(CallbookError) {
      return try WireDecoder.decode(type, from: node, context: self)
    } catch {
      let found = violations(of: node)
      throw invalid(found.isEmpty ? error.violations : found)
    }
  }

  /// The quick look that most requests pass: every member is known and within its limits. Objects
  /// among them are looked at when they are decoded.
  private func isPlausible(_ node: JSONNode) -> Bool {
    for (name, value) in node.members {
      guard let field = field(name), field.isWithinLimits(value) else { return false }
    }
    return true
  }

  /// None of what is no object: that is what is wrong with it, and not that its members are missing.
  func violations(of node: JSONNode) -> [Violation] {
    guard node.kind == .object else { return [] }
    var found: [Violation] = []
    for (name, value) in node.members {
      let path = JSONNode.pointerStep(name)
      if let field = field(name) {
        found += field.violations(of: value).map { $0.within(path) }
      } else {
        found.append(Violation(path, unknown(name)))
      }
    }
    for field in fields where field.isRequired && node[field.name] == nil {
      found.append(Violation(JSONNode.pointerStep(field.name), "is required"))
    }
    return found
  }

  private func unknown(_ name: String) -> String {
    guard let nearest = NearestWord.to(name, among: fields.map(\.name)) else {
      return fields.isEmpty
        ? "is not a parameter; this takes none"
        : "is not a parameter; there are \(fields.map(\.name).joined(separator: ", "))"
    }
    return "is not a parameter; did you mean \(nearest)?"
  }

  private func invalid(_ violations: [Violation]) -> CallbookError {
    let count = violations.count == 1 ? "one thing is" : "\(violations.count) things are"
    return CallbookError(
      .invalidParams, "\(count) wrong with the parameters", violations: violations)
  }
}
