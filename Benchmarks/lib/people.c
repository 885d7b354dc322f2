#include "people.h"

#include <stdio.h>
#include <string.h>

// One character each, three bytes in UTF-8.
static const char surnames[] =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈"
    "任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤";
static const char given[] =
    "明小华伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英文辉玲建国红梅志玉兰海波宁春光东亮云飞鹏浩宇轩涵子"
    "一博佳欣怡思雨晨阳天乐安康永福成龙凤林森淼晓彤雪琴燕鸿达振兴德胜利民庆祥瑞嘉懿哲睿翰墨书画诗若曦月星"
    "辰昊然俊豪凯旋家和美慧颖莹洁雯倩婷媛芸菲茜蕾薇";

enum { BYTES = 3 };

uint64_t mix(uint64_t value) {
  value += 0x9E3779B97F4A7C15u;
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
  value = (value ^ value >> 27) * 0x94D049BB133111EBu;
  return value ^ value >> 31;
}

static const char *pick(const char *characters, size_t size, uint64_t number) {
  return characters + number % (size / BYTES) * BYTES;
}

const char *surname_of(uint64_t seed, uint64_t person) {
  static _Thread_local char surname[BYTES + 1];
  memcpy(surname, pick(surnames, sizeof surnames - 1, mix(seed ^ mix(person)) & 0xFFFF), BYTES);
  return surname;
}

void name_of(uint64_t seed, uint64_t person, char room[16]) {
  uint64_t random = mix(seed ^ mix(person));
  size_t length = 0;
  memcpy(room, surname_of(seed, person), BYTES);
  length += BYTES;
  memcpy(room + length, pick(given, sizeof given - 1, random >> 16 & 0xFFFF), BYTES);
  length += BYTES;
  if (random >> 60 >= 5) {  // two characters in eleven of sixteen names
    memcpy(room + length, pick(given, sizeof given - 1, random >> 32 & 0xFFFF), BYTES);
    length += BYTES;
  }
  room[length] = 0;
}
