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

    /// The words of a change's commits tell of agents, where they were exported.
    private func record(of row: PipelineReading.Row) -> PipelineRecord {
        guard case .change(var change) = row.record, !row.commits.isEmpty else { return row.record }
        let marked = row.commits.count { words in
            words.authors.indices.contains { place in
                var object = CommitObject(hash: "")
                object.author = .init(name: words.authors[place].name, mail: words.authors[place].mail)
                object.message = place == 0 ? words.message : ""
                return !AgentMark.all(in: object).isEmpty
            }
        }
        change.generated = Double(marked) / Double(row.commits.count)
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
