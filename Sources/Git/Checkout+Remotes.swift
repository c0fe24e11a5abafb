extension Checkout {
    /// The URL that names the repository: of the first remote on a host, else of the first one, which is a path.
    package var remote: String? {
        remotes.first { RemoteName.normalise($0) != nil } ?? remotes.first
    }

    /// The repository of this machine from which this one was cloned, where its remote is a path; it may have a remote of
    /// its own.
    package var original: Checkout? {
        guard let url = remote, RemoteName.normalise(url) == nil else { return nil }
        let path = url.hasPrefix("file://") ? String(url.dropFirst("file://".count)) : url
        // Two slashes in front are another machine to some systems.
        guard !path.isEmpty, !path.hasPrefix("//"), !path.hasPrefix("~") else { return nil }
        let isText = path.prefix { $0 != "/" }.contains(":")
        guard !isText, let original = Checkout.at(Self.absolute(path, in: root)) else { return nil }
        return original.commonDirectory == commonDirectory ? nil : original
    }

    /// The name of the remote from which it was cloned, as long as git remembers it (90 days, if not told otherwise).
    package var clonedFrom: String? {
        guard let line = SmallFile.line(commonDirectory + "/logs/refs/remotes/origin/HEAD"),
            let message = line.split(separator: "\t", maxSplits: 1).dropFirst().first,
            message.hasPrefix("clone: from ")
        else { return nil }
        return RemoteName.normalise(String(message.dropFirst("clone: from ".count)))
    }

    /// What a command that fetches calls the remote: `origin`, else `upstream`, else the first by its name; `nil` where
    /// there is none, or its name is nothing to be typed.
    package var fetchRemote: String? {
        guard let bytes = SmallFile.read(commonDirectory + "/config", limit: 4 << 20) else { return nil }
        let names = Self.inOrder(GitConfiguration(bytes).remotes).map(\.name)
        return names.first.flatMap { name in
            let isPlain =
                name.utf8.first != UInt8(ascii: "-")
                && name.allSatisfy { byte in
                    byte.isASCII && (byte.isLetter || byte.isNumber || "._-/".contains(byte))
                }
            return isPlain ? name : nil
        }
    }

    mutating func readRemotes() {
        guard let bytes = SmallFile.read(commonDirectory + "/config", limit: 4 << 20) else { return }
        let configuration = GitConfiguration(bytes)
        remotes = Self.inOrder(configuration.remotes).map { Self.expanded($0.url, by: configuration) }
    }

    private static func inOrder(_ remotes: [(name: String, url: String)]) -> [(name: String, url: String)] {
        let order = ["origin", "upstream"]
        return remotes.sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0.name) ?? order.count }
            return places[0] != places[1] ? places[0] < places[1] : one.name < other.name
        }
    }

    /// `gh:owner/name` as its `url.<base>.insteadOf` has it.
    ///
    /// A whole URL stays as it is. What git puts in its place is another way there (ssh for https, a mirror, a token, an
    /// alias of the host that has another key), which is this machine's alone; the URL itself is the same everywhere.
    private static func expanded(_ url: String, by own: GitConfiguration) -> String {
        let beginning = url.prefix { $0 != ":" && $0 != "/" }
        guard url.dropFirst(beginning.count).first == ":", !url.contains("://"),
            !beginning.contains("@"), !beginning.contains(".")
        else { return url }
        let known = own.shortForms + GitConfiguration.ofUser.flatMap(\.shortForms)
        let longest = known.filter { url.hasPrefix($0.short) }.max { $0.short.utf8.count < $1.short.utf8.count }
        return longest.map { $0.base + url.dropFirst($0.short.count) } ?? url
    }
}

extension GitConfiguration {
    /// The user's own files, of which the second stands over the first.
    static var ofUser: [GitConfiguration] {
        let home = ChildProcess.environment("HOME") ?? ""
        let settings =
            ChildProcess.environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
        return [settings + "/git/config", home + "/.gitconfig"]
            .compactMap { SmallFile.read($0, limit: 4 << 20).map(GitConfiguration.init(_:)) }
    }
}
