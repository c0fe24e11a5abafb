import Git

/// What git has of files that are not in the work tree: at the commit that is checked out, and on other branches.
struct CommittedFiles {
    private let checkout: Checkout
    private let objects: GitObjects
    private let git = GitCommand()
    private var tracked: Set<String>?
    private var tips: [String]?
    private var merged: [String: Bool] = [:]

    /// Of more branches those that git names first.
    private static let mostTips = 40

    /// `nil` for a folder that is in no work tree, or has no commit.
    init?(root: String) {
        guard let checkout = Checkout.discover(from: root), checkout.head != nil else { return nil }
        self.checkout = checkout
        objects = GitObjects(of: checkout)
    }

    func fullPath(of name: String) -> String { checkout.root + "/" + (inside(name) ?? name) }

    /// The text that a file has at `HEAD`; `nil` where there is none, or the index does not have the file any more, so that
    /// it is on its way out.
    mutating func checkedOut(_ name: String) throws -> String? {
        guard let path = inside(name), let head = checkout.head else { return nil }
        let tracked = try self.tracked ?? Set(git.trackedPaths(in: checkout))
        self.tracked = tracked
        guard tracked.contains(path) else { return nil }
        return try SourceFile.text(of: FilePlace(commit: head, path: path), in: objects)
    }

    /// Whether a branch that `HEAD` does not have in it has the file with the code in it.
    mutating func isElsewhere(_ name: String, holding isThere: (String) -> Bool) throws -> Bool {
        guard let path = inside(name) else { return false }
        for tip in try otherTips() {
            guard let text = try SourceFile.text(of: FilePlace(commit: tip, path: path), in: objects), isThere(text)
            else { continue }
            if try !isMerged(tip) { return true }
        }
        return false
    }

    private mutating func otherTips() throws -> [String] {
        if let tips { return tips }
        var seen: Set<String> = [checkout.head ?? ""]
        let branches = try git.references(["refs/heads", "refs/remotes"], in: checkout)
        let found = branches.filter { $0.kind == "commit" && seen.insert($0.id).inserted }.map(\.id)
        tips = Array(found.prefix(Self.mostTips))
        return tips ?? []
    }

    private mutating func isMerged(_ tip: String) throws -> Bool {
        if let known = merged[tip] { return known }
        let isMerged = try git.commonCommit(of: tip, and: "HEAD", in: checkout) == tip
        merged[tip] = isMerged
        return isMerged
    }

    /// The path from the top of the work tree; `nil` for one that leads out of it.
    private func inside(_ name: String) -> String? {
        guard !name.split(separator: "/").contains("..") else { return nil }
        guard name.hasPrefix("/") else { return name }
        let real = Checkout.realPath(ofGone: name)
        return real.hasPrefix(checkout.root + "/") ? String(real.dropFirst(checkout.root.utf8.count + 1)) : nil
    }
}
