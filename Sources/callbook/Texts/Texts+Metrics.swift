/// The help of `callbook metrics`.
extension Texts {
  var metricsSummary: String {
    either(
      "Prints what the daemon counts, as OpenMetrics text.", "以 OpenMetrics 文本输出守护进程的各项指标。")
  }
  var metricsOutputHelp: String {
    either(
      "Writes to this file instead, which is whole at every moment and readable by everybody.",
      "改为写入该文件：任何时刻内容都完整，所有人可读。")
  }
  var metricsNote: String {
    either(
      "The file is for the textfile collector of node_exporter: docs/monitoring.md shows how.",
      "该文件供 node_exporter 的 textfile 采集器使用，用法见 docs/monitoring.md。")
  }
}
