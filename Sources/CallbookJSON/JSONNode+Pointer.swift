extension JSONNode {
  /// One step from a container to a value in it.
  enum Step {
    case name(String)
    case index(Int)
  }

  /// The way from a value to one in it. It is found by walking the tape, so that reading keeps no
  /// account of where it is: only what has gone wrong needs to know.
  func path(to target: JSONNode) -> [Step] {
    var steps: [Step] = []
    var container = self
    while container.index < target.index {
      var child = container.index + 1
      var position = 0
      let isObject = container.kind == .object
      if isObject { child += 1 }
      while container.tokens[Int(child)].next <= target.index {
        child = container.tokens[Int(child)].next + (isObject ? 1 : 0)
        position += 1
      }
      container = container.at(child)
      steps.append(isObject ? .name(container.name ?? "") : .index(position))
    }
    return steps
  }

  /// The same as a JSON Pointer (RFC 6901).
  func pointer(to target: JSONNode) -> String {
    path(to: target).reduce(into: "") { pointer, step in
      switch step {
      case .name(let name): pointer += Self.pointerStep(name)
      case .index(let index): pointer += "/\(index)"
      }
    }
  }

  /// A name as a step of a JSON Pointer, with its slash.
  package static func pointerStep(_ name: String) -> String {
    var step = "/"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": step += "~0"
      case "/": step += "~1"
      default: step.unicodeScalars.append(scalar)
      }
    }
    return step
  }
}
