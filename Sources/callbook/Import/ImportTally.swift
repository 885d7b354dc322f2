/// What an import came to.
struct ImportTally {
  var added = 0
  var known = 0
  var rejected = 0
  /// The last line whose fate is known.
  var lastLine = 0
}
