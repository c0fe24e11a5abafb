import Audit
import Ingest
import Provenance
package import Store
import Syntax
import Text

/// Works off the answers that wait for their tokens' origins and their trust: thread by thread of a session, in the order
/// in which the model saw and said things, in short transactions. Then context is looked through again that other rules
/// looked through.
package struct OriginIndexing {
    private let store: Store

    /// So many answers are written in one transaction.
    private static let mostAnswers = 64
    /// Of more context than this the latest is searched, in words and signs: some 4 MB.
    private static let mostTokens = 1_000_000

    package init(store: Store) { self.store = store }

    /// - Parameter isStopped: asked between answers; what is left stays queued.
    /// - Returns: how many answers were worked off.
    @discardableResult
    package func run(until isStopped: () -> Bool = { false }) throws -> Int {
        var count = 0
        while !isStopped(), let thread = try store.pendingThread() {
            let done = try index(thread, until: isStopped)
            if done == 0 { break }
            count += done
        }
        try HiddenFindings.lookAgain(in: store, until: isStopped)
        return count
    }

    /// Works off the thread of one answer, where it waits.
    package func run(for generation: Int64) throws {
        guard let thread = try store.pendingThread(of: generation), thread.answers.contains(where: \.isPending) else {
            return
        }
        _ = try index(thread) { false }
    }

    // MARK: - A thread

    private func index(_ thread: ContextThread, until isStopped: () -> Bool) throws -> Int {
        var trust = TrustFlow(thread)
        var hidden = HiddenFindings(thread)
        var context = SeenTexts(store: store, thread: thread, mostTokens: Self.mostTokens)
        var done: [AnswerOrigins] = []
        var count = 0
        func flush() throws {
            try store.keep(done, trust.takeNew(), hidden.takeLook())
            count += done.count
            done = []
        }
        for (place, answer) in thread.answers.enumerated() {
            guard answer.isPending else { continue }
            if isStopped() { break }
            var origins = AnswerOrigins(generation: answer.id)
            let seen = try answer.context.map { try context.see($0, before: place) }
            if let range = answer.context {
                trust.judge(range, of: &origins)
                try hidden.look(in: range, for: answer.id, store)
            }
            for text in try AnswerText.all(of: answer, in: store) {
                let words = WordStream(text.text)
                guard words.count > 0 else { continue }
                // What it saw is not known, so nothing is said of where it came from.
                guard let seen else { continue }
                origins.texts.append(
                    TextOrigin(edit: text.edit, tokens: words.count, runs: context.runs(of: words, from: seen)))
            }
            origins.copies = CopySource.all(of: origins.texts, in: thread)
            done.append(origins)
            if done.count >= Self.mostAnswers { try flush() }
        }
        try flush()
        return count
    }
}

extension OriginIndexing {
    /// Works off what waits for about a second before a question is answered.
    @discardableResult
    package static func catchUp(_ store: Store, for time: Duration = .seconds(1)) throws -> Int {
        let end = ContinuousClock.now + time
        do {
            return try OriginIndexing(store: store).run { ContinuousClock.now >= end }
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return 0
        }
    }
}
