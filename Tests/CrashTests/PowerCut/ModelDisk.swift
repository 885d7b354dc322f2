import CallbookTesting

/// A directory as a disk may hold it: what was synced surely, what was not perhaps.
struct ModelDisk {
  /// What of the unsynced reached the disk when the power went.
  enum Cut: CaseIterable {
    case nothing, everything
    /// Everything up to some moment.
    case prefix
    /// Any sectors of any write, and file names up to some moment.
    case torn
  }

  /// Whose syncs are believed.
  enum Syncs { case all, notOfTheLog, none }

  private static let sectorBytes = 512

  private enum Change {
    case write(place: Int, bytes: [UInt8])
    case truncate(size: Int)
  }

  private enum Naming {
    case create(String, Int)
    case unlink(String)
    case rename(String, String)
  }

  private struct File {
    var content: [UInt8] = []
    var pending: [(at: Int, change: Change)] = []
    var isLog = false
  }

  private let syncs: Syncs
  private var files: [File] = []
  private var byInode: [UInt64: Int] = [:]
  private var names: [String: Int] = [:]
  private var durableNames: [String: Int] = [:]
  private var pendingNames: [(at: Int, naming: Naming)] = []
  private var now = 0
  /// When each thread's newest sync began.
  private var syncsBegun: [Int: Int] = [:]

  init(syncs: Syncs) {
    self.syncs = syncs
  }

  mutating func take(_ event: PowerCutEvent) {
    now += 1
    switch event {
    case .opened(let inode, let name, let isEmptied): open(inode, name, isEmptied)
    case .written(let inode, let place, let bytes): add(.write(place: place, bytes: bytes), inode)
    case .truncated(let inode, let size): add(.truncate(size: size), inode)
    case .syncBegun(_, let thread): syncsBegun[thread] = now
    case .synced(let inode, let thread): sync(inode, since: syncsBegun[thread] ?? 0)
    case .directorySynced:
      guard syncs != .none else { break }
      for (_, naming) in pendingNames { Self.apply(naming, to: &durableNames) }
      pendingNames = []
    case .unlinked(let name): rename(.unlink(name))
    case .renamed(let old, let new): rename(.rename(old, new))
    case .answered: break
    }
  }

  private mutating func open(_ inode: UInt64, _ name: String, _ isEmptied: Bool) {
    if let known = names[name] {
      byInode[inode] = known
    } else {
      files.append(File(isLog: name.hasSuffix("-wal")))
      byInode[inode] = files.count - 1
      rename(.create(name, files.count - 1))
    }
    if isEmptied { add(.truncate(size: 0), inode) }
  }

  private mutating func rename(_ naming: Naming) {
    Self.apply(naming, to: &names)
    pendingNames.append((now, naming))
  }

  private mutating func add(_ change: Change, _ inode: UInt64) {
    guard let file = byInode[inode] else { return }
    files[file].pending.append((now, change))
  }

  /// - Parameter moment: what came later is not surely on the disk.
  private mutating func sync(_ inode: UInt64, since moment: Int) {
    guard let file = byInode[inode] else { return }
    switch syncs {
    case .all: break
    case .notOfTheLog: guard !files[file].isLog else { return }
    case .none: return
    }
    let kept = files[file].pending.prefix { $0.at < moment }
    for (_, change) in kept { Self.apply(change, to: &files[file].content) }
    files[file].pending.removeFirst(kept.count)
  }

  private static func apply(_ naming: Naming, to names: inout [String: Int]) {
    switch naming {
    case .create(let name, let file): names[name] = file
    case .unlink(let name): names[name] = nil
    case .rename(let old, let new): names[new] = names.removeValue(forKey: old)
    }
  }

  private static func apply(_ change: Change, to content: inout [UInt8]) {
    switch change {
    case .truncate(let size): resize(&content, to: size)
    case .write(let place, let bytes):
      if content.count < place + bytes.count { resize(&content, to: place + bytes.count) }
      content.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
  }

  private static func resize(_ content: inout [UInt8], to size: Int) {
    if size < content.count {
      content.removeLast(content.count - size)
    } else {
      content += [UInt8](repeating: 0, count: size - content.count)
    }
  }

  // MARK: The power goes

  /// The files that the next start finds, by name.
  func files(
    after cut: Cut, _ random: inout SplitMix64
  ) -> [String: [UInt8]] {
    let oldest = (files.flatMap(\.pending).map(\.at) + pendingNames.map(\.at)).min() ?? now
    let moment = Int.random(in: oldest...now, using: &random)
    let isNamed = { (at: Int) in
      switch cut {
      case .nothing: false
      case .everything: true
      case .prefix, .torn: at < moment
      }
    }
    var names = durableNames
    for (at, naming) in pendingNames where isNamed(at) { Self.apply(naming, to: &names) }
    return names.mapValues { number in
      var content = files[number].content
      for (at, change) in files[number].pending {
        switch cut {
        case .nothing: break
        case .everything: Self.apply(change, to: &content)
        case .prefix: if at < moment { Self.apply(change, to: &content) }
        case .torn: Self.tear(change, into: &content, &random)
        }
      }
      return content
    }
  }

  private static func tear(
    _ change: Change, into content: inout [UInt8], _ random: inout SplitMix64
  ) {
    guard case .write(let place, let bytes) = change else {
      if Bool.random(using: &random) { apply(change, to: &content) }
      return
    }
    var start = 0
    while start < bytes.count {
      // Sectors lie at fixed places of the file.
      let end = min(bytes.count, start + sectorBytes - (place + start) % sectorBytes)
      if Bool.random(using: &random) {
        apply(.write(place: place + start, bytes: Array(bytes[start..<end])), to: &content)
      }
      start = end
    }
  }
}
