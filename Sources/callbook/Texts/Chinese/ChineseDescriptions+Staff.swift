extension ChineseDescriptions {
  static let staff: [Entry] = [
    ("Puts a Unix user of this machine on the staff list.", "把本机的一个 Unix 用户加入员工名单。"),
    (
      "Unix user name; '#4001' for a user ID without an account.",
      "Unix 用户名；没有账户的用户号写作 '#4001'。"
    ),
    ("What the person may do; once for each role.", "授予的角色；有几个就写几次。"),
    ("The person's name.", "姓名。"),
    (
      "Closes the record of somebody who leaves, once nothing is theirs any more.",
      "员工离职且名下已无任何事项后，关闭其记录。"
    ),
    ("Unix user name.", "Unix 用户名。"),
    ("Only if the record still has this revision.", "仅当记录仍是这个版本时才执行。"),
    (
      "Changes somebody's roles or name, or takes a leaver back.", "修改员工的角色或姓名，或让离职者复职。"
    ),
    ("Give this role; once for each.", "增加这个角色；有几个就写几次。"),
    ("Take this role away; once for each.", "取消这个角色；有几个就写几次。"),
    ("Only `active`: takes back somebody who left.", "只能是 `active`：让离职者复职。"),
    ("Lists the members of staff and their roles.", "列出员工及其角色。"),
    ("Those who left, too.", "也列出已离职的。"),
  ]
}
