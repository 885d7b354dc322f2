// The floor of a durable add: appends one contact's bytes to a file and syncs it.
//   append FILE COUNT [BYTES [CORE]]
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/run.h"

/// What a contact, its two phones, its ledger entry and the entry's detail take in the store.
enum { ROW_BYTES = 800, MOST_BYTES = 65536 };

int main(int count, char **arguments) {
  if (count < 3) fail("usage: append FILE COUNT [BYTES [CORE]]");
  static char row[MOST_BYTES];
  size_t bytes = count > 3 ? strtoul(arguments[3], NULL, 10) : ROW_BYTES;
  pin_to_core(count > 4 ? atoi(arguments[4]) : -1);
  if (bytes > MOST_BYTES) fail("at most %d bytes", MOST_BYTES);
  int file = open(arguments[1], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) fail("%s: %s", arguments[1], strerror(errno));
  memset(row, 'x', bytes);
  struct run run = {.count = strtoull(arguments[2], NULL, 10)};
  run_begin(&run);
  while (!run_is_over(&run, now_ns())) {
    uint64_t begun_ns = now_ns();
    if (write(file, row, bytes) != (ssize_t)bytes || fdatasync(file) != 0)
      fail("%s: %s", arguments[1], strerror(errno));
    run_answered(&run, begun_ns, now_ns());
  }
  run_print(&run, 0);
  return 0;
}
