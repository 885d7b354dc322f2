import Systemd

/// The journal's message ids: made once, never changed, each explained in the catalog.
enum MessageIDs {
  static let started = MessageID(0x5bd0_2f61_7c3f_4b0e, 0x9d4a_63a0_41b7_e2c1)
  static let stopped = MessageID(0x0f7f_1d52_94ba_4c18, 0x8a6e_15f3_6a2c_9b04)
  static let callerRefused = MessageID(0x7c1e_9b0d_2e55_4f6a, 0xb1c3_0e2d_94f8_6a57)
  static let storeHealth = MessageID(0x3a92_64ef_d0b1_4972, 0x86f5_7d10_c3ee_42b9)
  static let storeFailure = MessageID(0xe8b4_05c7_1f2a_4d39, 0xa7d2_58c6_0b93_f41e)
  static let clientStalled = MessageID(0x91d6_c8a4_3b7e_4105, 0x9fe0_27b8_5d64_c3a2)
  static let connectionRefused = MessageID(0x46af_e213_805d_4cb7, 0xbd19_f4e6_72a8_0c5d)
}
