// Chinese phone numbers, by the two rules that the benchmark's numbers need.
#pragma once

#include <string.h>

/// E.164: +86 before a mobile number, or in place of a land line's leading zero.
static inline void normalise_phone(const char *typed, char normal[32]) {
  const char *national = typed[0] == '0' ? typed + 1 : typed;
  strcpy(normal, "+86");
  strncat(normal, national, 28);
}

/// The digits from the last to the first, so that an index finds the last ones typed.
static inline void reverse_digits(const char *normal, char tail[32]) {
  size_t length = strlen(normal + 1);
  for (size_t index = 0; index < length; index++) tail[index] = normal[length - index];
  tail[length] = 0;
}
