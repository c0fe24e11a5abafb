package import Git
package import Store
import Text

/// Agent Trace records of all commits that are asked for, one a line.
package struct AgentTraceExporter: Exporter {
    private let ledger: RevisionLedger
    private let revision: String?
    private let records: AgentTraceExport

    /// - Parameters:
    ///   - checkout: the repository; without one there is only what others said.
    ///   - revision: as `RevisionLedger` takes it.
    ///   - toolVersion: of this program.
    package init(store: Store, checkout: Checkout?, revision: String?, toolVersion: String) {
        ledger = RevisionLedger(store: store, checkout: checkout)
        self.revision = revision
        records = AgentTraceExport(toolVersion: toolVersion)
    }

    package mutating func export(to write: ([UInt8]) throws -> Void) throws -> String {
        var json = JSONWriter()
        var (ranges, commits) = (0, 0)
        let summary = try ledger.run(revision) { facts in
            json.removeAll()
            records.write(facts, to: &json)
            try write(json.bytes + Array("\n".utf8))
            ranges += facts.lines.count
            commits += 1
        }
        guard ranges > 0 else { throw NothingKnown(summary: summary) }
        return
            "\(ranges.grouped) range\(ranges == 1 ? "" : "s") of lines in \(commits.grouped) commit\(commits == 1 ? "" : "s")"
    }
}
