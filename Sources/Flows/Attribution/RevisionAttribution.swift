package import Git
import Provenance
package import Store

/// Says which edits of the store wrote the lines that commits add.
///
/// It goes by the repository, the path (renames within the commits followed backwards, and those of edits) and equality
/// of lines, and by no edit that is later than its commit.
package struct RevisionAttribution {
    /// One commit, file by file.
    package struct CommitLines: Equatable, Sendable {
        package var commit: CommitFacts
        package var files: [FileLines] = []
    }

    package struct FileLines: Equatable, Sendable {
        package var additions: FileAdditions
        /// Sorted, none over another.
        package var claims: [LineClaim]
    }

    package struct Summary: Equatable, Sendable {
        package var commits = 0
        package var lines = 0
        package var claimed = 0
        /// There were more commits: the newest were looked at.
        package var isCut = false
        /// Commits that git had no answer for, or too long a one.
        package var unread = 0
    }

    private let store: Store
    private let checkout: Checkout
    private let git: GitCommand
    /// As sessions of this repository have it.
    private let repository: String?

    /// More are not looked at: the newest count.
    package static let mostCommits = 10_000

    /// Clocks differ, and a commit's time has no milliseconds.
    private static let tolerance: Int64 = 120_000

    package init(store: Store, checkout: Checkout, git: GitCommand = GitCommand()) {
        self.store = store
        self.checkout = checkout
        self.git = git
        var places = RepositoryPlaces(store: store)
        repository = places.place(ofWorkTree: checkout.root)?.identity
    }

    /// - Parameters:
    ///   - revision: see `GitCommand.commits(of:in:limit:)`.
    ///   - take: each commit, oldest first.
    /// - Throws: `RevisionError`, `GitError`, `StoreError`.
    @discardableResult
    package func run(_ revision: String, take: (CommitLines) throws -> Void) throws -> Summary {
        var commits = try git.commits(of: revision, in: checkout, limit: Self.mostCommits + 1)
        var summary = Summary()
        if commits.count > Self.mostCommits {
            commits.removeFirst()
            summary.isCut = true
        }
        var edits = KnownEdits(store: store, repository: repository)
        for commit in commits {
            summary.commits += 1
            guard let told = try lines(of: commit, knowing: &edits) else {
                summary.unread += 1
                continue
            }
            for file in told.files {
                summary.lines += file.additions.lines.count
                summary.claimed += file.claims.reduce(0) { $0 + $1.lines.count }
            }
            try take(told)
        }
        return summary
    }

    /// One commit, which git need not look for.
    ///
    /// - Returns: `nil` where git has no answer, or too long a one.
    package func lines(of commit: CommitFacts) throws -> CommitLines? {
        var edits = KnownEdits(store: store, repository: repository)
        return try lines(of: commit, knowing: &edits)
    }

    private func lines(of commit: CommitFacts, knowing edits: inout KnownEdits) throws -> CommitLines? {
        let files: [FileAdditions]
        do {
            files = try git.additions(of: commit, in: checkout)
        } catch GitError.cannotStart(let code) {
            throw GitError.cannotStart(code: code)
        } catch {
            // Objects that a partial clone lacks, or a patch of too many bytes: other commits can be looked at.
            return nil
        }
        for file in files {
            if let old = file.movedFrom { edits.moved(from: old, to: file.path) }
        }
        let before = max(commit.authoredAt, commit.committedAt) + Self.tolerance
        var told = CommitLines(commit: commit)
        for file in files where !file.lines.isEmpty {
            let candidates = try edits.all(of: file.path).filter { $0.origin.at <= before }
            let claims = candidates.isEmpty ? [] : LineMatching(file.lines).claims(of: candidates)
            told.files.append(FileLines(additions: file, claims: claims))
        }
        return told
    }
}
