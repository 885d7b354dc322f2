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
    (
      "Says that somebody is or will be away, and who stands in for them.",
      "登记某人不在或将要外出，以及由谁代班。"
    ),
    ("Unix user name; you yourself when it is left out.", "Unix 用户名；不写则为您本人。"),
    ("Who stands in meanwhile: a user name.", "期间由谁代班：用户名。"),
    (
      "From then on; when it is left out as planned already, else from now on.",
      "从何时起；不写则按已登记的，没有登记则从现在起。"
    ),
    (
      "Back from then on; when it is left out as planned already, else until staff.back.",
      "何时回来；不写则按已登记的，没有登记则直到 staff.back。"
    ),
    ("Why, for those who plan.", "原因，供排班者参考。"),
    ("Says that somebody is back, or will not be away after all.", "登记某人已回来，或不再外出。"),
    ("Lists the members of staff and their roles.", "列出员工及其角色。"),
    ("Those who left, too.", "也列出已离职的。"),
  ]
}
