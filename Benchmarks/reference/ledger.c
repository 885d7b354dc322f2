#include "ledger.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

#include "lib/run.h"

static void digest_of(const void *first, size_t first_length, const void *second,
                      size_t second_length, unsigned char digest[HASH_BYTES]) {
  static EVP_MD *sha256;
  static EVP_MD_CTX *context;
  if (context == NULL) {
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    context = EVP_MD_CTX_new();
  }
  if (!EVP_DigestInit_ex2(context, sha256, NULL) ||
      !EVP_DigestUpdate(context, first, first_length) ||
      !EVP_DigestUpdate(context, second, second_length) ||
      !EVP_DigestFinal_ex(context, digest, NULL))
    fail("no SHA-256");
}

void entry_seal(struct entry *self, const unsigned char previous[HASH_BYTES], const char *detail,
                size_t detail_length) {
  random_bytes(self->salt, SALT_BYTES);
  digest_of(self->salt, SALT_BYTES, detail, detail_length, self->digest);
  char entry[512];
  int length = snprintf(entry, sizeof entry - HASH_BYTES, "%" PRId64 "|%" PRId64 "|%" PRId64 "|%s|",
                        self->seq, self->at_ms, self->subject, self->fields);
  memcpy(entry + length, self->digest, HASH_BYTES);
  digest_of(previous, HASH_BYTES, entry, (size_t)length + HASH_BYTES, self->hash);
}

void random_bytes(unsigned char *room, size_t count) {
  static unsigned char pool[4096];
  static size_t used = sizeof pool;
  if (used + count > sizeof pool) {
    if (RAND_bytes(pool, sizeof pool) != 1) fail("no random bytes");
    used = 0;
  }
  memcpy(room, pool + used, count);
  used += count;
}
