package import Git
import Provenance
package import Store
import Text

/// Brings together, commit by commit, what edits and other tellers say of lines.
package struct RevisionLedger {
    private let store: Store
    private let checkout: Checkout?

    /// - Parameter checkout: the repository; without one there is only what others said.
    package init(store: Store, checkout: Checkout?) {
        self.store = store
        self.checkout = checkout
    }

    /// Commits of which nothing is known are left out.
    ///
    /// - Parameters:
    ///   - revision: which commits; `nil` for all of the branch that is checked out, and whatever else of this repository
    ///     something was said of.
    ///   - take: each commit, oldest first.
    @discardableResult
    package func run(_ revision: String?, take: (RevisionFacts) throws -> Void) throws -> RevisionAttribution.Summary {
        var summary = RevisionAttribution.Summary()
        let attributed = try store.attributedRevisions()
        let byHash = Dictionary(attributed.map { ($0.hash, $0) }) { one, _ in one }
        var seen: Set<String> = []
        if let checkout, let named = revision ?? checkout.branch.map({ "refs/heads/\($0)" }) ?? checkout.head {
            let isBorn = revision != nil || checkout.head != nil
            if isBorn {
                summary = try RevisionAttribution(store: store, checkout: checkout).run(named) { commit in
                    seen.insert(commit.commit.hash)
                    let facts = RevisionFacts(
                        revision: commit.commit.hash, at: commit.commit.committedAt,
                        lines: try joined(own(commit), told(of: byHash[commit.commit.hash]).lines))
                    if !facts.lines.isEmpty { try take(facts) }
                }
            }
        }
        guard revision == nil else { return summary }
        var places = RepositoryPlaces(store: store)
        let repository = checkout.flatMap { places.place(ofWorkTree: $0.root)?.identity }
        for told in attributed where !seen.contains(told.hash) && (checkout == nil || told.repository == repository) {
            let (lines, at) = try self.told(of: told)
            let facts = RevisionFacts(revision: told.hash, at: at, lines: joined([], lines))
            if !facts.lines.isEmpty { try take(facts) }
        }
        return summary
    }

    /// Neighbours that answers of one model in one conversation wrote are one range.
    private func own(_ commit: RevisionAttribution.CommitLines) -> [AttributedLines] {
        commit.files.flatMap { file in
            var all: [AttributedLines] = []
            for claim in file.claims {
                var lines = AttributedLines(path: file.additions.path, lines: claim.lines, contributor: .ai)
                lines.conversation = .init(agent: claim.origin.agent, id: claim.origin.makerID)
                lines.model = claim.origin.model
                if let last = all.last, last.lines.upperBound + 1 == claim.lines.lowerBound,
                    last.conversation == lines.conversation, last.model == lines.model
                {
                    all[all.count - 1].lines = last.lines.lowerBound...claim.lines.upperBound
                } else {
                    all.append(lines)
                }
            }
            let texts = Dictionary(file.additions.lines.map { ($0.number, $0.text) }) { one, _ in one }
            return all.map { lines in
                var lines = lines
                let text = lines.lines.compactMap { texts[$0] }.joined(separator: "\n")
                let digits = String(Murmur3.hash(text), radix: 16)
                lines.contentHash = "murmur3:" + String(repeating: "0", count: 8 - digits.count) + digits
                return lines
            }
        }
    }

    private func told(of revision: AttributedRevision?) throws -> (lines: [AttributedLines], at: Int64) {
        guard let revision else { return ([], 0) }
        let rows = try store.attributions(of: revision)
        return (rows.map(AttributedLines.init(_:)), rows.compactMap(\.at).max() ?? 0)
    }

    /// What is said twice stands once, our own saying before another's.
    private func joined(_ own: [AttributedLines], _ told: [AttributedLines]) -> [AttributedLines] {
        var known: [String: [AttributedLines]] = [:]
        for lines in own + told {
            let key = "\(lines.lines) \(lines.path)"
            if known[key]?.contains(where: { $0.agrees(with: lines) }) == true { continue }
            known[key, default: []].append(lines)
        }
        return known.values.flatMap { $0 }.sorted { one, other in
            (one.path, one.lines.lowerBound, one.lines.upperBound, one.order)
                < (other.path, other.lines.lowerBound, other.lines.upperBound, other.order)
        }
    }
}

extension AttributedLines {
    /// Sets those of the same lines in one order everywhere.
    fileprivate var order: String {
        [
            contributor.rawValue, conversation?.agent ?? "", conversation?.id ?? "", sessionHash ?? "", model ?? "",
            author ?? "", contentHash ?? "",
        ].joined(separator: "\u{0}")
    }
}
