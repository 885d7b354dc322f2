package import CallbookModel

/// A file of contacts, read one entry at a time, whatever its format.
package protocol ContactSource: AnyObject {
  /// The next contact or problem; nil at the end.
  ///
  /// Throws for what concerns the file as a whole; what concerns an entry is the entry.
  func next() throws(CallbookError) -> ContactEntry?

  /// The first row of a table, for its reject file; nil for cards and objects.
  var headings: [String]? { get }
  var encoding: TextEncoding { get }
  /// How far the file has been read; with `totalBytes` (nil for a pipe) for a progress bar.
  var bytesRead: Int { get }
  var totalBytes: Int? { get }
}
