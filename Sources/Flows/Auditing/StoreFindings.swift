package import Store

/// The findings of the store that somebody asks for, each as it stands in the work trees of today.
package struct StoreFindings {
    package struct Summary: Equatable, Sendable {
        package var shown = 0
        /// Whose code was found to be no more, or to be back.
        package var gone = 0
        package var returned = 0

        package init() {}
    }

    private let store: Store
    private let now: Int64
    private var search: StandingSearch

    private static let atOnce = 200
    /// What may stand, whatever a person has said of it.
    private static let closed = ["fixed", "accepted", "false", "gone"]

    /// - Parameter here: the checkout in which the user stands, by the identity of its repository.
    package init(store: Store, now: Int64, here: (identity: String, root: String)? = nil) {
        self.store = store
        self.now = now
        search = StandingSearch(store: store, here: here)
    }

    /// Findings in the order of their paths and lines.
    ///
    /// What left its file closes as gone, and what came back is what it was before; that is noted where the store may be
    /// written.
    ///
    /// - Parameters:
    ///   - filter: where it names no status, only what stands and is open is given.
    ///   - since: Unix milliseconds.
    ///   - hygiene: with what is merely untidy.
    package mutating func each(
        matching filter: Filter, since: Int64?, hygiene: Bool, _ take: (AuditedFinding) throws -> Void
    ) throws -> Summary {
        var summary = Summary()
        let isAnyStatus = filter.asksStatus
        let statuses = isAnyStatus ? [] : ["open", "gone"]
        // A filter that names a status may ask for what is something else until it is looked up.
        let looked = try store.auditedFindings(
            matching: isAnyStatus ? .everything : filter, since: since, statuses: statuses, hygiene: hygiene)
        let places = try refresh(looked, &summary)
        let wanted = try store.auditedFindings(
            matching: filter, since: since, statuses: isAnyStatus ? [] : ["open"], hygiene: hygiene)
        for start in stride(from: 0, to: wanted.count, by: Self.atOnce) {
            for var finding in try store.auditedFindings(Array(wanted[start..<min(start + Self.atOnce, wanted.count)]))
            {
                switch places[finding.id] {
                case .stands(let path, let line)?:
                    finding.pathToday = path
                    finding.lineToday = line
                // A store that may not be written says what it would note.
                case .gone? where !isAnyStatus && finding.status == "open": continue
                default: break
                }
                summary.shown += 1
                try take(finding)
            }
        }
        return summary
    }

    /// Looks findings up in the work trees, and notes what is gone and what is back.
    @discardableResult
    package mutating func refresh(_ ids: [Int64]) throws -> [Int64: StandingSearch.Answer] {
        var summary = Summary()
        return try refresh(ids, &summary)
    }

    private mutating func refresh(_ ids: [Int64], _ summary: inout Summary) throws -> [Int64: StandingSearch.Answer] {
        var places: [Int64: StandingSearch.Answer] = [:]
        for start in stride(from: 0, to: ids.count, by: Self.atOnce) {
            var changes: [(id: Int64, stands: Bool)] = []
            for finding in try store.auditedFindings(Array(ids[start..<min(start + Self.atOnce, ids.count)])) {
                let answer = try search.answer(finding)
                places[finding.id] = answer
                switch answer {
                // What no auditor tells of any more does not come back because its code is there.
                case .stands where finding.status == "gone" && !finding.witnesses.isEmpty:
                    changes.append((finding.id, true))
                    summary.returned += 1
                case .gone where finding.status != "gone":
                    changes.append((finding.id, false))
                    summary.gone += 1
                default: break
                }
            }
            do {
                try store.setStanding(changes, at: now)
            } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
                continue
            }
        }
        return places
    }
}
