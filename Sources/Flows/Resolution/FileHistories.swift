import Git
import Store

/// What git's history says of the lines of files.
struct FileHistories {
    struct Answer {
        /// By the line's number, from 1.
        var lines: [Int: LineCommit] = [:]
        var state = FileAnswer.History.none
        /// Names that the file had.
        var names: [String] = []
        /// No edit after this moment can have written a line; `nil` where the file is of today.
        var horizon: Int64?
    }

    private let store: Store
    private let checkout: Checkout?
    private let git = GitCommand()

    init(store: Store, checkout: Checkout?) {
        self.store = store
        self.checkout = checkout
    }

    mutating func history(
        of file: SourceFile, lines: Range<Int>, budgetMilliseconds: Int
    ) throws -> Answer {
        var answer = Answer()
        guard let checkout, let commit = file.revision ?? checkout.head, !file.isDirty, budgetMilliseconds > 0 else {
            return answer
        }
        let blame = try git.blame(file.path, at: commit, in: checkout, budgetMilliseconds: budgetMilliseconds)
        for span in blame.spans {
            guard let facts = blame.commits[span.origin.commit] else { continue }
            for (step, line) in span.lines.enumerated() {
                answer.lines[line] = LineCommit(commit: facts, path: span.origin.path, line: span.firstLine + step)
            }
        }
        answer.names = Array(Set(blame.spans.map(\.origin.path))).sorted()
        answer.state = blame.ending == .finished ? .complete : blame.spans.isEmpty ? .none : .unfinished
        return answer
    }

    mutating func sessions(
        of line: LineCommit, in repository: String?, path: String
    ) throws -> (evidence: SessionEvidence, isCommit: Bool)? { nil }
}
