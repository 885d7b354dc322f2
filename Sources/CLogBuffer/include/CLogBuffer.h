#pragma once

/// Makes SQLite gather what it writes to a write-ahead log and hand it to the system in one piece,
/// for every later connection of the process. May be called often.
///
/// SQLite writes each page of a commit with two calls; a commit of a busy moment has a hundred pages.
/// What is gathered is written before anything could look for it: before a sync, a read, a change or
/// question of the length, and the close. A log is only believed up to its last synced commit, so
/// nothing can miss what was not written yet.
///
/// - Returns: SQLITE_OK, or why SQLite refused it: then everything works as without it.
int callbook_gather_log_writes(void);
