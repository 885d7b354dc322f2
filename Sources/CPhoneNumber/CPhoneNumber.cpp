#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

namespace {

using i18n::phonenumbers::Logger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// The library's own logger prints to stdout, and what it prints are the numbers it was given.
class SilentLogger : public Logger {
 public:
  void WriteMessage(const std::string &) override {}
};

PhoneNumberUtil &library() {
  static PhoneNumberUtil *const instance = [] {
    PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    util->SetLogger(new SilentLogger());  // the library owns it from here on
    return util;
  }();
  return *instance;
}

callbook_phone_standing read(
    const std::string &text, const std::string &region, char *e164, size_t e164_capacity) {
  const PhoneNumberUtil &util = library();
  PhoneNumber number;
  if (util.Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
    return CALLBOOK_PHONE_NONE;
  }
  callbook_phone_standing standing = CALLBOOK_PHONE_VALID;
  if (!util.IsValidNumber(number)) {
    if (!util.IsPossibleNumber(number)) return CALLBOOK_PHONE_NONE;
    standing = CALLBOOK_PHONE_POSSIBLE;
  }
  std::string formatted;
  util.Format(number, PhoneNumberUtil::E164, &formatted);
  if (formatted.size() >= e164_capacity) return CALLBOOK_PHONE_NONE;
  std::memcpy(e164, formatted.c_str(), formatted.size() + 1);
  return standing;
}

}  // namespace

callbook_phone_standing callbook_phone_read(
    const char *text, size_t text_bytes, const char *region, char *e164, size_t e164_capacity) {
  try {
    return read(std::string(text, text_bytes), region, e164, e164_capacity);
  } catch (...) {
    // Only exhausted memory gets here; Swift frames cannot be unwound.
    return CALLBOOK_PHONE_NONE;
  }
}
