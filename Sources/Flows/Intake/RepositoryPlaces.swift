import Git
import Ingest
import Provenance
import Store

/// Which repository a session works in: the normalised remote first, root commits where there is none, and for a folder
/// that is gone the last thing known of it.
struct RepositoryPlaces {
    private let store: Store
    private var known: [Key: RepositoryPlace] = [:]

    private struct Key: Hashable {
        var directory: String
        var remote: String?
    }

    init(store: Store) {
        self.store = store
    }

    /// `nil` where neither a folder nor a remote is known.
    mutating func place(of session: Session) -> RepositoryPlace? {
        let directory = session.directory ?? session.checkout ?? ""
        let key = Key(directory: directory, remote: session.remote)
        if let known = known[key] { return known }
        guard let place = find(directory, stated: session.remote) else { return nil }
        known[key] = place
        // A folder that is gone is what a session said it was that still knew its remote.
        if !directory.isEmpty { known[Key(directory: directory)] = place }
        return place
    }

    /// The repository of a folder of this machine.
    mutating func place(ofWorkTree directory: String) -> RepositoryPlace? {
        let key = Key(directory: directory)
        if let known = known[key] { return known }
        guard let place = find(directory, stated: nil) else { return nil }
        known[key] = place
        return place
    }

    private func find(_ directory: String, stated remote: String?) -> RepositoryPlace? {
        if let checkout = Checkout.discover(from: directory) {
            if let name = checkout.remote.flatMap(RemoteName.normalise(_:)) {
                return RepositoryPlace(identity: name, name: name.lastPart, directory: checkout.root)
            }
            if !checkout.isShallow, let root = try? GitCommand().rootCommits(of: checkout).first {
                return RepositoryPlace(
                    identity: "root:\(root)", name: checkout.root.lastPart, directory: checkout.root)
            }
            return RepositoryPlace(
                identity: "path:\(checkout.root)", name: checkout.root.lastPart, directory: checkout.root)
        }
        if let name = remote.flatMap(RemoteName.normalise(_:)) {
            return RepositoryPlace(identity: name, name: name.lastPart, directory: directory.isEmpty ? nil : directory)
        }
        if directory.isEmpty { return nil }
        if let known = try? store.repository(in: directory) { return known }
        return RepositoryPlace(identity: "path:\(directory)", name: directory.lastPart, directory: directory)
    }
}

extension String {
    fileprivate var lastPart: String {
        split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? self
    }
}
