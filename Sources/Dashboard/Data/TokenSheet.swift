package import Flows
import Provenance

/// What is known of each token that an edit wrote, small enough to be kept while its code shows.
package struct TokenSheet: Equatable, Sendable {
    package enum Origin: Equatable, Sendable {
        case notRecorded, new
        /// Which of the sheet's sources, and the line there.
        case copied(Int32, line: Int32)
    }

    package enum Fate: Equatable, Sendable {
        /// Nothing can be said of it.
        case unknown
        case stands(line: Int32, column: Int32)
        /// Which of the sheet's changes.
        case changed(Int32)
        /// By a commit that no edit stands for: which of the sheet's changes.
        case deleted(Int32)
        /// It is in the last commit still.
        case uncommitted
        case gone
    }

    package struct Token: Equatable, Sendable {
        /// In the text, as bytes.
        package var start: Int32
        package var end: Int32
        /// Natural logarithm of its probability; `nil` where it was not recorded.
        package var logprob: Float?
        /// Which of the sheet's choices its engine gave here; `nil` where none are recorded.
        package var choices: Int32?
        package var origin: Origin
        package var fate: Fate
    }

    /// Where tokens were copied from.
    package struct Source: Hashable, Sendable {
        package var link: String
        /// `file`, `tool`, `user`, `system`, `summary`, `answer` or `edit`.
        package var kind: String
        package var title: String
        package var path: String?
    }

    /// A token that might have stood in the place of another.
    package struct Choice: Hashable, Sendable {
        package var text: String
        /// Natural logarithm of its probability.
        package var logprob: Float
    }

    /// What took tokens out.
    package struct Change: Hashable, Sendable {
        /// The edit's uid; the commit's hash where a commit is meant.
        package var edit: String
        package var by: String
        package var at: Int64
    }

    /// What the edit wrote.
    package var text: String
    package var areModels = false
    package var tokens: [Token] = []
    package var sources: [Source] = []
    package var changes: [Change] = []
    /// The likeliest first.
    package var choices: [[Choice]] = []
    /// Why nothing is said of what became of them, as a sentence.
    package var fateNote: String?
    /// The file in which it stands today, where that is another one.
    package var movedTo: String?

    package init(text: String) { self.text = text }

    package init(_ account: TokenAccount) {
        self.init(text: account.text)
        areModels = account.areModels
        fateNote = account.fateNote
        movedTo = account.movedTo
        tokens.reserveCapacity(account.tokens.count)
        var knownSources: [Source: Int32] = [:]
        var knownChanges: [Change: Int32] = [:]
        for token in account.tokens {
            let origin: Origin =
                switch token.origin {
                case .new: .new
                case .notRecorded: .notRecorded
                case .copied(let place):
                    .copied(
                        Self.number(
                            Source(link: place.link, kind: place.kind, title: place.title, path: place.path),
                            &knownSources, &sources), line: Int32(clamping: place.line))
                }
            let fate: Fate =
                switch token.fate {
                case nil: .unknown
                case .gone?: .gone
                case .uncommitted?: .uncommitted
                case .deleted(let commit, let by, let at)?:
                    .deleted(Self.number(Change(edit: commit, by: by, at: at), &knownChanges, &changes))
                case .stands(let line, let column)?:
                    .stands(line: Int32(clamping: line), column: Int32(clamping: column))
                case .changed(let edit, let by, let at)?:
                    .changed(Self.number(Change(edit: edit, by: by, at: at), &knownChanges, &changes))
                }
            tokens.append(
                Token(
                    start: Int32(clamping: token.range.lowerBound), end: Int32(clamping: token.range.upperBound),
                    logprob: token.logprob, choices: add(token.alternatives), origin: origin, fate: fate))
        }
    }

    /// Of more alternatives than these the likeliest are told.
    private static let mostChoices = 5

    private mutating func add(_ alternatives: [TokenRun.Alternative]) -> Int32? {
        guard !alternatives.isEmpty else { return nil }
        let sorted = alternatives.sorted { $0.logprob > $1.logprob }.prefix(Self.mostChoices)
        choices.append(sorted.map { Choice(text: $0.text, logprob: $0.logprob) })
        return Int32(clamping: choices.count - 1)
    }

    private static func number<Value: Hashable>(
        _ value: Value, _ known: inout [Value: Int32], _ all: inout [Value]
    ) -> Int32 {
        if let number = known[value] { return number }
        let number = Int32(clamping: all.count)
        known[value] = number
        all.append(value)
        return number
    }
}

/// The tokens of an edit to be told of: git may be asked for where they stand today.
package struct TokensRequest: Equatable, Sendable {
    package var ticket: Int
    /// The rows' ids.
    package var generation: Int64
    package var edit: Int64

    /// Of longer texts, in bytes, tokens are not told one by one.
    static let longest = 300_000
}
