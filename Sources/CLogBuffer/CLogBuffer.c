// A VFS before SQLite's own: other files than write-ahead logs are opened by the one behind it and
// never seen here again. Right only where one connection writes: what it gathered and took back may be
// written later, where the next transaction of another would have put its own.
#include "CLogBuffer.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

enum {
  // As many bytes as are gathered: a commit of 60 pages.
  capacity = 256 * 1024,
  // SQLite's VFS for unix keeps the lowest 17 bits of a count: it is never asked for more than a page.
  piece = 64 * 1024,
  // How far the file is filled ahead.
  step = 1024 * 1024
};

typedef struct {
  sqlite3_file base;
  // Made at the first write: most connections only read their log.
  unsigned char *bytes;
  // Where the gathered bytes belong in the file; they are one piece without gaps.
  sqlite3_int64 start;
  int count;
  // The file is known to have blocks of its own up to here.
  sqlite3_int64 filled;
  // It was begun anew, and that is not synced yet.
  int is_new;
  // Commits are synced by callbook_log_sync.
  int leaves_sync;
} log_file;

static const unsigned char zeros[piece];

static sqlite3_vfs *behind;
static sqlite3_vfs gathering;
static sqlite3_io_methods log_methods;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((log_file *)file + 1); }

// What could not be written is dropped: SQLite is told, takes the transaction back, and writes the
// same place again.
static int flush(sqlite3_file *file) {
  log_file *log = (log_file *)file;
  int count = log->count;
  log->count = 0;
  for (int done = 0; done < count; done += piece) {
    int some = count - done < piece ? count - done : piece;
    int code = real(file)->pMethods->xWrite(real(file), log->bytes + done, some, log->start + done);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

// A sync of bytes that lie where the file had some before takes half as long as one that has to give
// the file more room. So a log that grows is filled with zeros ahead, of which SQLite knows that they
// are no frame. Where that fails the log goes on as it would without.
static void fill_ahead(sqlite3_file *file, sqlite3_int64 end) {
  log_file *log = (log_file *)file;
  if (end <= log->filled) return;
  sqlite3_int64 size = 0;
  if (real(file)->pMethods->xFileSize(real(file), &size) != SQLITE_OK) return;
  log->filled = size;
  // What lies behind the end may be the log before this one; it has its blocks already.
  if (size > end) return;
  sqlite3_int64 next = (size / step + 1) * step;
  // Also where it fails: it is tried again when the log has come that far.
  log->filled = next;
  for (sqlite3_int64 at = size; at < next;) {
    int some = next - at < piece ? (int)(next - at) : piece;
    if (real(file)->pMethods->xWrite(real(file), zeros, some, at) != SQLITE_OK) return;
    at += some;
  }
}

static int log_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 at) {
  log_file *log = (log_file *)file;
  if (at == 0) log->is_new = 1;
  if (!log->bytes) log->bytes = sqlite3_malloc(capacity);
  sqlite3_int64 place = at - log->start;
  int continues = place >= 0 && place <= log->count && place + count <= capacity;
  if (!log->bytes || !continues) {
    int code = flush(file);
    if (code != SQLITE_OK) return code;
    if (!log->bytes || count > capacity) {
      return real(file)->pMethods->xWrite(real(file), from, count, at);
    }
    log->start = at;
    place = 0;
  }
  memcpy(log->bytes + place, from, (size_t)count);
  if (place + count > log->count) log->count = (int)place + count;
  return SQLITE_OK;
}

static int log_close(sqlite3_file *file) {
  int written = flush(file);
  sqlite3_free(((log_file *)file)->bytes);
  int closed = real(file)->pMethods->xClose(real(file));
  return written != SQLITE_OK ? written : closed;
}

// A read writes nothing unless it must: that a page could not be written is to be told to whoever
// writes or syncs, who takes the transaction back.
static int log_read(sqlite3_file *file, void *to, int count, sqlite3_int64 at) {
  log_file *log = (log_file *)file;
  sqlite3_int64 place = at - log->start;
  if (place >= 0 && place + count <= log->count) {
    memcpy(to, log->bytes + place, (size_t)count);
    return SQLITE_OK;
  }
  int is_apart = place >= log->count || place + count <= 0;
  int code = is_apart ? SQLITE_OK : flush(file);
  return code != SQLITE_OK ? code : real(file)->pMethods->xRead(real(file), to, count, at);
}

static int log_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int code = flush(file);
  ((log_file *)file)->filled = 0;
  return code != SQLITE_OK ? code : real(file)->pMethods->xTruncate(real(file), size);
}

static int log_sync(sqlite3_file *file, int flags) {
  log_file *log = (log_file *)file;
  sqlite3_int64 end = log->start + log->count;
  int code = flush(file);
  if (code == SQLITE_OK) fill_ahead(file, end);
  // A new head that came to the disk after what follows it would have frames of the log before taken
  // for good ones.
  if (code != SQLITE_OK || (log->leaves_sync && !log->is_new)) return code;
  log->is_new = 0;
  return real(file)->pMethods->xSync(real(file), flags);
}

static int log_size(sqlite3_file *file, sqlite3_int64 *size) {
  int code = flush(file);
  return code != SQLITE_OK ? code : real(file)->pMethods->xFileSize(real(file), size);
}

static int log_control(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int log_lock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}

static int log_unlock(sqlite3_file *file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}

static int log_reserved(sqlite3_file *file, int *is_reserved) {
  return real(file)->pMethods->xCheckReservedLock(real(file), is_reserved);
}

static int log_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int log_device(sqlite3_file *file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static int gathering_open(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags) {
  (void)vfs;
  if (!(flags & SQLITE_OPEN_WAL)) return behind->xOpen(behind, name, file, flags, out_flags);
  memset(file, 0, sizeof(log_file));
  int code = behind->xOpen(behind, name, real(file), flags, out_flags);
  // SQLite closes a file that has methods, also one that could not be opened.
  if (real(file)->pMethods) file->pMethods = &log_methods;
  return code;
}

static int installed = SQLITE_OK;

static void install(void) {
  installed = sqlite3_initialize();
  if (installed != SQLITE_OK) return;
  behind = sqlite3_vfs_find(NULL);
  // Version 1: a log is neither locked as shared memory nor mapped.
  log_methods = (sqlite3_io_methods){
      .iVersion = 1,
      .xClose = log_close,
      .xRead = log_read,
      .xWrite = log_write,
      .xTruncate = log_truncate,
      .xSync = log_sync,
      .xFileSize = log_size,
      .xLock = log_lock,
      .xUnlock = log_unlock,
      .xCheckReservedLock = log_reserved,
      .xFileControl = log_control,
      .xSectorSize = log_sector,
      .xDeviceCharacteristics = log_device};
  gathering = *behind;
  gathering.zName = "callbook";
  gathering.pNext = NULL;
  gathering.szOsFile = (int)sizeof(log_file) + behind->szOsFile;
  gathering.xOpen = gathering_open;
  installed = sqlite3_vfs_register(&gathering, 1);
}

int callbook_gather_log_writes(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  return installed;
}

callbook_log *callbook_log_of(void *connection) {
  sqlite3_file *file = NULL;
  int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
  return code == SQLITE_OK && file && file->pMethods == &log_methods ? (callbook_log *)file : NULL;
}

void callbook_log_leave_syncs(callbook_log *log, int leaves) {
  ((log_file *)log)->leaves_sync = leaves;
}

// Of the file nothing is touched that a commit beside it changes.
int callbook_log_sync(callbook_log *log) {
  sqlite3_file *file = real((sqlite3_file *)log);
  return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}
