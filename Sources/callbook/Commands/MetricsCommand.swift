import CallbookJSON
import CallbookModel

/// `callbook metrics --output FILE`: what the daemon counts, for whatever watches the machine.
struct MetricsCommand: Command {
  private static let method = "system.metrics"

  let words = ["metrics"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.metricsSummary,
      inputs: [
        InputShape(
          name: "output", place: .option, placeholder: "FILE", help: texts.metricsOutputHelp)
      ] + GeneralInputs.all(texts),
      examples: ["metrics", "metrics --output /var/lib/prometheus/node-exporter/callbook.prom"],
      notes: [texts.metricsNote],
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let reply = try run.ask(Self.method)
    let output = run.given.text("output").flatMap { $0 == "-" ? nil : $0 }
    guard let output else {
      if run.wantsJSON {
        run.sayJSON(reply)
      } else {
        run.surroundings.output.write(Array((reply["openmetrics"]?.string ?? "").utf8))
      }
      return .done
    }
    let file = try ExportFile(output, mode: ExportFile.forEverybody)
    try file.write(Array((reply["openmetrics"]?.string ?? "").utf8))
    try file.finish()
    return .done
  }
}
