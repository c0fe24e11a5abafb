import Foundation
import Git
import Ingest
import Provenance
import Store

/// Which repository a session works in: what the history itself states, else the repository that stands in its folder,
/// else the last thing known of a folder that is gone.
struct RepositoryPlaces {
    private var naming: RepositoryNaming
    private let store: Store
    private let home: String
    private var checkouts: [String: Checkout?] = [:]
    private var commits: [CommitPlace: Bool] = [:]
    private var memory: KnownPlaces?

    private struct CommitPlace: Hashable {
        var commit: String
        var repository: String
    }

    init(store: Store, home: String = ProcessInfo.processInfo.environment["HOME"] ?? "") {
        self.store = store
        self.home = home
        naming = RepositoryNaming(store: store)
    }

    /// `nil` where nothing tells it: neither a folder nor a remote, or another repository stands in its folder here.
    mutating func place(of session: Session) -> RepositoryPlace? {
        let directory = session.directory ?? session.checkout ?? ""
        let stated = session.remote.flatMap(RemoteName.normalise(_:))
        if let checkout = checkout(at: directory) {
            if isMeant(checkout, remote: stated, commit: session.commit) {
                return naming.place(of: checkout, seenAs: directory)
            }
            if let stated { return RepositoryPlace(remote: stated, directory: nil) }
            return session.commit.flatMap { known.repository(ofCommit: $0) }?.seen(in: directory)
        }
        if let stated { return place(stated: stated, in: directory) }
        if let commit = session.commit, let place = place(ofCommit: commit) { return place.seen(in: directory) }
        return directory.hasPrefix("/") || directory.contains("\\") ? place(ofGone: directory) : nil
    }

    /// The repository of a folder of this machine.
    mutating func place(ofWorkTree directory: String) -> RepositoryPlace? {
        if let checkout = checkout(at: directory) { return naming.place(of: checkout, seenAs: directory) }
        return directory.hasPrefix("/") ? place(ofGone: directory) : nil
    }
}

// MARK: - A folder that is there

extension RepositoryPlaces {
    private mutating func checkout(at directory: String) -> Checkout? {
        if let known = checkouts[directory] { return known }
        // A path that is none here (relative, of Windows) must not be taken from the folder that we stand in.
        let found = directory.hasPrefix("/") ? Checkout.discover(from: directory) ?? Checkout.at(directory) : nil
        checkouts[directory] = .some(found)
        return found
    }

    /// Whether the repository that stands in a session's folder is the one that its history means: in containers many
    /// repositories have stood in one path.
    private mutating func isMeant(_ checkout: Checkout, remote: String?, commit: String?) -> Bool {
        if let remote, naming.remoteNames(of: checkout).contains(remote) { return true }
        if let commit, GitCommand.isCommit(commit), remote != nil || !checkout.isShallow {
            return has(commit, checkout) ?? (remote == nil)
        }
        return remote == nil
    }

    private mutating func has(_ commit: String, _ checkout: Checkout) -> Bool? {
        let key = CommitPlace(commit: commit, repository: checkout.commonDirectory)
        if let known = commits[key] { return known }
        guard let found = try? GitCommand().having([commit], in: checkout) else { return nil }
        commits[key] = found.contains(commit)
        return commits[key]
    }
}

// MARK: - A folder that is gone

extension RepositoryPlaces {
    private var known: KnownPlaces {
        mutating get {
            if let memory { return memory }
            let read = (try? store.knownPlaces()) ?? KnownPlaces()
            memory = read
            return read
        }
    }

    private mutating func place(stated name: String, in directory: String) -> RepositoryPlace {
        var place = RepositoryPlace(remote: name, directory: directory.isEmpty ? nil : directory)
        if !directory.isEmpty {
            if known.isAlone(place, in: directory) { place.folders = Self.names(of: directory) }
            memory?.note(place, folder: directory)
        }
        return place
    }

    /// A repository without a remote is known by its commits: one of the store's, whose folder is here.
    private mutating func place(ofCommit commit: String) -> RepositoryPlace? {
        if let place = known.repository(ofCommit: commit) { return place }
        guard GitCommand.isCommit(commit) else { return nil }
        for repository in naming.known where repository.identity.hasPrefix("root:") {
            guard let checkout = repository.directory.flatMap({ checkout(at: $0) }) else { continue }
            if has(commit, checkout) == true { return repository }
        }
        return nil
    }

    private mutating func place(ofGone directory: String) -> RepositoryPlace {
        if let place = known.repository(inFolder: directory) { return place.seen(in: directory) }
        let names = Self.names(of: directory)
        if directory.hasPrefix("/"), known.isNew(directory) {
            var folder = directory
            while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
                folder = String(folder[..<slash])
                guard folder != home else { break }
                // A folder that was deleted from a repository, or a work tree that lay inside of it.
                if let checkout = checkout(at: folder), checkout.root != home {
                    var place = naming.place(of: checkout, seenAs: folder)
                    place.folders += names
                    if let root = Self.workTree(in: directory) { place.roots.insert(root, at: 0) }
                    return place
                }
                if let place = known.repository(inFolder: folder) { return place.seen(in: folder) }
            }
        }
        let name = names.last ?? directory
        return RepositoryPlace(identity: "path:\(name)", name: directory.lastPart, directory: directory)
    }

    /// `…/worktrees/name`, where agents put their work trees: paths in one are relative to it.
    private static func workTree(in directory: String) -> String? {
        let parts = directory.split(separator: "/", omittingEmptySubsequences: false)
        guard let place = parts.lastIndex(where: { $0 == "worktrees" || $0 == ".worktrees" }), place + 1 < parts.count
        else { return nil }
        return parts[...(place + 1)].joined(separator: "/")
    }

    /// The folder as it is written, and as it is called where links above it are followed (`/tmp` is `/private/tmp`).
    private static func names(of directory: String) -> [String] {
        guard directory.hasPrefix("/") else { return [directory] }
        let real = Checkout.realPath(ofGone: directory)
        return real == directory ? [directory] : [directory, real]
    }
}

extension RepositoryPlace {
    init(remote name: String, directory: String?) {
        self.init(identity: name, name: name.lastPart, directory: directory)
    }

    /// The same, met again in a folder: it lies where it lay.
    fileprivate func seen(in folder: String) -> RepositoryPlace {
        var place = self
        place.roots = [folder]
        return place
    }
}

extension String {
    var lastPart: String {
        split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? self
    }
}
