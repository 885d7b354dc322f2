extension ChineseDescriptions {
  static let contact: [Entry] = [
    (
      "Adds a person or an organisation with its points, and reports who it may be already.",
      "登记个人或单位及其联系方式，并提示可能重复的联系人。"
    ),
    ("Full name.", "姓名或单位全称。"),
    ("Whether it is somebody or something.", "是个人还是单位。"),
    ("Position (职位).", "职位。"),
    ("Name of the organisation it belongs to.", "所属单位的名称。"),
    ("The contact that this organisation is.", "所属单位在登记簿中的联系人编号。"),
    ("What it is to the shop.", "与本店的关系类别。"),
    ("Words to find it by.", "便于查找的标签。"),
    ("Whether the shop deals with it.", "往来状态。"),
    (
      "Where it came from: walk-in, phone, referral, online.",
      "来源，例如 walk-in（上门）、phone（来电）、referral（转介绍）、online（线上）。"
    ),
    ("Who looks after it; an agent's own contacts are theirs.", "负责人；业务员自己登记的归自己。"),
    ("What it wants to be spoken to in, such as zh-CN.", "希望使用的语言，例如 zh-CN。"),
    ("Free text.", "自由填写。"),
    ("How to reach it.", "联系方式。"),
    ("Gives everything about one contact on one screen.", "给出某个联系人的全部资料。"),
    ("The contact.", "联系人。"),
    (
      "Changes fields of a contact; what is not named stays, null clears.",
      "修改联系人的字段；没有写到的保持不变，null 为清空。"
    ),
    ("Words to find it by: all of them.", "便于查找的标签：须写全。"),
    ("Where it came from.", "来源。"),
    ("Who looks after it.", "负责人。"),
    ("Only if the contact still has this revision.", "仅当联系人仍是这个版本时才执行。"),
    (
      "Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag.",
      "查找联系人：姓名的一部分、拼音、电话尾号、单位、邮箱或标签均可。"
    ),
    ("What is known of the contact.", "已知的信息。"),
    ("How many at most.", "最多几个。"),
    (
      "Gives one contact with its points, by id or by phone number.",
      "按编号或电话给出一个联系人及其联系方式。"
    ),
    ("A phone number, as people type it.", "电话号码，平时怎么写就怎么写。"),
    (
      "Tells who changed what of a contact, when and from where, newest first.",
      "列出联系人的变更：谁在何时、从哪里改了什么，最新的在前。"
    ),
    ("Go on before this change: the `next` of the page before.", "从这次变更之前继续：上一页给出的 `next`。"),
    (
      "Gives contacts whole, page by page, in the form in which contact.import takes them.",
      "分页给出联系人的全部资料，格式与 contact.import 接受的相同。"
    ),
    ("How many at most; fewer when they are large.", "最多几个；内容较多时会少于此数。"),
    (
      "Takes in a batch of contacts from a file; the same rows again change nothing.",
      "导入文件中的一批联系人；同样的行再次导入不会有任何变化。"
    ),
    ("What to do with a row whose contact is there already.", "联系人已存在的行如何处理。"),
    ("Where the contacts come from, such as import:shop.csv.", "联系人的来源，例如 import:shop.csv。"),
    ("The rows, in the order of the file.", "各行，按文件中的顺序。"),
    ("Lists contacts in the order of their ids, page by page.", "按编号顺序分页列出联系人。"),
    ("Only somebody or something.", "只列个人或只列单位。"),
    ("Only this category.", "只列这一类别。"),
    ("Only this status.", "只列这一状态。"),
    ("Only those that this user looks after.", "只列由这个用户负责的。"),
    ("Only those that came from here.", "只列这一来源的。"),
    ("Only those with this tag.", "只列带这个标签的。"),
    ("Only people of this organisation.", "只列属于这个单位的人。"),
    (
      "Go on behind this contact: the `next` of the page before.", "从这个联系人之后继续：上一页给出的 `next`。"
    ),
    (
      "Sets fields of a contact back to what they were before a change of its history.",
      "把联系人的字段恢复到某次变更之前。"
    ),
    ("The change, by its number in the history.", "要撤销的变更，即变更历史中的序号。"),
    (
      "Only these fields; all that the change touched when none is named.",
      "只恢复这些字段；不写则恢复该次变更涉及的全部字段。"
    ),
    (
      "Lists contacts that may be the same: who share a phone, an email, or name and company.",
      "列出可能重复的联系人：电话、邮箱相同，或姓名和单位都相同。"
    ),
    ("Go on behind this place: the `next` of the page before.", "从此处之后继续：即上一页的 `next`。"),
    ("How many groups at most.", "最多几组。"),
    ("Only whom this contact may be.", "只列出可能与此联系人重复的。"),
    ("Only for these reasons; all when none is named.", "只按这些原因；不写则全部。"),
    (
      "Makes contacts that are the same one contact; the old ids keep working.",
      "把重复的联系人合并为一个；原编号继续有效。"
    ),
    ("The contacts that become part of it.", "要并入的联系人。"),
    (
      "Only if the others still have these revisions, in their order.",
      "仅当要并入的联系人仍是这些版本时才执行，按顺序填写。"
    ),
    ("Only if the contact that stays still has this revision.", "仅当保留的联系人仍是这个版本时才执行。"),
    ("The contact that stays.", "保留的联系人。"),
    (
      "Takes a merge back: the contact has again what it had; what was changed since stays.",
      "撤销合并：联系人恢复原有资料；之后的修改予以保留。"
    ),
    ("The contact that became part of another.", "已并入他人的联系人。"),
    ("Only if what it is part of still has this revision.", "仅当它所并入的联系人仍是这个版本时才执行。"),
    ("What the shop's own fields say of it.", "自定义字段的内容。"),
    ("What the shop's own fields say of it; null clears one.", "自定义字段的内容；null 表示清空。"),
    ("Only those of which the shop's own fields say this.", "只列出自定义字段为此值的。"),
    (
      "How often its details are checked: a cycle, none, or default for as its category.",
      "多久检查一次资料：周期、none（不检查）或 default（同类别）。"
    ),
  ]
}
