import Glibc

/// Which file lies there; nil when none does.
func inode(of path: String) -> UInt64? {
  var status = stat()
  return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
}
