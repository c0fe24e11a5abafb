extension GitCommand {
    /// The one commit that a user's or a release's words name: a hash or the beginning of one, a tag, a branch (of a
    /// remote too), an expression of git (`HEAD~3`), a version for which there is one tag (`2.31` for `v2.31`), an image
    /// by its tag (`registry/shop:9f31c2a`), or a release with one of these in it (`shop@2.31.0+9f31c2a`).
    ///
    /// Nothing is fetched: a commit that is not here is an error that names the command.
    ///
    /// - Throws: `RevisionError` or `GitError`.
    package func commit(named text: String, in checkout: Checkout) throws -> NamedCommit {
        guard !text.isEmpty, text.utf8.count < 1024, !text.hasPrefix("-"), !text.utf8.contains(where: { $0 <= 0x20 })
        else { throw RevisionError.malformed(text) }
        guard !text.contains("..") else { throw RevisionError.many(text) }
        let fetch = checkout.fetchRemote.map { "git fetch \($0)" }
        if References.isCommit(text.lowercased()) {
            let hash = text.lowercased()
            if let commit = try peeled(hash, in: checkout) { return NamedCommit(hash: commit, name: hash) }
            throw RevisionError.absent(hash, fetch: fetch.map { "\($0) \(hash)" })
        }
        if let found = try known(text, in: checkout) { return found }
        if ReleaseName.isImage(text), ReleaseName.imageTag(text) == nil { throw RevisionError.untagged(text) }
        let tag = ReleaseName.imageTag(text)
        for part in (tag.map { [$0] } ?? []) + ReleaseName.parts(of: tag ?? text) {
            if References.isCommit(part) {
                guard let commit = try peeled(part, in: checkout) else {
                    throw RevisionError.absent(part, fetch: fetch.map { "\($0) \(part)" })
                }
                return NamedCommit(hash: commit, name: part)
            }
            if let found = try known(part, in: checkout) { return found }
        }
        let everything = checkout.isShallow ? "--unshallow --tags" : "--tags"
        throw RevisionError.unheard(
            text, fetch: checkout.fetchRemote.map { "git fetch \(everything) \($0)" })
    }

    private func known(_ name: String, in checkout: Checkout) throws -> NamedCommit? {
        guard !name.hasPrefix("-"), !name.contains("..") else { return nil }
        if let found = try reference(name, in: checkout) { return found }
        // Few digits are rather a version than the beginning of a hash.
        if name.utf8.count < 7, name.allSatisfy(\.isNumber), let found = try version(name, in: checkout) {
            return found
        }
        if let hash = try peeled(name, in: checkout) { return NamedCommit(hash: hash, name: name) }
        let several = try commits(beginning: name, in: checkout)
        if several.count > 1 { throw RevisionError.ambiguous(name, several) }
        return try version(name, in: checkout)
    }

    /// A tag, a branch, or a branch of a remote, in this order.
    private func reference(_ name: String, in checkout: Checkout) throws -> NamedCommit? {
        // What is special to patterns is in no reference's name.
        guard !name.contains(where: { "*?[\\^~:".contains($0) }), !name.hasSuffix("/") else { return nil }
        let wanted = ["refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)"]
        let all = try references(wanted + ["refs/remotes/*/\(name)"], in: checkout)
        for full in wanted where all.contains(where: { $0.name == full }) {
            if let hash = try peeled(full, in: checkout) { return NamedCommit(hash: hash, name: name) }
        }
        let remote = all.filter { $0.kind == "commit" && $0.name.hasSuffix("/\(name)") && !wanted.contains($0.name) }
        let best =
            checkout.fetchRemote.flatMap { own in remote.first { $0.name == "refs/remotes/\(own)/\(name)" } }
            ?? remote.first
        return best.map { NamedCommit(hash: $0.id, name: String($0.name.dropFirst("refs/remotes/".count))) }
    }

    /// The tag of a version; where several fit alike they must mean one commit.
    private func version(_ text: String, in checkout: Checkout) throws -> NamedCommit? {
        guard let version = VersionName(text) else { return nil }
        let ranked = try references(["refs/tags"], in: checkout).compactMap { tag in
            let name = String(tag.name.dropFirst("refs/tags/".count))
            return VersionName(name).flatMap { version.rank(of: $0) }.map { (rank: $0, name: name) }
        }
        guard let best = ranked.map(\.rank).min() else { return nil }
        let names = ranked.filter { $0.rank == best }.map(\.name).prefix(20)
        var found: [NamedCommit] = []
        for name in names {
            guard let hash = try peeled("refs/tags/\(name)", in: checkout) else { continue }
            found.append(NamedCommit(hash: hash, name: name))
        }
        guard Set(found.map(\.hash)).count <= 1 else { throw RevisionError.ambiguous(text, found.map(\.name)) }
        return found.first
    }

    /// Commits whose hash begins so, a few of them.
    private func commits(beginning digits: String, in checkout: Checkout) throws -> [String] {
        guard 4..<64 ~= digits.utf8.count, digits.utf8.allSatisfy({ "0123456789abcdefABCDEF".utf8.contains($0) }) else {
            return []
        }
        let output = try run(["rev-parse", "--disambiguate=\(digits)"], in: checkout, limitBytes: 16 << 20)
        return try output.split(separator: UInt8(ascii: "\n")).prefix(20)
            .map { String(decoding: $0, as: UTF8.self) }.filter { try peeled($0, in: checkout) == $0 }
    }

    /// The commit that a name of git's own means; `nil` where it means none.
    private func peeled(_ name: String, in checkout: Checkout) throws(GitError) -> String? {
        let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]
        do {
            let line =
                String(decoding: try run(arguments, in: checkout), as: UTF8.self)
                .split(separator: "\n").last.map(String.init) ?? ""
            return References.isCommit(line) ? line : nil
        } catch {
            guard case .failed = error else { throw error }
            return nil
        }
    }
}
