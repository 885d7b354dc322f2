/// How big a table's parts may be.
package struct CSVLimits: Sendable {
  /// Bytes of a cell: notes are at most 4,000 characters of at most 4 bytes.
  package var cellBytes = 65_536
  /// Bytes of a row, line break included: what becomes of it has to fit into a request of 256 KiB.
  package var rowBytes = 131_072
  /// A spreadsheet of people has dozens; this stops a file that is no table.
  package var cells = 1_024

  package init() {}
}
