import Flows
import Provenance
package import Store

/// What the dashboard changes in the store. Called on a thread of its own.
package protocol DashboardWork: Sendable {
    /// What would go with these records.
    func plan(forgetting links: [String]) throws -> ForgetPlan
    func forget(_ links: [String]) throws -> ForgetPlan
    func save(_ view: SavedView) throws
    /// - Returns: whether there was one of that name.
    func deleteView(named name: String) throws -> Bool
    /// Says something of findings; they come back as they are then.
    func judge(_ request: JudgementRequest, now: Int64) throws -> [FindingRow]
    /// Traces failures, and keeps what it finds; one page for each.
    func trace(_ request: TraceRequest, now: Int64) throws -> [AlertPage]
    /// Where a record comes from and what it became, as Markdown; `nil` where it is gone.
    func story(of node: NodeName, now: Int64) throws -> String?
}

extension DashboardWork {
    package func judge(_ request: JudgementRequest, now: Int64) throws -> [FindingRow] { [] }
    package func trace(_ request: TraceRequest, now: Int64) throws -> [AlertPage] { [] }
    package func story(of node: NodeName, now: Int64) throws -> String? { nil }

    /// Does what an effect wants changed.
    func answer(_ effect: DashboardEffect, now: Int64) throws -> Answer? {
        switch effect {
        case .loadPlan(let request): return .plan(request, try plan(forgetting: request.links))
        case .forget(let links):
            let gone = try forget(links)
            return .forgotten(gone.isEmpty ? "There is nothing to forget." : "forgot \(gone.words)")
        case .judge(let request):
            let rows = try judge(request, now: now)
            return .judged(rows, request.judging.sentence(of: rows))
        case .tellStory(let request): return .story(request, try story(of: request.node, now: now))
        case .saveView(var view):
            view.at = now
            try save(view)
            return .done("saved as '\(view.name)'; :view \(view.name) opens it")
        case .deleteView(let name):
            return try deleteView(named: name)
                ? .done("the view '\(name)' is gone") : .refused("There is no view '\(name)'.")
        default: return nil
        }
    }
}

/// Changes a store, by a connection that is opened when something is to be done.
package struct StoreWork: DashboardWork {
    private let here: String?
    private let who: String
    private let open: @Sendable () throws -> Store

    /// - Parameters:
    ///   - here: the work tree in which the user stands.
    ///   - who: the name under which something is said of findings.
    package init(here: String? = nil, who: String = "", open: @escaping @Sendable () throws -> Store) {
        self.here = here
        self.who = who
        self.open = open
    }

    package func plan(forgetting links: [String]) throws -> ForgetPlan { try forgetting(links).plan() }
    package func forget(_ links: [String]) throws -> ForgetPlan { try forgetting(links).run() }
    package func save(_ view: SavedView) throws { try ViewSaving.save(view, in: try open()) }
    package func deleteView(named name: String) throws -> Bool { try open().deleteView(named: name) }

    package func judge(_ request: JudgementRequest, now: Int64) throws -> [FindingRow] {
        try request.judging.judge(request.links, by: who, in: try open(), now: now)
    }

    package func trace(_ request: TraceRequest, now: Int64) throws -> [AlertPage] {
        let tracing = AlertTracing(store: try open(), here: here)
        let traced =
            switch request.subject {
            case .alert(let id): try tracing.trace(alert: id, isWide: request.isWide, now: now).map { [$0] } ?? []
            case .text(let text):
                try tracing.trace(text, limit: TraceRequest.mostFailures, isWide: request.isWide, now: now)
            }
        return traced.map { AlertPage($0, now: now) }
    }

    package func story(of node: NodeName, now: Int64) throws -> String? {
        try RecordStory(store: try open(), now: now).markdown(tracing: node, here: here)
    }

    private func forgetting(_ links: [String]) throws -> Forgetting {
        let store = try open()
        let records = try links.compactMap { link -> (kind: RecordKind, id: Int64)? in
            let parts = link.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, let kind = RecordKind(rawValue: parts[0]),
                case .one(let kind, let id, _) = try store.find(kind, parts[1])
            else { return nil }
            return (kind, id)
        }
        return Forgetting(store: store, target: .records(records), spreading: false)
    }
}
