#include <sqlite3.h>

// sqlite3_config takes a variable list of arguments, which Swift cannot call.
//
// Without it every allocation takes a mutex to keep account of the memory in use: 4 % of a change.
static inline int callbook_sqlite_keep_no_memory_account(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
