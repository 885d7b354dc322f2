// The file's methods are exchanged for a copy of them, so that whatever VFS it is of stays as it is.
#include "CLogBuffer.h"

#include <sqlite3.h>
#include <stddef.h>

typedef struct {
  // First, since it is how the file finds it.
  sqlite3_io_methods methods;
  const sqlite3_io_methods *behind;
  int bytes;
  // Written since the last sync.
  int count;
} pace;

static int paced_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 at) {
  pace *pace_of = (pace *)file->pMethods;
  int code = pace_of->behind->xWrite(file, from, count, at);
  pace_of->count += count;
  if (code != SQLITE_OK || pace_of->count < pace_of->bytes) return code;
  pace_of->count = 0;
  return pace_of->behind->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

static int paced_close(sqlite3_file *file) {
  pace *pace_of = (pace *)file->pMethods;
  file->pMethods = pace_of->behind;
  sqlite3_free(pace_of);
  return file->pMethods->xClose(file);
}

int callbook_pace_store(void *connection, int bytes) {
  sqlite3_file *file = NULL;
  int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK) return code;
  pace *made = sqlite3_malloc(sizeof *made);
  if (!made) return SQLITE_NOMEM;
  *made = (pace){.methods = *file->pMethods, .behind = file->pMethods, .bytes = bytes};
  made->methods.xWrite = paced_write;
  made->methods.xClose = paced_close;
  file->pMethods = &made->methods;
  return SQLITE_OK;
}
