// Prepared statements with less ceremony; every error here is a fault of the benchmark.
#pragma once

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

sqlite3_stmt *prepare(sqlite3 *database, const char *sql);

void execute(sqlite3 *database, const char *sql);

/// The first column of the first row.
int64_t integer_from(sqlite3 *database, const char *sql);

/// Binds text that outlives the statement's next step; an empty text becomes NULL.
void bind_text(sqlite3_stmt *statement, int index, const char *text);

void bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int count);

/// Runs a statement that returns no row and resets it; SQLITE_DONE on success.
int run_once(sqlite3_stmt *statement);
