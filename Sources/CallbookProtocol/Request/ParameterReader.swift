import CallbookJSON

#if canImport(Glibc)
  import Glibc
#endif

/// Gives each parameter of an object its member while the object is made by its `init()`.
///
/// What the compiler writes for `Decodable` looks up types at run time for every member, which cost a
/// fifth of a change. Parameters come to life in the order in which they are declared, so each can
/// take the next member itself. Whatever is not right gives up; then `Decodable` says what is wrong.
final class ParameterReader {
  private let schema: ObjectSchema
  private let node: JSONNode
  private let decoder: WireDecoder
  private var place = 0
  private var hasGivenUp = false

  private init(_ schema: ObjectSchema, _ node: JSONNode) {
    self.schema = schema
    self.node = node
    decoder = WireDecoder(root: node)
  }

  /// - Returns: nil when anything is wrong with it.
  static func read<Object: ParameterObject>(
    _ type: Object.Type, from node: JSONNode, _ schema: ObjectSchema
  ) -> Object? {
    let reader = ParameterReader(schema, node)
    let object = reader.whileCurrent { Object() }
    let isWhole = reader.place == schema.names.count
    return isWhole && !reader.hasGivenUp ? object : nil
  }

  /// The value of the parameter that is being made; nil when its member is missing.
  func next<Value: ParameterValue>(_ type: Value.Type) -> Value? {
    guard let member = nextMember() else { return nil }
    // What a value makes while it is read is no parameter of this object.
    Self.current = nil
    defer { Self.current = self }
    do {
      return try Value.read(from: member)
    } catch {
      giveUp()
      return nil
    }
  }

  private func nextMember() -> WireDecoder? {
    guard place < schema.names.count else { return nil }
    defer { place += 1 }
    if let member = node[schema.names[place]] { return decoder.at(member) }
    if schema.requiresMember[place] { giveUp() }
    return nil
  }

  private func giveUp() { hasGivenUp = true }

  private func whileCurrent<Object>(_ body: () -> Object) -> Object {
    let outer = Self.current
    Self.current = self
    defer { Self.current = outer }
    return body()
  }

  /// The reader of the object that this thread is making.
  static var current: ParameterReader? {
    get {
      pthread_getspecific(key).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }
    set {
      // It lives as long as ``whileCurrent`` runs, and is not owned here.
      pthread_setspecific(key, newValue.map { Unmanaged.passUnretained($0).toOpaque() })
    }
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key, nil)
    precondition(code == 0, "the system has no more thread-specific keys")
    return key
  }()
}
