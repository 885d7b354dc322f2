/// Why precisely a request failed. Open: a client takes a reason that it does not know by its kind.
package enum Reason: String, Sendable, CaseIterable {
  // parse and envelope
  case malformedJSON = "MALFORMED_JSON"
  case duplicateKey = "DUPLICATE_KEY"
  case invalidUTF8 = "INVALID_UTF8"
  case byteOrderMark = "BYTE_ORDER_MARK"
  case wrongEncoding = "WRONG_ENCODING"
  case numberOutOfRange = "NUMBER_OUT_OF_RANGE"
  case tooDeep = "TOO_DEEP"
  case tooManyTokens = "TOO_MANY_TOKENS"
  case lineTooLong = "LINE_TOO_LONG"
  case notARequest = "NOT_A_REQUEST"
  case batchRefused = "BATCH_REFUSED"
  case idInFlight = "ID_IN_FLIGHT"
  case unknownMethod = "UNKNOWN_METHOD"
  case invalidParams = "INVALID_PARAMS"

  // who
  case notStaff = "NOT_STAFF"
  case unknownPeer = "UNKNOWN_PEER"
  case accountChanged = "ACCOUNT_CHANGED"
  case roleMissing = "ROLE_MISSING"
  case notOwner = "NOT_OWNER"
  case lastAdmin = "LAST_ADMIN"
  case holdsContacts = "HOLDS_CONTACTS"
  case holdsCallbacks = "HOLDS_CALLBACKS"
  case holdsAppointments = "HOLDS_APPOINTMENTS"
  case ownRequest = "OWN_REQUEST"
  case notReviewer = "NOT_REVIEWER"

  // what
  case notFound = "NOT_FOUND"
  case revisionConflict = "REVISION_CONFLICT"
  case alreadyExists = "ALREADY_EXISTS"
  case wrongState = "WRONG_STATE"
  case slotTaken = "SLOT_TAKEN"
  case notBookable = "NOT_BOOKABLE"
  case bookingOff = "BOOKING_OFF"
  case nothingToRestore = "NOTHING_TO_RESTORE"
  case idempotencyMismatch = "IDEMPOTENCY_MISMATCH"
  case otherHistory = "OTHER_HISTORY"
  case chainBroken = "CHAIN_BROKEN"

  // how much, when
  case replyTooLarge = "REPLY_TOO_LARGE"
  case tooManyInFlight = "TOO_MANY_IN_FLIGHT"
  case tooManyConnections = "TOO_MANY_CONNECTIONS"
  case tooManySubscriptions = "TOO_MANY_SUBSCRIPTIONS"
  case queueFull = "QUEUE_FULL"
  case backupRunning = "BACKUP_RUNNING"
  case deadlineExceeded = "DEADLINE_EXCEEDED"
  case cancelled = "CANCELLED"

  // files of contacts
  case fileUnreadable = "FILE_UNREADABLE"
  case fileUnwritable = "FILE_UNWRITABLE"
  case formatUnknown = "FORMAT_UNKNOWN"
  case headingsMissing = "HEADINGS_MISSING"

  // the store and the daemon
  case diskFull = "DISK_FULL"
  case storeFailing = "STORE_FAILING"
  case commitUnknown = "COMMIT_UNKNOWN"
  case draining = "DRAINING"
  case loading = "LOADING"
  case storeInUse = "STORE_IN_USE"
  case storeNewer = "STORE_NEWER"
  case storeCorrupt = "STORE_CORRUPT"
  case storeUnwritable = "STORE_UNWRITABLE"
  case socketInUse = "SOCKET_IN_USE"
  case socketUnusable = "SOCKET_UNUSABLE"
  case `internal` = "INTERNAL"

  // the command and its way to the daemon
  case usage = "USAGE"
  case noSocket = "NO_SOCKET"
  case notRunning = "NOT_RUNNING"
  case socketForbidden = "SOCKET_FORBIDDEN"
  case protocolMismatch = "PROTOCOL_MISMATCH"
  case notCallbook = "NOT_CALLBOOK"
  case connectionLost = "CONNECTION_LOST"
  case noAnswer = "NO_ANSWER"

  /// A reason of a newer daemon, as a client sees it.
  case unknown = "UNKNOWN"

  package var kind: ErrorKind {
    switch self {
    case .malformedJSON, .duplicateKey, .invalidUTF8, .byteOrderMark, .wrongEncoding,
      .numberOutOfRange, .formatUnknown, .headingsMissing:
      .parse
    case .notARequest, .batchRefused, .idInFlight: .invalidRequest
    case .unknownMethod: .methodNotFound
    case .invalidParams, .usage: .invalidParams
    case .notStaff, .unknownPeer, .accountChanged: .unauthenticated
    case .roleMissing, .notOwner, .ownRequest, .notReviewer, .socketForbidden: .permissionDenied
    case .notFound: .notFound
    case .revisionConflict, .slotTaken: .conflict
    case .alreadyExists: .alreadyExists
    case .lastAdmin, .holdsContacts, .holdsCallbacks, .holdsAppointments, .wrongState, .bookingOff,
      .notBookable, .nothingToRestore, .otherHistory, .chainBroken,
      .storeInUse, .storeNewer, .storeCorrupt, .storeUnwritable, .socketInUse,
      .socketUnusable, .fileUnreadable, .fileUnwritable, .protocolMismatch, .notCallbook:
      .failedPrecondition
    case .idempotencyMismatch: .idempotencyConflict
    case .tooDeep, .tooManyTokens, .lineTooLong, .replyTooLarge: .tooLarge
    case .tooManyInFlight, .tooManyConnections, .tooManySubscriptions: .limit
    case .queueFull, .backupRunning: .busy
    case .deadlineExceeded: .deadlineExceeded
    case .cancelled: .cancelled
    case .diskFull, .storeFailing, .commitUnknown, .draining, .loading, .noSocket, .notRunning,
      .connectionLost, .noAnswer:
      .unavailable
    case .internal, .unknown: .internal
    }
  }
}
