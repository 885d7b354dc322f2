#define _GNU_SOURCE
#include "json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_space(const char *at, const char *end) {
  while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) at++;
  return at;
}

static const char *skip_string(const char *at, const char *end) {
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\') at++;
  return at < end ? at + 1 : end;
}

static const char *skip_value(const char *at, const char *end) {
  if (at < end && *at == '"') return skip_string(at, end);
  int depth = 0;
  while (at < end) {
    if (*at == '"') {
      at = skip_string(at, end);
      continue;
    }
    if (*at == '{' || *at == '[') depth++;
    if (*at == '}' || *at == ']') {
      if (depth == 0) return at;  // the container of a number or a word ends
      if (--depth == 0) return at + 1;
    }
    if (*at == ',' && depth == 0) return at;
    at++;
  }
  return end;
}

struct json json_member(struct json object, const char *key) {
  const struct json none = {0};
  if (object.bytes == NULL) return none;
  size_t key_length = strlen(key);
  const char *end = object.bytes + object.length;
  const char *at = skip_space(object.bytes, end);
  if (at == end || *at++ != '{') return none;
  while ((at = skip_space(at, end)) < end && *at == '"') {
    const char *name = at + 1;
    at = skip_string(at, end);
    bool found = (size_t)(at - name) == key_length + 1 && memcmp(name, key, key_length) == 0;
    at = skip_space(at, end);
    if (at == end || *at++ != ':') return none;
    const char *value = skip_space(at, end);
    at = skip_value(value, end);
    if (found) return (struct json){value, (size_t)(at - value)};
    at = skip_space(at, end);
    if (at < end && *at == ',') at++;
  }
  return none;
}

struct json json_next(struct json array, struct json previous) {
  const struct json none = {0};
  if (array.bytes == NULL) return none;
  const char *end = array.bytes + array.length;
  const char *at = previous.bytes ? previous.bytes + previous.length : array.bytes + 1;
  at = skip_space(at, end);
  if (at < end && *at == ',') at = skip_space(at + 1, end);
  if (at >= end || *at == ']') return none;
  return (struct json){at, (size_t)(skip_value(at, end) - at)};
}

int64_t json_integer(struct json value) {
  if (value.bytes == NULL || value.length == 0) return -1;
  if (value.bytes[0] < '0' || value.bytes[0] > '9') return -1;
  return strtoll(value.bytes, NULL, 10);
}

static size_t put_utf8(char *out, unsigned code) {
  if (code < 0x80) return out[0] = (char)code, 1;
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  out[0] = (char)(0xE0 | code >> 12);
  out[1] = (char)(0x80 | (code >> 6 & 0x3F));
  out[2] = (char)(0x80 | (code & 0x3F));
  return 3;
}

int json_string(struct json value, char *room, size_t capacity) {
  if (value.bytes == NULL || value.length < 2 || value.bytes[0] != '"') return -1;
  const char *end = value.bytes + value.length - 1;
  size_t length = 0;
  for (const char *at = value.bytes + 1; at < end; at++) {
    if (length + 4 > capacity) return -1;
    if (*at != '\\') {
      room[length++] = *at;
      continue;
    }
    at++;
    const char *plain = "\"\\/bfnrt", *means = "\"\\/\b\f\n\r\t";
    const char *which = strchr(plain, *at);
    if (which != NULL) {
      room[length++] = means[which - plain];
    } else if (*at == 'u' && end - at > 4) {
      char digits[5] = {at[1], at[2], at[3], at[4], 0};
      length += put_utf8(room + length, (unsigned)strtoul(digits, NULL, 16));
      at += 4;
    } else {
      return -1;
    }
  }
  room[length] = 0;
  return (int)length;
}

void json_append_string(struct buffer *out, const char *text, size_t length) {
  char *room = buffer_reserve(out, length * 6 + 2);
  char *to = room;
  *to++ = '"';
  for (size_t index = 0; index < length; index++) {
    unsigned char byte = (unsigned char)text[index];
    if (byte == '"' || byte == '\\') {
      *to++ = '\\';
      *to++ = (char)byte;
    } else if (byte < 0x20) {
      to += sprintf(to, "\\u%04x", byte);
    } else {
      *to++ = (char)byte;
    }
  }
  *to++ = '"';
  out->end += (size_t)(to - room);
}

void json_append(struct buffer *out, const char *format, ...) {
  enum { ROOM = 512 };  // longer than every format of the benchmark once filled in
  char *room = buffer_reserve(out, ROOM);
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(room, ROOM, format, arguments);
  va_end(arguments);
  if (length > 0 && length < ROOM) out->end += (size_t)length;
}
