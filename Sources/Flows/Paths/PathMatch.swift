/// Which file of a repository a path from elsewhere means.
package enum PathMatch: Equatable, Sendable {
    case one(String, Ground)
    /// Several fit alike, none is picked: the first of them by name, at most ``PathSearch/mostCandidates``, and how many
    /// there are.
    case several([String], count: Int)
    case none

    /// What the answer rests on.
    package enum Ground: Equatable, Sendable {
        /// The path itself.
        case exact
        /// A mapping that was configured.
        case mapped(PathMapping)
        /// It is the only file whose path ends so, or with which the path ends: so many folders and the file.
        case suffix(components: Int)
        /// It is the only file that ends with so many of the last components, although further ones differ.
        case likeness(components: Int)
        /// It is the only file of that name in a folder that is called like the module.
        case module
    }

    package var path: String? {
        guard case .one(let path, _) = self else { return nil }
        return path
    }
}

/// A beginning of paths, and what stands for it in the repository; empty for its top.
package struct PathMapping: Hashable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
