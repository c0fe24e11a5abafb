package import Git
import Provenance
package import Store
import Text

/// What was deployed when.
package struct Deployments {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// Notes that a revision of a repository went live.
    ///
    /// The same told twice is one: its uid is made from repository, commit, service, environment and moment.
    ///
    /// - Parameters:
    ///   - revision: as `GitCommand.commit(named:in:)` takes it.
    ///   - at: Unix milliseconds UTC.
    /// - Throws: `RevisionError`, `GitError`, `StoreError`.
    package func add(
        _ revision: String, in checkout: Checkout, at: Int64, service: String? = nil, environment: String? = nil
    ) throws -> (deployment: Deployment, isNew: Bool) {
        let commit = try GitCommand().commit(named: revision, in: checkout)
        var places = RepositoryPlaces(store: store)
        let place = places.place(ofWorkTree: checkout.root)
        let parts = [place?.identity ?? "", commit.hash, service ?? "", environment ?? "", String(at)]
        let uid = String(SHA256.hash("deployment\u{0}" + parts.joined(separator: "\u{0}")).hex(UID.length))
        let deployment = Deployment(
            uid: uid, repository: place?.identity, revision: commit.hash,
            version: commit.name == commit.hash || commit.hash.hasPrefix(commit.name.lowercased()) ? nil : commit.name,
            service: service, environment: environment, at: at)
        return (deployment, try store.add(deployment, in: place))
    }

    /// What was live at a moment: the latest deployment before it.
    ///
    /// - Parameters:
    ///   - repository: its identity.
    ///   - service: those of another service do not count; one without a service is taken where there is none of this.
    ///   - environment: likewise.
    package func live(
        in repository: String, service: String? = nil, environment: String? = nil, at moment: Int64
    ) throws -> Deployment? {
        let before = try store.deployments(of: repository, notAfter: moment)
        let fits = before.filter {
            Self.agrees($0.service, with: service) && Self.agrees($0.environment, with: environment)
        }
        func ofIts(_ deployment: Deployment) -> Int {
            (service != nil && deployment.service != nil ? 2 : 0)
                + (environment != nil && deployment.environment != nil ? 1 : 0)
        }
        guard let best = fits.map(ofIts).max() else { return nil }
        return fits.first { ofIts($0) == best }
    }

    private static func agrees(_ told: String?, with asked: String?) -> Bool {
        guard let told, let asked else { return true }
        return told.lowercased() == asked.lowercased()
    }
}
