extension Checkout {
    /// The work tree in which a folder lies, found by walking up from it, without starting git.
    ///
    /// - Returns: `nil` where the folder is gone, or no work tree holds it (a bare repository has none), or `.git` points
    ///   to a place that is not there.
    package static func discover(from directory: String) -> Checkout? {
        guard var folder = SmallFile.realPath(directory) else { return nil }
        while true {
            switch read(workTree: folder) {
            case .found(let checkout): return checkout
            case .broken: return nil
            case .none: break
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// The repository that a path itself names, as a remote does: a work tree, or a bare repository, whose folder then
    /// stands for the work tree.
    package static func at(_ path: String) -> Checkout? {
        // "git tries the suffixes '/.git', '', '.git/.git' and '.git'" (enter_repo).
        for name in [path, path + ".git"] {
            guard let folder = SmallFile.realPath(name) else { continue }
            if case .found(let checkout) = read(workTree: folder) { return checkout }
            if let bare = read(root: folder, gitDirectory: folder) { return bare }
        }
        return nil
    }

    /// Only a part of the history is here, so that its oldest commits are no root commits.
    package var isShallow: Bool {
        SmallFile.isFile(commonDirectory + "/shallow")
    }

    /// The commits at which a shallow clone was cut off.
    package var shallowCommits: Set<String> {
        let lines = SmallFile.read(commonDirectory + "/shallow", limit: 16 << 20)?.split(separator: UInt8(ascii: "\n"))
        return Set((lines ?? []).map { String(decoding: $0, as: UTF8.self) }.filter { References.isCommit($0) })
    }

    /// The commit that the main work tree has checked out, whichever is checked out in this one.
    var mainHead: String? {
        var main = self
        main.gitDirectory = commonDirectory
        main.head = nil
        main.readHead()
        return main.head ?? head
    }

    private enum Marker {
        case found(Checkout)
        case broken
        case none
    }

    private static func read(workTree folder: String) -> Marker {
        let marker = folder == "/" ? "/.git" : folder + "/.git"
        if SmallFile.isFolder(marker) {
            return read(root: folder, gitDirectory: marker).map { .found($0) } ?? .none
        }
        guard SmallFile.isFile(marker) else { return .none }
        guard let line = SmallFile.line(marker), line.hasPrefix("gitdir:") else { return .broken }
        let target = String(line.dropFirst("gitdir:".count).drop { $0 == " " })
        guard let gitDirectory = SmallFile.realPath(absolute(target, in: folder)) else { return .broken }
        return read(root: folder, gitDirectory: gitDirectory).map { .found($0) } ?? .broken
    }

    private static func read(root: String, gitDirectory: String) -> Checkout? {
        var common = gitDirectory
        if let line = SmallFile.line(gitDirectory + "/commondir"), !line.isEmpty {
            guard let path = SmallFile.realPath(absolute(line, in: gitDirectory)) else { return nil }
            common = path
        }
        // What git itself asks of a repository: HEAD, objects/ and refs/.
        guard SmallFile.exists(gitDirectory + "/HEAD"), SmallFile.isFolder(common + "/objects"),
            SmallFile.isFolder(common + "/refs")
        else { return nil }
        var checkout = Checkout(root: root, gitDirectory: gitDirectory, commonDirectory: common)
        checkout.readHead()
        checkout.readRemotes()
        return checkout
    }

    private mutating func readHead() {
        let references = References(gitDirectory: gitDirectory, commonDirectory: commonDirectory)
        guard let line = SmallFile.line(gitDirectory + "/HEAD") else { return }
        guard let name = References.target(of: line) else {
            head = References.isCommit(line) ? line : nil
            return
        }
        // With the storage "reftable" HEAD names a branch that cannot be.
        if name.hasPrefix("refs/heads/"), name != "refs/heads/.invalid" {
            branch = String(name.dropFirst("refs/heads/".count))
        }
        head = references.commit(of: name)
    }

    static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}
