/// How a connection that only reads is set up.
enum ReadPragmas {
  /// `mmap_size`: rows are read from the page cache instead of being copied: growing from ten
  /// thousand to a million rows costs a third less, and the memory is the file's, not the daemon's. As
  /// much as SQLite can map, 2 GiB: what lies behind is read as without.
  /// `cache_size`: 512 KiB, because the mapped file is the real cache.
  static let script = """
    PRAGMA query_only = ON;
    PRAGMA mmap_size = 2147418112;
    PRAGMA cache_size = -512;
    PRAGMA temp_store = MEMORY;
    """
}
