#include "statements.h"

#include "lib/run.h"

sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    fail("%s: %s", sql, sqlite3_errmsg(database));
  return statement;
}

void execute(sqlite3 *database, const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail("%s: %s", sql, sqlite3_errmsg(database));
}

int64_t integer_from(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement = prepare(database, sql);
  if (sqlite3_step(statement) != SQLITE_ROW) fail("%s: no row", sql);
  int64_t value = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return value;
}

void bind_text(sqlite3_stmt *statement, int index, const char *text) {
  if (text[0] == 0)
    sqlite3_bind_null(statement, index);
  else
    sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC);
}

void bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  sqlite3_bind_blob(statement, index, bytes, count, SQLITE_STATIC);
}

int run_once(sqlite3_stmt *statement) {
  int result = sqlite3_step(statement);
  sqlite3_reset(statement);
  return result;
}
