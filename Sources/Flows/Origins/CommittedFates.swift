import Git
import Provenance
import Syntax

/// Which commit took tokens of an edit out of their file, as far as git can tell.
///
/// A token was taken out by the newest commit of the file that does not have it and whose parent has it.
struct CommittedFates {
    private let code: CodeStream
    private let checkout: Checkout
    private let head: String
    /// The names that the file has or had.
    private let paths: [String]
    private let since: Int64
    private let objects: GitObjects
    private let end = ContinuousClock.now + .milliseconds(budgetMilliseconds)
    /// By the names of blobs, which tokens stand in each.
    private var known: [String: [Bool]] = [:]

    private static let budgetMilliseconds = 2000
    /// So many commits of the file are looked at, the newest first.
    private static let mostCommits = 300
    /// Clocks of machines differ.
    private static let slack: Int64 = 24 * 3600 * 1000

    /// - Parameters:
    ///   - paths: as records have them; those outside the repository are not looked for.
    ///   - since: when it was written, in Unix milliseconds.
    /// - Returns: `nil` where there is nothing to be asked.
    init?(of code: CodeStream, paths: [String], since: Int64, in checkout: Checkout) {
        guard let head = checkout.head, code.count > 0 else { return nil }
        var names: [String] = []
        for path in paths {
            guard let name = checkout.path(inside: path), !names.contains(name) else { continue }
            names.append(name)
        }
        guard !names.isEmpty else { return nil }
        self.code = code
        self.checkout = checkout
        self.head = head
        self.paths = names
        self.since = since - Self.slack
        objects = GitObjects(of: checkout)
    }

    /// Says it of those of which nothing is known yet.
    mutating func tell(_ fates: inout [TokenAccount.Fate?]) throws {
        let today = try standing(at: head)
        for place in fates.indices where fates[place] == nil && today[place] { fates[place] = .uncommitted }
        guard fates.contains(nil) else { return }
        let commits = try GitCommand().commits(
            of: head, changing: paths, since: since, limit: Self.mostCommits, in: checkout,
            budgetMilliseconds: Self.budgetMilliseconds / 2)
        for commit in commits {
            guard fates.contains(nil), ContinuousClock.now < end else { return }
            let after = try standing(at: commit.hash)
            for parent in commit.parents {
                let before = try standing(at: parent)
                for place in fates.indices where fates[place] == nil && before[place] && !after[place] {
                    fates[place] = .deleted(commit: commit.hash, by: Self.author(of: commit), at: commit.author.at)
                }
            }
        }
    }

    /// `Ann`, `Ann with claude-code`
    private static func author(of commit: CommitObject) -> String {
        let name = commit.author.name.isEmpty ? commit.author.mail : commit.author.name
        let agents = AgentMark.all(in: commit).first?.agents ?? []
        guard agents.count == 1, let agent = agents.first, name.lowercased() != agent else { return name }
        return "\(name) with \(agent)"
    }

    private mutating func standing(at commit: String) throws -> [Bool] {
        var stands = [Bool](repeating: false, count: code.count)
        for path in paths {
            guard let found = try objects.open(FilePlace(commit: commit, path: path)), found.object.kind == "blob"
            else {
                continue
            }
            if known[found.id] == nil {
                let bytes = try objects.rest(limit: SourceFile.mostBytes) ?? []
                let text = CodeStream(
                    String(decoding: bytes, as: UTF8.self), language: Language.named(by: path))
                known[found.id] = code.places(in: text).map { $0 != nil }
            }
            for (place, isThere) in (known[found.id] ?? []).enumerated() where isThere { stands[place] = true }
        }
        return stands
    }
}

extension Checkout {
    /// A path of a record as it is in trees; `nil` for one that leads elsewhere.
    fileprivate func path(inside name: String) -> String? {
        guard !name.split(separator: "/").contains("..") else { return nil }
        guard name.hasPrefix("/") else { return name }
        let real = Checkout.realPath(ofGone: name)
        return real.hasPrefix(root + "/") ? String(real.dropFirst(root.utf8.count + 1)) : nil
    }
}
