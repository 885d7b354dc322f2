import CallbookModel

/// The headings that are understood, without spaces, punctuation, numbers and case.
enum HeadingWords {
  static let columns: [String: Column] = {
    var columns: [String: Column] = [:]
    for (column, words) in groups {
      for word in words.split(separator: " ") { columns[String(word)] = column }
    }
    return columns
  }()

  /// For a user whose file has none: one line for each meaning that matters.
  static let examples = """
    name (姓名), title (职位), organisation (商户名称, 单位), category (类别), \
    phone, mobile, backup phone (电话, 手机, 备用电话), email (邮箱), wechat (微信), qq, \
    address (地址), source (来源), status (状态), language (语言), tags (标签), notes (备注), \
    emergency contact (紧急联系人), uid
    """

  private static let groups: [(Column, String)] = plain + points + emergency

  private static let plain: [(Column, String)] = [
    (
      .name,
      "name fullname displayname contact contactname contactperson customer customername person "
        + "姓名 名字 名称 联系人 联系人姓名 客户 客户姓名 客户名称 称呼 负责人 联系人名称"
    ),
    (.givenName, "givenname firstname forename 名"),
    (.familyName, "familyname lastname surname 姓 姓氏"),
    (.title, "title jobtitle position role organizationtitle job 职位 职务 岗位 头衔"),
    (
      .organisation,
      "organisation organization company companyname organisationname organizationname org "
        + "merchant merchantname shop shopname store storename business businessname "
        + "商户 商户名称 商户名 公司 公司名称 单位 单位名称 门店 门店名称 店名 店铺 店铺名称 "
        + "企业 企业名称 机构 机构名称 组织 商家 商家名称 所属单位 所属商户"
    ),
    (.kind, "kind 个人或单位"),
    (.category, "category customertype contacttype type 类别 分类 类型 客户类型 客户类别 客户分类"),
    (.status, "status state 状态 客户状态"),
    (.source, "source leadsource origin 来源 客户来源 渠道来源"),
    (.language, "language lang preferredlanguage 语言 首选语言"),
    (
      .notes,
      "notes note remark remarks comment comments memo 备注 说明 注释 备注信息 附注"
    ),
    (.tags, "tags tag labels keywords categories 标签 分组 群组 标记"),
    (.uid, "uid uuid vcarduid 唯一标识"),
    (.ignored, "line reason no 序号 行号 编号"),
    (.preferred, "preferred 首选"),
    (.morePoints, "morepoints 更多联系方式"),
    (.pointDetails, "pointdetails 联系方式详情"),
    (.pointOrder, "pointorder 联系方式顺序"),
    (.owner, "owneruser 归属用户名"),
    (.organisationUID, "organisationuid 单位uid"),
    (.reviewCycle, "reviewcycle 检查周期"),
    (.verifiedOn, "verifiedon 核对日期"),
    (.verifiedBy, "verifiedby 核对人"),
    (.verifiedHow, "verifiedhow 核对方式"),
  ]

  private static let points: [(Column, String)] = [
    (
      point(.phone, "mobile"),
      "mobile mobilephone mobilenumber mobileno cell cellphone cellphonenumber "
        + "手机 手机号 手机号码 移动电话 手机电话 联系手机"
    ),
    (
      point(.phone),
      "phone phonenumber phoneno tel telephone telephonenumber contactnumber phonevalue "
        + "primaryphone 电话 电话号码 联系电话 联系方式 号码"
    ),
    (
      point(.phone, "work"),
      "workphone businessphone officephone companyphone landline 座机 固定电话 固话 办公电话 "
        + "公司电话 单位电话 工作电话 办公室电话 店铺电话"
    ),
    (point(.phone, "home"), "homephone 家庭电话 住宅电话 家里电话"),
    (
      point(.phone, "backup"),
      "backupphone alternatephone secondphone otherphone backupmobile secondaryphone 备用电话 "
        + "备用手机 备用号码 备用联系电话 备用手机号 备用电话号码 其他电话 第二电话"
    ),
    (point(.phone, "fax"), "fax faxnumber businessfax 传真 传真号 传真号码"),
    (
      point(.email),
      "email emailaddress mail emailvalue 邮箱 电子邮箱 电子邮件 邮件 邮箱地址 邮件地址 电邮 "
        + "电子邮件地址"
    ),
    (point(.email, "work"), "workemail businessemail 工作邮箱 公司邮箱"),
    (point(.email, "home"), "homeemail personalemail 个人邮箱"),
    (point(.email, "backup"), "backupemail alternateemail 备用邮箱"),
    (point(.wechat), "wechat wechatid weixin wx 微信 微信号 微信账号 微信id"),
    (point(.qq), "qq qqnumber qq号 qq号码"),
    (
      point(.address),
      "address postaladdress streetaddress mailingaddress addressformatted 地址 联系地址 通讯地址 "
        + "详细地址 店铺地址 商户地址 公司地址 单位地址 门店地址 邮寄地址"
    ),
    (point(.address, "work"), "workaddress businessaddress 办公地址 工作地址"),
    (point(.address, "home"), "homeaddress 家庭地址 家庭住址 住址"),
    (point(.handle, "website"), "website url webpage homepage websitevalue 网址 网站 主页"),
    (point(.handle, "微博"), "微博 weibo"),
    (point(.handle, "抖音"), "抖音 抖音号 douyin"),
    (point(.handle, "支付宝"), "支付宝 支付宝账号 alipay"),
    (point(.handle, "钉钉"), "钉钉 钉钉号 dingtalk"),
    (point(.handle), "handle 账号"),
    (.pointLabel(.phone, number: 1), "phonelabel phonetype 电话标签 电话类型 手机标签"),
    (.pointLabel(.email, number: 1), "emaillabel emailtype 邮箱标签 邮箱类型"),
    (.pointLabel(.address, number: 1), "addresslabel addresstype 地址标签 地址类型"),
    (.pointLabel(.handle, number: 1), "handlelabel handletype websitelabel 账号标签"),
  ]

  private static let emergency: [(Column, String)] = [
    (
      .emergency(number: 1),
      "emergency emergencycontact emergencycontacts emergencyname emergencycontactname "
        + "紧急联系人 紧急联系 紧急联系人姓名 应急联系人"
    ),
    (
      .emergencyPhone(number: 1),
      "emergencyphone emergencynumber emergencycontactphone emergencycontactnumber "
        + "紧急联系电话 紧急电话 紧急联系人电话 紧急联系人手机 紧急联系方式 应急电话 紧急联系人联系电话"
    ),
    (
      .emergencyRelation(number: 1),
      "emergencyrelation emergencycontactrelation emergencycontactrelationship relationship "
        + "紧急联系人关系 与紧急联系人关系 关系 与联系人关系"
    ),
  ]

  private static func point(_ kind: PointDraft.Kind, _ label: String? = nil) -> Column {
    .point(kind, label: label, number: 0)
  }
}
