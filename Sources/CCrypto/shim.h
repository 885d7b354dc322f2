#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

// SHA-256 by a method that is looked up once, in a context that is used again: doing so every time takes
// as long as hashing what is hashed here. Two threads may both look the method up, and find the same.
static inline int callbook_sha256(
    EVP_MD_CTX *context, const void *bytes, size_t count, unsigned char *digest) {
  static EVP_MD *_Atomic known;
  EVP_MD *method = known;
  if (!method) known = method = EVP_MD_fetch(NULL, "SHA256", NULL);
  return method && EVP_DigestInit_ex2(context, method, NULL) &&
         EVP_DigestUpdate(context, bytes, count) && EVP_DigestFinal_ex(context, digest, NULL);
}
