// Writes a data set of invented contacts as CSV, the same for the same seed:
//   generate COUNT [SEED] > contacts.csv
#include <stdio.h>
#include <stdlib.h>

#include "lib/people.h"
#include "lib/run.h"

#define PICK(list, number) (list)[(number) % (sizeof(list) / sizeof *(list))]

static void print_contact(uint64_t seed, uint64_t person) {
  static const char *const titles[] = {"经理", "店主", "店长", "财务", "收银", "采购", ""};
  static const char *const places[] = {"幸福里", "向阳", "高新", "滨江", "河东", "老街", "新桥",
                                       "北站",   "西湖", "东门", "城南", "双桥", "和平", "解放路"};
  static const char *const trades[] = {"便利店", "花店", "火锅", "文具", "眼镜", "药房", "早餐",
                                       "面馆",   "超市", "服装", "水果", "洗衣", "五金", "茶楼"};
  static const char *const categories[] = {"商户", "商户", "商户", "安装", "客服", "渠道"};
  static const char *const sources[] = {"上门", "电话", "转介绍", "网上", "老客户"};
  uint64_t random = mix(seed + 1) ^ mix(person + 1);
  char name[16], email[32] = "", wechat[32] = "";
  name_of(seed, person, name);
  if (person % 4 == 0) snprintf(email, sizeof email, "m%07lu@example.com", person);
  if (person % 8 == 0) snprintf(wechat, sizeof wechat, "wx_m%07lu", person);
  printf("%s,%s,%s%s记%s,%s,%lu,%lu,%s,%s,%s,%s\n", name, PICK(titles, random),
         PICK(places, random >> 8), surname_of(seed + 2, person), PICK(trades, random >> 16),
         PICK(categories, random >> 24), phone_of(person, 0), phone_of(person, 1), email, wechat,
         PICK(sources, random >> 32), person % 10 == 0 ? "老板出差时找收银" : "");
}

int main(int count, char **arguments) {
  if (count < 2 || count > 3) fail("usage: generate COUNT [SEED] > contacts.csv");
  uint64_t people = strtoull(arguments[1], NULL, 10);
  uint64_t seed = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  if (people > FIRST_NEW_PERSON) fail("at most %u contacts", FIRST_NEW_PERSON);
  puts("姓名,职位,商户名称,类别,手机,备用电话,邮箱,微信,来源,备注");
  for (uint64_t person = 0; person < people; person++) print_contact(seed, person);
  return 0;
}
