import Foundation
package import Git
package import Store
import Text

/// A change as a user names it: what the work tree adds, a range of commits, one commit, or a pull or merge request that the
/// store knows of.
package struct NamedChange: Equatable, Sendable {
    package struct Unknown: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// As `ChangeAuditing` takes it.
    package let range: String
    package let name: String
    /// `owner/name#number`
    package let request: String?

    package init(range: String, name: String? = nil, request: String? = nil) {
        self.range = range
        self.name = name ?? (range.contains("..") || range.hasSuffix("^!") ? range : "the work tree since \(range)")
        self.request = request
    }

    /// What the words of a user are a change by, if they are: `A..B`, `commit:9f31c2a`, `change:12`, `acme/shop#12`, or the
    /// address of a request.
    package init?(_ text: String, in checkout: Checkout, _ store: Store) throws {
        if text.hasPrefix("commit:") {
            let commit = try GitCommand().commit(named: String(text.dropFirst("commit:".count)), in: checkout)
            self.init(range: commit.hash + "^!", name: "commit:\(commit.hash.prefix(12))")
        } else if Self.isRequest(text) {
            let name = text.hasPrefix("change:") ? String(text.dropFirst("change:".count)) : text
            self = try Self.request(Self.one(named: name, in: checkout, store), in: checkout)
        } else if text.contains("..") {
            self.init(range: text)
        } else {
            return nil
        }
    }

    /// Whether a user's words mean a change, whichever.
    package static func isMeant(by text: String) -> Bool {
        text.hasPrefix("commit:") || isRequest(text)
            || text.contains("..") && !text.contains(":") && !text.hasPrefix(".")
    }

    private static func isRequest(_ text: String) -> Bool {
        if text.hasPrefix("change:") || text.hasPrefix("https://") || text.hasPrefix("http://") { return true }
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
            && !parts[0].contains(":")
    }

    /// Which request a range is, where the store knows: the one that ends with its last commit, or is open on this branch.
    package func asRequest(in checkout: Checkout, _ store: Store) throws -> Self {
        guard request == nil, let here = try RepositoryPlace.here(checkout, in: store) else { return self }
        let git = GitCommand()
        let isRange = range.contains("..")
        guard !range.hasSuffix("^!") else { return self }
        let end = isRange ? range.components(separatedBy: "..").last ?? "" : ""
        guard let tip = try git.commits(of: end.isEmpty ? "HEAD" : end, in: checkout, limit: 1).last else {
            return self
        }
        // What a host checks out of a request is a merge of it into its base.
        let ends = [tip.hash] + (tip.parents.count > 1 ? tip.parents.suffix(1) : [])
        let found = try store.requests(
            of: PipelineName.of(identity: here.identity), ending: ends, branch: isRange ? nil : checkout.branch)
        guard found.count == 1, let one = found.first else { return self }
        return Self(range: range, name: one.name, request: one.name)
    }

    // MARK: - Requests

    private static func one(named name: String, in checkout: Checkout, _ store: Store) throws -> StoredRequest {
        let all = try store.requests(named: name)
        let here = try RepositoryPlace.here(checkout, in: store).map { PipelineName.of(identity: $0.identity) }
        if let own = all.first(where: { $0.repository == here }) { return own }
        if let one = all.first, all.count == 1 { return one }
        throw Unknown(
            description: all.isEmpty
                ? "The store knows no request '\(Visible.text(name))': 'colophon import' reads what its host says of it; a "
                    + "range of commits, A..B, needs no host."
                : "'\(Visible.text(name))' may be "
                    + all.map { Visible.text($0.name) }.joined(separator: ", ") + ": name one of them.")
    }

    private static func request(_ request: StoredRequest, in checkout: Checkout) throws -> Self {
        let git = GitCommand()
        func named(_ range: String) -> Self { Self(range: range, name: request.name, request: request.name) }
        if let merge = request.mergeCommit, request.state == nil || request.state == "merged" {
            let commit = try git.commit(named: merge, in: checkout)
            let facts = try git.commits(of: commit.hash, in: checkout, limit: 1).last
            guard let first = facts?.parents.first else { return named(commit.hash + "^!") }
            // Rebased, it is several commits of the main line; merged or squashed, one.
            guard facts?.parents.count == 1, request.landed > 1 else { return named("\(first)..\(commit.hash)") }
            var base = first
            for _ in 1..<min(request.landed, 1000) {
                guard let parent = try git.commits(of: base, in: checkout, limit: 1).last?.parents.first else { break }
                base = parent
            }
            return named("\(base)..\(commit.hash)")
        }
        guard let head = request.head ?? request.headRef, let base = request.baseRef else {
            throw Unknown(
                description:
                    "The store does not know which commits '\(Visible.text(request.name))' has: import it anew, or "
                    + "name its range, A..B.")
        }
        let tip = try git.commit(named: head, in: checkout).hash
        return named("\(try git.commit(named: base, in: checkout).hash)..\(tip)")
    }
}
