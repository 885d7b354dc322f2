package import CallbookModel

extension Interaction.Kind: ParameterWord {
  package static var exampleValue: Self { .call }
}
extension Interaction.Direction: ParameterWord {
  package static var exampleValue: Self { .outgoing }
}
