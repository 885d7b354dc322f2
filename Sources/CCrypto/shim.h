#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

// SHA-256 by a method that is looked up once: SHA256() does so every time, which for what is hashed
// here takes a fifth as long as the hashing. Two threads may both look it up, and find the same.
static inline int callbook_sha256(const void *bytes, size_t count, unsigned char *digest) {
  static EVP_MD *_Atomic known;
  EVP_MD *method = known;
  if (!method) known = method = EVP_MD_fetch(NULL, "SHA256", NULL);
  return method && EVP_Digest(bytes, count, digest, NULL, method, NULL);
}
