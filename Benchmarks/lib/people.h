// Invented people, the same for every program here: person n has one name and two phone numbers.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Where the numbers begin; 199 is not assigned to anybody.
#define FIRST_PHONE 19900000000u

/// The first person that no data set holds, from which adds are counted.
#define FIRST_NEW_PERSON 10000000u

/// Mixes a number into 64 even bits (SplitMix64's finaliser).
uint64_t mix(uint64_t value);

/// Person n's first or second phone (`which` 0 or 1), eleven digits.
static inline uint64_t phone_of(uint64_t person, unsigned which) {
  return FIRST_PHONE + 2 * person + which;
}

/// A surname and one or two given characters as UTF-8, zero-terminated; at most 10 bytes.
void name_of(uint64_t seed, uint64_t person, char room[16]);

const char *surname_of(uint64_t seed, uint64_t person);
