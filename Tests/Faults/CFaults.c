// A VFS for tests: passes everything on to SQLite's own and fails what a plan says.
#include "CFaults.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct plan {
  struct plan *next;
  faults_plan number;
  char *prefix;
  long counts[faults_operation_count];
  long due[faults_operation_count];
  int codes[faults_operation_count];
  int lasting[faults_operation_count];
  long hits;
} plan;

typedef struct {
  sqlite3_file base;
  plan *plan;
} shim_file;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static plan *plans;
static sqlite3_vfs *original;
static sqlite3_vfs shim;
static sqlite3_io_methods methods;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((shim_file *)file + 1); }

static int fault(sqlite3_file *file, enum faults_operation operation) {
  plan *plan = ((shim_file *)file)->plan;
  if (!plan) return SQLITE_OK;
  pthread_mutex_lock(&lock);
  plan->counts[operation]++;
  int code = SQLITE_OK;
  if (plan->due[operation] > 0 && --plan->due[operation] == 0) {
    code = plan->codes[operation];
    plan->hits++;
    if (plan->lasting[operation]) plan->due[operation] = 1;
  }
  pthread_mutex_unlock(&lock);
  return code;
}

static int file_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }

static int file_read(sqlite3_file *f, void *to, int count, sqlite3_int64 at) {
  int code = fault(f, faults_read);
  return code ? code : real(f)->pMethods->xRead(real(f), to, count, at);
}

static int file_write(sqlite3_file *f, const void *from, int count, sqlite3_int64 at) {
  int code = fault(f, faults_write);
  if (!code) return real(f)->pMethods->xWrite(real(f), from, count, at);
  // As a disk does: a part of it is written.
  real(f)->pMethods->xWrite(real(f), from, count / 2, at);
  return code;
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size) {
  int code = fault(f, faults_truncate);
  return code ? code : real(f)->pMethods->xTruncate(real(f), size);
}

static int file_sync(sqlite3_file *f, int flags) {
  int code = fault(f, faults_sync);
  return code ? code : real(f)->pMethods->xSync(real(f), flags);
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
static int file_lock(sqlite3_file *f, int l) {
  int code = fault(f, faults_lock);
  return code ? code : real(f)->pMethods->xLock(real(f), l);
}
static int file_unlock(sqlite3_file *f, int l) { return real(f)->pMethods->xUnlock(real(f), l); }
static int file_reserved(sqlite3_file *f, int *out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
static int file_control(sqlite3_file *f, int op, void *arg) {
  return real(f)->pMethods->xFileControl(real(f), op, arg);
}
static int file_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int file_device(sqlite3_file *f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
static int shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
static int shm_lock(sqlite3_file *f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
static void shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int shm_unmap(sqlite3_file *f, int remove) {
  return real(f)->pMethods->xShmUnmap(real(f), remove);
}
static int file_fetch(sqlite3_file *f, sqlite3_int64 at, int count, void **out) {
  return real(f)->pMethods->xFetch(real(f), at, count, out);
}
static int file_unfetch(sqlite3_file *f, sqlite3_int64 at, void *page) {
  return real(f)->pMethods->xUnfetch(real(f), at, page);
}

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out) {
  shim_file *file = (shim_file *)f;
  file->base.pMethods = NULL;
  file->plan = NULL;
  int code = original->xOpen(original, name, real(f), flags, out);
  if (code != SQLITE_OK) return code;
  file->base.pMethods = &methods;
  pthread_mutex_lock(&lock);
  for (plan *p = plans; name && p; p = p->next) {
    if (strncmp(name, p->prefix, strlen(p->prefix)) == 0) file->plan = p;
  }
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

static void install(void) {
  sqlite3_initialize();
  original = sqlite3_vfs_find(NULL);
  methods = (sqlite3_io_methods){
      3, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock,
      file_unlock, file_reserved, file_control, file_sector, file_device, shm_map, shm_lock,
      shm_barrier, shm_unmap, file_fetch, file_unfetch};
  shim = *original;
  shim.zName = "faults";
  shim.szOsFile = (int)sizeof(shim_file) + original->szOsFile;
  shim.xOpen = shim_open;
  sqlite3_vfs_register(&shim, 1);
}

void faults_install(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
}

// Before the store puts its own VFS in front: whatever test comes first, faults are those of the disk.
__attribute__((constructor)) static void install_first(void) { faults_install(); }

static plan *find(faults_plan number) {
  plan *found = plans;
  while (found && found->number != number) found = found->next;
  return found;
}

faults_plan faults_attach(const char *prefix) {
  plan *made = calloc(1, sizeof *made);
  made->prefix = strdup(prefix);
  pthread_mutex_lock(&lock);
  made->number = plans ? plans->number + 1 : 1;
  made->next = plans;
  plans = made;
  pthread_mutex_unlock(&lock);
  return made->number;
}

void faults_arm(faults_plan number, enum faults_operation operation, long n, int code, int lasting) {
  pthread_mutex_lock(&lock);
  plan *plan = find(number);
  plan->due[operation] = n;
  plan->codes[operation] = code;
  plan->lasting[operation] = lasting;
  pthread_mutex_unlock(&lock);
}

void faults_disarm(faults_plan number) {
  pthread_mutex_lock(&lock);
  plan *plan = find(number);
  memset(plan->due, 0, sizeof plan->due);
  pthread_mutex_unlock(&lock);
}

long faults_count(faults_plan number, enum faults_operation operation) {
  pthread_mutex_lock(&lock);
  long count = find(number)->counts[operation];
  pthread_mutex_unlock(&lock);
  return count;
}

long faults_hits(faults_plan number) {
  pthread_mutex_lock(&lock);
  long hits = find(number)->hits;
  pthread_mutex_unlock(&lock);
  return hits;
}
