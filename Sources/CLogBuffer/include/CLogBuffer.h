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

/// The log of a connection that writes.
typedef struct callbook_log callbook_log;

/// - Parameter connection: a `sqlite3 *` of the calling thread's, which has read from its log. The log
///   lives as long as it.
/// - Returns: NULL where there is none that is gathered.
callbook_log *_Nullable callbook_log_of(void *_Nonnull connection);

/// Whether a commit leaves its sync to ``callbook_log_sync``. What SQLite needs for the store's own
/// sake is synced at once all the same: that a log was begun anew.
void callbook_log_leave_syncs(callbook_log *_Nonnull log, int leaves);

/// Brings everything to the disk that was committed before the call: on any thread, beside further
/// commits.
///
/// - Returns: SQLITE_OK, or the extended code of the failure.
int callbook_log_sync(callbook_log *_Nonnull log);

/// Has a connection sync the store's file each time that it wrote so much to it, and not all at the
/// end of a checkpoint.
///
/// - Parameters:
///   - connection: a `sqlite3 *` of the calling thread's.
///   - bytes: as many of whole pages.
/// - Returns: SQLITE_OK, or why it goes on as before.
int callbook_pace_store(void *_Nonnull connection, int bytes);
