/// Readings that hang on the place of an ideograph: in surnames and in words that shops are named by.
enum PinyinExceptions {
  /// The reading of the surname that the name starts with; nil when it is read like any word.
  static func surname(at name: ArraySlice<Unicode.Scalar>) -> [PinyinSyllable]? {
    longest(of: surnames, at: name)
  }

  /// The reading of the word that stands here; nil when its ideographs are read one by one.
  static func word(at name: ArraySlice<Unicode.Scalar>) -> [PinyinSyllable]? {
    longest(of: words, at: name)
  }

  /// Readings of an ideograph beside its ordinary one.
  static let otherReadings: [Unicode.Scalar: [PinyinSyllable]] = {
    var others: [Unicode.Scalar: [PinyinSyllable]] = [:]
    for entry in (Array(surnames.values) + Array(words.values)).joined() {
      for (scalar, syllable) in zip(entry.scalars, entry.syllables)
      where Pinyin.syllable(of: scalar) != syllable {
        if others[scalar]?.contains(syllable) != true {
          others[scalar, default: []].append(syllable)
        }
      }
    }
    return others.mapValues { $0.sorted() }
  }()

  private struct Entry {
    let scalars: [Unicode.Scalar]
    let syllables: [PinyinSyllable]
  }

  private static func longest(
    of entries: [Unicode.Scalar: [Entry]], at name: ArraySlice<Unicode.Scalar>
  ) -> [PinyinSyllable]? {
    guard let first = name.first, let candidates = entries[first] else { return nil }
    return candidates.first { name.starts(with: $0.scalars) }?.syllables
  }

  private static let surnames = table(surnameReadings)
  private static let words = table(wordReadings)

  /// By first ideograph, longest word first.
  private static func table(_ text: String) -> [Unicode.Scalar: [Entry]] {
    var table: [Unicode.Scalar: [Entry]] = [:]
    for item in text.split(whereSeparator: { $0 == "\n" || $0 == "," }) {
      let parts = item.split(separator: " ")
      guard let word = parts.first, let first = word.unicodeScalars.first else { continue }
      table[first, default: []].append(
        Entry(
          scalars: Array(word.unicodeScalars),
          syllables: parts.dropFirst().compactMap { PinyinSyllable(spelling: $0) }))
    }
    return table.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }

  /// Surnames that are read otherwise than the word; ICU's `Han-Latin/Names` has most of them.
  static let surnameReadings = """
    单 shan,曾 zeng,解 xie,仇 qiu,区 ou,查 zha,朴 piao,盖 ge,缪 miao,覃 qin,乐 yue,召 shao,员 yun,黑 he
    繁 po,句 gou,折 she,翟 zhai,祭 zhai,秘 bi,种 chong,卜 bu,牟 mu,粘 nian,郇 xun,乜 nie,洗 xian,隗 kui
    尉迟 yu chi,万俟 mo qi,长孙 zhang sun,令狐 ling hu,澹台 tan tai,单于 chan yu,宰父 zai fu
    """

  /// Words in which an ideograph is read otherwise than alone.
  static let wordReadings = """
    银行 yin hang,商行 shang hang,车行 che hang,洋行 yang hang,药行 yao hang,粮行 liang hang
    花行 hua hang,茶行 cha hang,金行 jin hang,珠宝行 zhu bao hang,布行 bu hang,米行 mi hang
    鱼行 yu hang,果行 guo hang,木行 mu hang,琴行 qin hang,灯行 deng hang,器行 qi hang,具行 ju hang
    料行 liao hang,胎行 tai hang,衣行 yi hang,鞋行 xie hang,电行 dian hang,品行 pin hang
    行业 hang ye,行长 hang zhang,分行 fen hang,支行 zhi hang,央行 yang hang,总行 zong hang
    投行 tou hang,同行 tong hang
    便宜 pian yi,音乐 yin yue,乐器 yue qi,乐队 yue dui,乐团 yue tuan,乐谱 yue pu,声乐 sheng yue
    乐清 yue qing,重庆 chong qing,重阳 chong yang,重逢 chong feng,重复 chong fu,大厦 da sha
    商厦 shang sha,广厦 guang sha,传记 zhuan ji,西藏 xi zang,藏族 zang zu,藏医 zang yi
    藏药 zang yao,藏獒 zang ao,宝藏 bao zang,人参 ren shen,海参 hai shen,党参 dang shen
    参茸 shen rong,洋参 yang shen,丽参 li shen,调味 tiao wei,调料 tiao liao,空调 kong tiao
    调解 tiao jie,弹簧 tan huang,阿胶 e jiao,东阿 dong e,咖喱 ga li,大夫 dai fu,会计 kuai ji
    给水 ji shui,供给 gong ji,校对 jiao dui,雪茄 xue jia,牛仔 niu zai,煲仔 bao zai,公仔 gong zai
    肥仔 fei zai,的士 di shi,扒鸡 pa ji
    店长 dian zhang,校长 xiao zhang,院长 yuan zhang,家长 jia zhang,局长 ju zhang,站长 zhan zhang
    班长 ban zhang,会长 hui zhang,部长 bu zhang,厂长 chang zhang,镇长 zhen zhang,村长 cun zhang
    乡长 xiang zhang,县长 xian zhang,市长 shi zhang,省长 sheng zhang,区长 qu zhang,科长 ke zhang
    处长 chu zhang,组长 zu zhang,队长 dui zhang,团长 tuan zhang,连长 lian zhang,排长 pai zhang
    营长 ying zhang,司长 si zhang,厅长 ting zhang,董事长 dong shi zhang,社长 she zhang
    所长 suo zhang,馆长 guan zhang,园长 yuan zhang,船长 chuan zhang,机长 ji zhang
    秘书长 mi shu zhang,学长 xue zhang,成长 cheng zhang,增长 zeng zhang,生长 sheng zhang
    长大 zhang da,长辈 zhang bei,长老 zhang lao
    蚌埠 beng bu,六安 lu an,六合 lu he,番禺 pan yu,洪洞 hong tong,涡阳 guo yang,蔚县 yu xian
    单县 shan xian,浚县 xun xian,莘庄 xin zhuang,黟县 yi xian,牟平 mu ping,乐亭 lao ting
    """
}
