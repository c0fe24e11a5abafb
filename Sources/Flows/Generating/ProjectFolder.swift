import Git

/// The folder that files which a plan or a record names must lie in, links followed.
struct ProjectFolder {
    private let root: String

    /// The repository that a folder is of; the folder itself where it is of none.
    init(of folder: String) {
        root = Checkout.discover(from: folder)?.root ?? Checkout.realPath(ofGone: folder)
    }

    /// `nil` for a folder that is of no repository.
    init?(repositoryOf folder: String) {
        guard let checkout = Checkout.discover(from: folder) else { return nil }
        root = checkout.root
    }

    /// - Parameter path: from the root on; nothing need be there.
    func holds(_ path: String) -> Bool {
        let real = Checkout.realPath(ofGone: path)
        return root == "/" || real.hasPrefix(root + "/")
    }
}
