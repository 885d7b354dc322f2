#define _GNU_SOURCE
#include "import.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/run.h"
#include "store.h"

enum { BATCH = 1000 };

static void copy(char room[TEXT_ROOM], const char *text) {
  snprintf(room, TEXT_ROOM, "%s", text);
}

static void add_point(struct new_contact *contact, const char *kind, const char *value) {
  if (value[0] == 0) return;
  struct new_point *point = &contact->points[contact->point_count++];
  point->kind = kind;
  copy(point->value, value);
}

/// Takes the columns in the generator's order.
static void read_row(char *line, struct new_contact *contact) {
  enum {
    NAME, TITLE, ORGANISATION, CATEGORY, PHONE, BACKUP, EMAIL, WECHAT, SOURCE, NOTES, COLUMNS
  };
  const char *columns[COLUMNS];
  line[strcspn(line, "\r\n")] = 0;
  for (int column = 0; column < COLUMNS; column++) {
    columns[column] = strsep(&line, ",");
    if (columns[column] == NULL) fail("a row of %d columns", column);
  }
  contact->point_count = 0;
  copy(contact->name, columns[NAME]);
  copy(contact->title, columns[TITLE]);
  copy(contact->organisation, columns[ORGANISATION]);
  copy(contact->category, columns[CATEGORY]);
  copy(contact->source, columns[SOURCE]);
  copy(contact->notes, columns[NOTES]);
  add_point(contact, "phone", columns[PHONE]);
  add_point(contact, "phone", columns[BACKUP]);
  add_point(contact, "email", columns[EMAIL]);
  add_point(contact, "wechat", columns[WECHAT]);
}

void import_csv(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail("%s: %s", path, strerror(errno));
  char *line = NULL;
  size_t capacity = 0;
  static struct new_contact contact;
  uint64_t rows = 0;
  bool heading = true;
  while (getline(&line, &capacity, file) > 0) {
    if (!heading) {
      read_row(line, &contact);
      if (store_add(&contact) < 0) fail("%s: row %lu was refused", path, rows + 1);
      if (++rows % BATCH == 0) {
        if (!store_commit()) fail("%s: not committed", path);
        store_checkpoint();
      }
    }
    heading = false;
  }
  if (!store_commit()) fail("%s: not committed", path);
  free(line);
  fclose(file);
}
