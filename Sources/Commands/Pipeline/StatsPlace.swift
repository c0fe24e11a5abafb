import Flows
import Foundation
import Git
import Store
import Text

/// The store and the repository that figures are of, read up to now.
struct StatsPlace {
    var store: Store
    /// `nil` for all.
    var repository: String?
    /// The remote, where the user stands in a clone.
    var remote: String?
    /// What the clone's folder is called.
    private var folder: String?
    var notes: [String] = []

    private init(_ store: Store, of repository: String?) {
        self.store = store
        self.repository = repository
    }

    /// - Parameters:
    ///   - repository: named by the user.
    ///   - all: of every repository.
    static func open(_ options: StoreOptions, repository: String?, all: Bool, now: Int64) throws -> StatsPlace {
        let checkout =
            all || repository != nil ? nil : Checkout.discover(from: FileManager.default.currentDirectoryPath)
        let path = try options.path()
        // Who only looks at git's figures has no store yet.
        let store =
            checkout != nil && !FileManager.default.fileExists(atPath: path)
            ? try options.open(.create) : try options.openForReading()
        var place = Self(store, of: repository)
        do {
            if let checkout { try place.read(checkout, now: now) }
            try store.markChangesOfSessions()
            try store.addUpUsage(for: .seconds(20))
            if try store.hasPendingUsage() {
                place.notes.append("What was generated is not all added up yet: ask again in a while.")
            }
        } catch let error as StoreError where error.code == .readOnly {
            place.notes.append("The store is read only: what came since it was last written is not in these figures.")
        }
        return place
    }

    private mutating func read(_ checkout: Checkout, now: Int64) throws {
        remote = checkout.remoteNames.first
        folder = checkout.root.split(separator: "/").last.map(String.init)
        let reading = MainlineReading(store: store, checkout: checkout)
        repository = reading.name()
        let summary = try reading.run(now: now)
        if summary.isShallow {
            notes.append("This clone is shallow: what was before it is not counted ('git fetch --unshallow').")
        }
        // The newest merges first; each time a few more.
        try reading.replayMerges(for: .seconds(2))
        if let walking = LineWalking(store: store, checkout: checkout), let tip = try reading.tip() {
            let progress = try walking.run(to: tip, for: .seconds(20))
            if progress.isCut {
                notes.append("What became of generated lines is not all followed yet: ask again to go on.")
            }
        }
        try BranchReading(store: store, checkout: checkout).run(now: now, for: .seconds(2))
    }

    /// What a person calls the repository; one that is known by its first commit alone, and that no session was in, by the
    /// clone's folder.
    var name: String? {
        guard let repository else { return nil }
        let name = PipelineAdvice.name(of: repository, in: store)
        return name == repository && name.hasPrefix("root:") ? folder ?? name : name
    }

    /// What persons call repositories; those that are called the same keep what tells them apart.
    func names(of repositories: Set<String>) -> [String: String] {
        let names = repositories.map { place in
            (place, place == repository ? name ?? place : PipelineAdvice.name(of: place, in: store))
        }
        let counts = names.reduce(into: [:]) { counts, one in counts[one.1, default: 0] += 1 }
        return Dictionary(uniqueKeysWithValues: names.filter { counts[$0.1] == 1 })
    }

    /// What to do where nothing is known: the exact command for this remote.
    var emptiness: String {
        let identity = remote ?? repository.map { $0.contains("/") ? "github.com/\($0)" : $0 }
        let command = PipelineAdvice(store: store, repository: repository, identity: identity).importCommand
        return "Nothing is known of changes of \(name ?? "any repository") yet: \(command)"
    }
}
