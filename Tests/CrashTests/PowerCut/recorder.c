// Preloaded into the daemon: notes what it asks of the files in one directory, in the order in
// which it was done, in a log that PowerCutLog.swift reads. The client of the test appends to the
// same log what was answered.
//
// RECORD_DIRECTORY is the directory, RECORD_LOG the log.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// As in PowerCutLog.swift.
enum kind {
  OPENED = 1,
  WRITTEN,
  TRUNCATED,
  SYNCED,
  DIRECTORY_SYNCED,
  UNLINKED,
  RENAMED,
  SYNC_BEGUN
};

struct header {
  uint32_t kind;
  uint32_t length;  // of what follows: bytes that were written, a name, or two with a NUL between
  uint64_t file;    // its inode
  uint64_t place;   // where it was written, the new size, or the thread that syncs
};

static const char *directory(void) { return getenv("RECORD_DIRECTORY"); }

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

// A log with a gap would prove nothing.
static void record(enum kind kind, uint64_t file, uint64_t place, const void *bytes, size_t length) {
  static int log = -1;
  int before = errno;
  if (log < 0) {
    NEXT(open);
    log = next(getenv("RECORD_LOG"), O_WRONLY | O_APPEND | O_CLOEXEC);
  }
  struct header header = {kind, (uint32_t)length, file, place};
  struct iovec parts[] = {{&header, sizeof header}, {(void *)bytes, length}};
  if (writev(log, parts, 2) != (ssize_t)(sizeof header + length)) abort();
  errno = before;
}

// The name of a path in the directory; NULL for any other, "" for the directory itself.
static const char *name_in_directory(const char *path) {
  size_t length = strlen(directory());
  if (strncmp(path, directory(), length) != 0) return NULL;
  if (path[length] == 0) return "";
  return path[length] == '/' ? path + length + 1 : NULL;
}

// The inode of a plain file in the directory, 1 for the directory itself, 0 for anything else.
static uint64_t file_of(int descriptor) {
  struct stat file, parent;
  if (fstat(descriptor, &file) != 0 || stat(directory(), &parent) != 0) return 0;
  if (file.st_dev != parent.st_dev) return 0;
  if (S_ISDIR(file.st_mode)) return file.st_ino == parent.st_ino ? 1 : 0;
  if (!S_ISREG(file.st_mode)) return 0;
  char link[64], path[4096];
  int count = 0;
  static const char start[] = "/proc/self/fd/";
  memcpy(link, start, sizeof start);
  char digits[16];
  for (int rest = descriptor; count == 0 || rest > 0; rest /= 10) digits[count++] = '0' + rest % 10;
  for (int i = 0; i < count; i++) link[sizeof start - 1 + i] = digits[count - 1 - i];
  link[sizeof start - 1 + count] = 0;
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return name_in_directory(path) ? file.st_ino : 0;
}

static int opened(int descriptor, const char *path, int flags) {
  const char *name = name_in_directory(path);
  uint64_t file = descriptor >= 0 && name && *name ? file_of(descriptor) : 0;
  if (file > 1) {
    record(OPENED, file, flags & O_TRUNC ? 1 : 0, name, strlen(name));
  }
  return descriptor;
}

#define OPEN(function)                                   \
  int function(const char *path, int flags, ...) {       \
    NEXT(function);                                      \
    va_list rest;                                        \
    va_start(rest, flags);                               \
    mode_t mode = va_arg(rest, mode_t);                  \
    va_end(rest);                                        \
    return opened(next(path, flags, mode), path, flags); \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(function)                                                                    \
  ssize_t function(int descriptor, const void *bytes, size_t length, off_t place) {         \
    NEXT(function);                                                                         \
    ssize_t count = next(descriptor, bytes, length, place);                                 \
    uint64_t file = count > 0 ? file_of(descriptor) : 0;                                    \
    if (file > 1) record(WRITTEN, file, (uint64_t)place, bytes, (size_t)count);             \
    return count;                                                                           \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int descriptor, const void *bytes, size_t length) {
  NEXT(write);
  ssize_t count = next(descriptor, bytes, length);
  uint64_t file = count > 0 ? file_of(descriptor) : 0;
  if (file > 1) {
    off_t end = lseek(descriptor, 0, SEEK_CUR);
    record(WRITTEN, file, (uint64_t)(end - count), bytes, (size_t)count);
  }
  return count;
}

#define TRUNCATE(function)                                                   \
  int function(int descriptor, off_t size) {                                 \
    NEXT(function);                                                          \
    int result = next(descriptor, size);                                     \
    uint64_t file = result == 0 ? file_of(descriptor) : 0;                   \
    if (file > 1) record(TRUNCATED, file, (uint64_t)size, "", 0);            \
    return result;                                                           \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

// What another thread writes meanwhile need not be on the disk at the end.
static int sync_by(int next(int), int descriptor) {
  uint64_t file = file_of(descriptor), thread = (uint64_t)gettid();
  if (file > 1) record(SYNC_BEGUN, file, thread, "", 0);
  int result = next(descriptor);
  if (file && result == 0) {
    record(file == 1 ? DIRECTORY_SYNCED : SYNCED, file, thread, "", 0);
  }
  return result;
}

int fsync(int descriptor) {
  NEXT(fsync);
  return sync_by(next, descriptor);
}

int fdatasync(int descriptor) {
  NEXT(fdatasync);
  return sync_by(next, descriptor);
}

int unlink(const char *path) {
  NEXT(unlink);
  int result = next(path);
  const char *name = name_in_directory(path);
  if (result == 0 && name) record(UNLINKED, 0, 0, name, strlen(name));
  return result;
}

int rename(const char *old, const char *new) {
  NEXT(rename);
  int result = next(old, new);
  const char *from = name_in_directory(old), *to = name_in_directory(new);
  if (result == 0 && from && to) {
    char names[1024];
    size_t length = strlen(from);
    if (length + strlen(to) + 1 > sizeof names) abort();
    memcpy(names, from, length + 1);
    memcpy(names + length + 1, to, strlen(to));
    record(RENAMED, 0, 0, names, length + 1 + strlen(to));
  }
  return result;
}
