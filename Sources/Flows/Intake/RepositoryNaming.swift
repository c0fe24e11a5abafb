import Git
import Store

/// What a repository of this machine is called: by its remote; by its first commit where there is none; by its folder
/// where a shallow clone has no remote, or nothing is committed yet.
///
/// A remote that is a path leads to the repository it was cloned from, whose name it has.
struct RepositoryNaming {
    private let store: Store
    private var places: [String: RepositoryPlace] = [:]
    private var stored: [RepositoryPlace]?

    /// A clone of a clone of a clone; more are a circle.
    private static let depth = 5

    init(store: Store) {
        self.store = store
    }

    /// What the store knew when it was first asked.
    var known: [RepositoryPlace] {
        mutating get {
            if let stored { return stored }
            let read = (try? store.repositories()) ?? []
            stored = read
            return read
        }
    }

    /// - Parameter directory: the folder as the history writes it, in the work tree.
    mutating func place(of checkout: Checkout, seenAs directory: String) -> RepositoryPlace {
        var place = place(of: checkout)
        place.roots = [checkout.root]
        place.folders.append(directory)
        if let written = checkout.root(asWrittenIn: directory), written != checkout.root { place.roots.append(written) }
        return place
    }

    /// The names of all its remotes, and of those of the repository it was cloned from.
    func remoteNames(of checkout: Checkout) -> [String] {
        Self.originals(of: checkout).flatMap(\.remoteNames)
    }

    /// What the store holds of a repository, without starting git.
    func remembered(_ checkout: Checkout) throws -> RepositoryPlace? {
        let chain = Self.originals(of: checkout)
        let name = chain.lazy.compactMap(\.remoteNames.first).first
        if let known = try name.flatMap({ try store.repository($0) }) { return known }
        for folder in chain.flatMap({ [$0.mainRoot, $0.root] }) {
            guard let known = try store.repository(in: folder) else { continue }
            // What stands in this folder now has another remote than what stood there.
            if name == nil || known.identity.hasPrefix("root:") || known.isFolderOnly { return known }
        }
        return nil
    }

    private static func originals(of checkout: Checkout) -> [Checkout] {
        var chain = [checkout]
        while chain.count < depth, let next = chain.last?.original { chain.append(next) }
        return chain
    }

    private mutating func place(of checkout: Checkout) -> RepositoryPlace {
        if let known = places[checkout.commonDirectory] { return known }
        let place = find(checkout)
        places[checkout.commonDirectory] = place
        return place
    }

    private mutating func find(_ checkout: Checkout) -> RepositoryPlace {
        let main = checkout.mainRoot
        var place = RepositoryPlace(identity: "path:\(main)", name: main.folderName, directory: main)
        let chain = Self.originals(of: checkout)
        if let name = chain.lazy.compactMap(\.remoteNames.first).first {
            place.identity = name
            place.name = name.lastPart
        } else if let root = firstCommit(ofFirst: chain) {
            place.identity = "root:\(root)"
        }
        place.folders = Array(Set([main, checkout.root])).sorted()
        place.former = former(of: checkout, named: place.identity)
        return place
    }

    /// That of the repository with which the clones began, as far as it is here.
    private mutating func firstCommit(ofFirst chain: [Checkout]) -> String? {
        for checkout in chain.reversed() {
            if let commit = firstCommit(of: checkout) { return commit }
        }
        return nil
    }

    /// One that the store knows of this folder is kept, as long as it is one of the repository's: another branch without
    /// a common beginning may be checked out now, and the history need not be read again.
    private mutating func firstCommit(of checkout: Checkout) -> String? {
        if checkout.isShallow { return nil }
        let git = GitCommand()
        let here = commits { $0.directory == checkout.mainRoot }
        if let kept = try? git.roots(among: here, in: checkout).min() { return kept }
        return try? git.firstCommit(of: checkout)
    }

    /// The names under which the store knows the same repository from before it was called so.
    private mutating func former(of checkout: Checkout, named identity: String) -> [String] {
        if identity.hasPrefix("path:") || identity.hasPrefix("root:") { return [] }
        var names: [String] = []
        // Before it had a remote, here or in a folder from which it was moved away.
        let roots = commits { $0.directory == checkout.mainRoot || $0.directory.map { !Checkout.exists($0) } ?? false }
        if !checkout.isShallow, !roots.isEmpty, let found = try? GitCommand().roots(among: roots, in: checkout) {
            names = found.sorted().map { "root:\($0)" }
        }
        // Before its remote moved. A fork keeps the other one beside its own, and is a repository of its own.
        if let earlier = checkout.clonedFrom, earlier != identity, !remoteNames(of: checkout).contains(earlier),
            known.contains(where: { $0.identity == earlier && $0.directory == checkout.mainRoot })
        {
            names.append(earlier)
        }
        return names
    }

    private mutating func commits(where isWanted: (RepositoryPlace) -> Bool) -> [String] {
        known.filter { $0.identity.hasPrefix("root:") && isWanted($0) }.map { String($0.identity.dropFirst(5)) }
    }
}

extension String {
    /// `shop` for `/srv/shop.git`, as a bare repository is called.
    fileprivate var folderName: String {
        let name = lastPart
        return name.hasSuffix(".git") && name.utf8.count > 4 ? String(name.dropLast(4)) : name
    }
}
