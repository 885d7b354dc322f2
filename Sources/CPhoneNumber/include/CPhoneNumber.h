#ifndef CALLBOOK_CPHONENUMBER_H
#define CALLBOOK_CPHONENUMBER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber's metadata say about a number.
typedef enum {
  /// No such number could exist.
  CALLBOOK_PHONE_NONE = 0,
  /// Its length is right, its range is not known to be in use.
  CALLBOOK_PHONE_POSSIBLE = 1,
  /// It lies in a range that is in use.
  CALLBOOK_PHONE_VALID = 2,
} callbook_phone_standing;

/// Room for a plus sign, fifteen digits and the terminating NUL (ITU-T E.164, section 6).
enum { CALLBOOK_PHONE_CAPACITY = 32 };

/// Reads one number and writes it in E.164 with a terminating NUL.
///
/// The first call loads the metadata. Safe from any thread; throws nothing and logs nothing.
/// `e164` is written only when the answer is not CALLBOOK_PHONE_NONE.
callbook_phone_standing callbook_phone_read(
    const char *text, size_t text_bytes, const char *region, char *e164, size_t e164_capacity);

#ifdef __cplusplus
}
#endif

#endif
