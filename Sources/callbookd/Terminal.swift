import Glibc

/// Whether somebody sits before the daemon.
enum Terminal {
  static let isStandardError = isatty(STDERR_FILENO) == 1
}
