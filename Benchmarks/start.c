// Times a program from its start to its end, output discarded:
//   start COUNT CORE PROGRAM [ARGUMENT…]
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "lib/run.h"

extern char **environ;

static void run_once(char **command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child;
  int reason = posix_spawnp(&child, command[0], &actions, NULL, command, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (reason != 0) fail("%s: %s", command[0], strerror(reason));
  int status;
  if (waitpid(child, &status, 0) != child) fail("waitpid: %s", strerror(errno));
  if (status != 0) fail("%s: ended with status %d", command[0], WEXITSTATUS(status));
}

int main(int count, char **arguments) {
  if (count < 4) fail("usage: start COUNT CORE PROGRAM [ARGUMENT…]");
  pin_to_core(atoi(arguments[2]));
  run_once(arguments + 3);  // into the page cache
  struct run run = {.count = strtoull(arguments[1], NULL, 10)};
  run_begin(&run);
  while (!run_is_over(&run, now_ns())) {
    uint64_t begun_ns = now_ns();
    run_once(arguments + 3);
    run_answered(&run, begun_ns, now_ns());
  }
  run_print(&run, 0);
  return 0;
}
