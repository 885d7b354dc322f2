// Fills the store from a CSV file of the generator (no quotes, no commas inside fields).
#pragma once

/// Adds every row, a thousand a commit; ends the process on error.
void import_csv(const char *path);
