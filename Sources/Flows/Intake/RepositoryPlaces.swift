import Git
import Ingest
import Provenance
import Store

/// Which repository a session works in: the normalised remote first, root commits where there is none, and for a folder
/// that is gone the last thing known of it.
struct RepositoryPlaces {
    private let store: Store
    private var byDirectory: [String: RepositoryPlace] = [:]

    init(store: Store) {
        self.store = store
    }

    mutating func place(of session: Session) -> RepositoryPlace {
        let directory = session.directory ?? ""
        if let known = byDirectory[directory], session.remote == nil { return known }
        let place = find(directory, stated: session.remote)
        byDirectory[directory] = place
        return place
    }

    private func find(_ directory: String, stated remote: String?) -> RepositoryPlace {
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
        if !directory.isEmpty, let known = try? store.repository(in: directory) { return known }
        return RepositoryPlace(
            identity: "path:\(directory)", name: directory.lastPart, directory: directory.isEmpty ? nil : directory)
    }
}

extension String {
    fileprivate var lastPart: String {
        split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? self
    }
}
