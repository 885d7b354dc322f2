/// Whether systemd has the daemon as it should, where there is a systemd that has it.
struct UnitsCheck: Check {
  let name = "units"

  func title(_ texts: Texts) -> String { texts.either("units", "系统服务") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard let units = scene.machine.units else {
      return .skipped(texts.either("systemd does not run the daemon here", "此处守护进程不由 systemd 管理"))
    }
    if units.service == "failed" {
      return .amiss(
        texts.either(
          "the service failed (\(units.result)); journalctl -x -u callbookd says why",
          "服务已失败（\(units.result)），原因见 journalctl -x -u callbookd"),
        fix: "systemctl restart callbookd.socket callbookd.service")
    }
    if units.socket == "failed" {
      return .amiss(
        texts.either("the socket unit has given up", "套接字单元已停止尝试"),
        fix: "systemctl restart callbookd.socket")
    }
    if !units.isSocketEnabled {
      return .amiss(
        texts.either(
          "the socket unit is not enabled: nothing listens after the next boot",
          "套接字单元未启用：下次开机后不会监听"), fix: "systemctl enable --now callbookd.socket")
    }
    if units.restarts > 0 {
      return .amiss(
        texts.either(
          "systemd had to start the daemon again \(units.restarts) times, after crashes or because "
            + "the watchdog heard nothing", "systemd 已自动重启守护进程 \(units.restarts) 次（崩溃或看门狗超时）"),
        fix: "journalctl -x -u callbookd -p warning")
    }
    return .well(texts.either("enabled and well", "已启用，运行正常"))
  }
}
