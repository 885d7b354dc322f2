/// A key that is set to a value somewhere.
struct Assignment: Sendable, Equatable {
  let key: String
  let value: String
  let source: SettingSource
}
