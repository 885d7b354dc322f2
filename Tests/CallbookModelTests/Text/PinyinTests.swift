import Testing

@testable import CallbookModel

@Suite struct PinyinTests {
  @Test(arguments: [
    ("王小明", "wangxiaoming", "wxm"), ("单雄信", "shanxiongxin", "sxx"),
    ("曾国藩", "zengguofan", "zgf"), ("解珍", "xiezhen", "xz"), ("仇和", "qiuhe", "qh"),
    ("区小红", "ouxiaohong", "oxh"), ("查良镛", "zhaliangyong", "zly"), ("任盈盈", "renyingying", "ryy"),
    ("朴树", "piaoshu", "ps"), ("盖世", "geshi", "gs"), ("尉迟恭", "yuchigong", "ycg"),
    ("万俟卨", "moqixie", "mqx"), ("长孙无忌", "zhangsunwuji", "zswj"), ("覃塘", "qintang", "qt"),
    ("缪伟", "miaowei", "mw"), ("乐毅", "yueyi", "yy"), ("召平", "shaoping", "sp"),
    ("员半千", "yunbanqian", "ybq"), ("黑小刚", "hexiaogang", "hxg"), ("令狐冲", "linghuchong", "lhc"),
    ("澹台镜", "tantaijing", "ttj"), ("翟志刚", "zhaizhigang", "zzg"), ("褚遂良", "chusuiliang", "csl"),
    ("吕布", "lvbu", "lb"), ("那英", "naying", "ny"), ("祭仲", "zhaizhong", "zz"),
    ("种师道", "chongshidao", "csd"), ("沈石", "shenshi", "ss"), ("张校长", "zhangxiaozhang", "zxz"),
    ("李单", "lidan", "ld"), ("Tom 王", "tomwang", "tw"), ("María José", "mariajose", "mj"),
  ])
  func `a person's surname has its own reading`(name: String, full: String, initials: String) {
    let keys = Pinyin.keys(forName: name, isPerson: true)
    #expect(keys.full == full)
    #expect(keys.initials == initials)
  }

  @Test(arguments: [
    ("单位食堂", "danweishitang"), ("中国银行", "zhongguoyinhang"), ("重庆小面", "chongqingxiaomian"),
    ("长沙臭豆腐", "changshachoudoufu"), ("厦门航空", "xiamenhangkong"),
    ("便利店", "bianlidian"), ("便宜坊", "pianyifang"), ("音乐教室", "yinyuejiaoshi"),
    ("快乐超市", "kuailechaoshi"), ("老王车行", "laowangchehang"), ("五金行", "wujinhang"),
    ("成都火锅", "chengduhuoguo"), ("大厦物业", "dashawuye"), ("旅行社", "lvxingshe"),
    ("行者", "xingzhe"), ("王记3号店", "wangji3haodian"),
  ])
  func `shops are read by their words`(name: String, full: String) {
    #expect(Pinyin.keys(forName: name, isPerson: false).full == full)
  }

  @Test func `every reading in use is among those of its ideograph`() throws {
    let name = Array("尉迟单行长".unicodeScalars)
    let reading = Pinyin.reading(of: name, isPerson: true)
    for (scalar, syllable) in zip(name, reading) {
      #expect(Pinyin.readings(of: scalar).contains(try #require(syllable)))
    }
  }

  @Test func `the table covers the block of ideographs`() {
    // Units of measure and characters made in Japan are read nowhere in China.
    let without = (UInt32(0x4E00)...0x9FA5).filter {
      Unicode.Scalar($0).flatMap(Pinyin.syllable(of:)) == nil
    }
    #expect(without.count == 10)
    #expect(Pinyin.syllable(of: "〇")?.spelling == "ling")
    #expect(Pinyin.syllable(of: "a") == nil)
    #expect(Pinyin.syllable(of: "한") == nil)
  }

  @Test func `lv is typed as lv and as lu`() throws {
    let written = try #require(PinyinSyllable(spelling: "lv")).number
    #expect(try #require(PinyinSyllable.typed(as: "lv")) ~= written)
    #expect(try #require(PinyinSyllable.typed(as: "lu")) ~= written)
    #expect(try #require(PinyinSyllable.begun(by: "l")) ~= written)
    #expect(PinyinSyllable(spelling: "lue") == PinyinSyllable(spelling: "lve"))
    #expect(PinyinSyllable.begun(by: "v") == nil)
  }

  @Test func `syllables that begin alike are neighbours`() {
    for (number, spelling) in PinyinSyllable.spellings.enumerated() {
      for length in 1...spelling.count {
        let letters = String(spelling.prefix(length))
        let begun = PinyinSyllable.begun(by: letters)
        #expect(begun.map { $0 ~= number } == true)
        let strangers = (begun ?? 0...0).filter {
          !PinyinSyllable.spellings[$0].replacing("v", with: "u")
            .hasPrefix(letters.replacing("v", with: "u"))
        }
        #expect(strangers.isEmpty, "\(letters)")
      }
    }
  }
}
