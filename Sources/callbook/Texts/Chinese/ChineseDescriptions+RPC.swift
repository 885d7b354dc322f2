extension ChineseDescriptions {
  static let rpc: [Entry] = [
    (
      "Takes back a request of the same connection that has not begun.",
      "撤回同一连接上尚未开始的请求。"
    ),
    (
      "The request's id, as it was sent; a string with its quotes.", "请求的 id，按发送时的原样；字符串要带引号。"
    ),
    ("Describes every method, as an OpenRPC document.", "以 OpenRPC 文档描述全部请求。"),
    ("Answers at once; touches no store.", "立即应答，不访问数据库。"),
  ]
}
