import Git
package import Ingest
package import Store
import Text

/// Takes what a host or an alarm system wrote into the store.
package struct PipelineImport {
    package struct Summary: Equatable, Sendable {
        package var new: [String: Int] = [:]
        package var known: [String: Int] = [:]
    }

    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Parameter now: Unix milliseconds UTC.
    package func take(_ reading: PipelineReading, now: Int64) throws -> Summary {
        let records = reading.rows.map(record(of:))
        var summary = Summary()
        for (record, isNew) in zip(records, try store.take(records, now: now)) {
            if isNew { summary.new[record.noun, default: 0] += 1 } else { summary.known[record.noun, default: 0] += 1 }
        }
        try store.markChangesOfSessions()
        return summary
    }

    /// The words of a change's commits tell of agents, where they were exported; commits without words tell nothing.
    private func record(of row: PipelineReading.Row) -> PipelineRecord {
        guard case .change(var change) = row.record else { return row.record }
        let told = row.commits.filter { !$0.authors.isEmpty || !$0.message.allSatisfy(\.isWhitespace) }
        guard !told.isEmpty else { return row.record }
        let marked = told.count { words in
            var object = CommitObject(hash: "")
            object.message = words.message
            if !AgentMark.all(in: object).isEmpty { return true }
            return words.authors.contains { author in
                var object = CommitObject(hash: "")
                object.author = .init(name: author.name, mail: author.mail)
                return !AgentMark.all(in: object).isEmpty
            }
        }
        change.generated = Double(marked) / Double(told.count)
        change.generatedBy = marked > 0 ? .trailer : .nothing
        return .change(change)
    }
}

extension PipelineRecord {
    /// What it is called in a sentence.
    package var noun: String {
        switch self {
        case .change: "change"
        case .run: "run"
        case .release: "release"
        case .deployment: "deployment"
        case .incident: "incident"
        case .metric: "value"
        }
    }
}
