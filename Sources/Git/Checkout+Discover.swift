extension Checkout {
    /// The work tree in which a folder lies, found by walking up from it, without starting git.
    ///
    /// - Returns: `nil` where the folder is gone, or no work tree holds it (a bare repository has none), or `.git` points
    ///   to a place that is not there.
    package static func discover(from directory: String) -> Checkout? {
        guard var folder = SmallFile.realPath(directory) else { return nil }
        while true {
            let marker = folder == "/" ? "/.git" : folder + "/.git"
            if SmallFile.isFolder(marker) {
                if let checkout = read(root: folder, gitDirectory: marker) { return checkout }
            } else if SmallFile.isFile(marker) {
                guard let line = SmallFile.line(marker), line.hasPrefix("gitdir:") else { return nil }
                let target = String(line.dropFirst("gitdir:".count).drop { $0 == " " })
                guard let gitDirectory = SmallFile.realPath(absolute(target, in: folder)) else { return nil }
                return read(root: folder, gitDirectory: gitDirectory)
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// Only a part of the history is here, so that its oldest commits are no root commits.
    package var isShallow: Bool {
        SmallFile.isFile(commonDirectory + "/shallow")
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
        if let bytes = SmallFile.read(common + "/config", limit: 4 << 20) {
            let remotes = GitConfiguration(bytes).remotes
            let remote = remotes.first { $0.name == "origin" } ?? (remotes.count == 1 ? remotes.first : nil)
            checkout.remote = (remote ?? remotes.first { $0.name == "upstream" })?.url
        }
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

    private static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}
