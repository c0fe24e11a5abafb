import Dashboard
import Flows
import Store
import Terminal
import Text

import struct Trace.TraceReader

/// A dashboard without terminal and threads: events in, effects answered at once from canned rows, the screen as text.
struct Desk {
    var state: DashboardState
    /// Newest first.
    var turns: [TurnRow]
    /// Turns that are other than those made up.
    var details: [Int64: TurnDetail] = [:]
    /// Effects that nobody has answered, while `answers` is off.
    var open: [DashboardEffect] = []
    var answers = true
    var findings: [FindingRow] = []
    var alerts: [AlertRow] = []
    var standing = Standing()
    /// Sessions that nothing tells the beginning of.
    var undated: Set<Int64> = []
    /// Filters of all counts asked for.
    var counted: [String] = []
    /// Filters of all pages asked for.
    var asked: [String] = []
    /// What the store holds of each field.
    var stored: [FilterField: [String]] = [:]
    var targets = PaletteTargets()
    /// All changes of the store, and of the theme, that were wanted.
    var changes: [DashboardEffect] = []
    var plan = ForgetPlan()
    /// What is kept of alerts, by id, and what tracing them finds.
    var keptAlerts: [Int64: AlertPage] = [5: Samples.keptAlert, 6: Samples.alarm]
    var tracedAlerts: [Int64: AlertPage] = [5: Samples.tracedAlert, 6: Samples.alarm]
    /// Turns that an alert is linked with.
    var alertsOfTurns: [Int64: Int64] = [:]
    /// What a pasted text comes to.
    var failures = [Samples.tracedAlert]
    /// Traces that were wanted, and other effects that nobody answers.
    var traces: [TraceRequest] = []
    var unanswered: [DashboardEffect] = []
    /// Findings in full, and what the last weeks brought.
    var accounts: [Int64: FindingAccount] = [:]
    var trend = FindingTrend()
    var graph = Samples.graph
    /// By edits.
    var sheets: [Int64: TokenSheet] = [120: Samples.sheet]
    /// What the pipeline comes to in any window, the windows asked for, and the changes behind it.
    var pipeline: PipelineAccount?
    var windows: [PipelineWindow] = []
    /// The moments that were asked to split time.
    var splits: [Int64] = []
    var changeRows: [ChangeRow] = []
    var now = Samples.now

    init(
        _ columns: Int = 80, _ rows: Int = 24, turns: [TurnRow] = Samples.turns, repository: String? = nil,
        isDemo: Bool = false, lastVisit: Int64? = nil, isOverview: Bool = false, filter: String = "",
        session: SavedSession? = nil, isFresh: Bool = false, keys: KeyMap = .standard, isPlain: Bool = false
    ) {
        self.turns = turns
        state = DashboardState(
            size: Size(columns: columns, rows: rows), root: isOverview ? nil : ListScreen(),
            repositoryFilter: repository, filter: filter, isDemo: isDemo, lastVisit: lastVisit, session: session,
            isFresh: isFresh, clock: .utc, keys: keys, isPlain: isPlain)
        send(.resize(state.size))
    }

    mutating func press(_ keys: Key...) { keys.forEach { send(.key($0)) } }

    mutating func type(_ text: String) { text.forEach { send(.key(.character($0))) } }

    mutating func send(_ event: DashboardEvent) {
        open += Dashboard.update(&state, event)
        if answers { answerAll() }
    }

    mutating func answerAll() {
        while !open.isEmpty {
            let effect = open.removeFirst()
            if let answer = answer(effect) { open += Dashboard.update(&state, .answer(answer)) }
        }
    }

    mutating func answer(_ effect: DashboardEffect) -> Answer? {
        switch effect {
        case .loadPage(let request):
            asked.append(request.filter)
            return .page(request, page(request))
        case .loadTurn(let request):
            return .turn(request, turns.first { $0.id == request.id }.map { details[$0.id] ?? Samples.detail(of: $0) })
        case .loadEdits(let request):
            return .edits(request, Samples.edits(of: turns.filter { request.turns.contains($0.id) }))
        case .loadNews(let request):
            var news = News(since: request.since)
            news.turns = turns.count { $0.at > request.since }
            news.rejected = turns.count { $0.at > request.since && $0.status == "rejected" }
            news.graveFindings = turns.count { $0.at > request.since && $0.risk ?? 0 > 2 }
            return .news(request, news)
        case .loadCount(let request):
            counted.append(request.filter)
            return .count(request, found(request.subject, request.filter).count)
        case .loadStanding(let request): return .standing(request, standing)
        case .loadValues(let request):
            let piece = request.question.piece.lowercased()
            let values = stored[request.question.field] ?? []
            return .values(request, values.filter { $0.lowercased().contains(piece) })
        case .loadTargets(let request):
            return .targets(
                request,
                PaletteTargets(
                    views: targets.views, sessions: targets.sessions, files: targets.files, fitting: request.query))
        case .loadAlert(let request):
            switch request.subject {
            case .alert(let id): return .alert(request, keptAlerts[id])
            case .turn(let turn, _): return .alert(request, alertsOfTurns[turn].flatMap { keptAlerts[$0] })
            }
        case .glance(let request):
            let count = TraceReader.read(whole: request.text).count
            return .glance(
                request, TraceReader.read(whole: request.text).first.map { AlertPage(reading: $0) }, count: count)
        case .trace(let request):
            traces.append(request)
            switch request.subject {
            case .alert(let id): return .traced(request, tracedAlerts[id].map { [$0] } ?? [])
            case .text: return .traced(request, failures)
            }
        case .loadPlan(let request): return .plan(request, plan)
        case .loadFinding(let request): return .finding(request, accounts[request.id])
        case .loadTrend(let request): return .trend(request, trend)
        case .loadGraph(let request): return .graph(request, graph.answer(request.question))
        case .loadTokens(let request): return .tokens(request, sheets[request.edit])
        case .tellStory(let request): return .story(request, "## A story\n\nWhere it comes from.")
        case .loadPipeline(let request):
            switch request.question {
            case .account(let window):
                windows.append(window)
                return .pipeline(request, .account(pipeline ?? PipelineAccount(from: 0, split: 1, to: 2)))
            case .split(let moment):
                splits.append(moment)
                return .pipeline(request, .account(pipeline ?? PipelineAccount(from: 0, split: 1, to: 2)))
            case .changes: return .pipeline(request, .changes(changeRows))
            }
        case .forget, .saveView, .deleteView, .tryTheme, .wearTheme, .judge:
            changes.append(effect)
            return nil
        case .loadSession(let request):
            switch request.question {
            case .facts:
                var detail = Samples.session(of: turns)
                if !undated.isEmpty { detail?.session.startedAt = nil }
                return .session(request, .facts(detail))
            case .page(let page):
                let (rows, before) = Samples.page(page, of: turns)
                return .session(request, .page(rows, before: before))
            case .story(let id):
                return .session(request, .story(turns.first { $0.id == id }.map { Samples.story(of: $0) }))
            }
        default:
            unanswered.append(effect)
            return nil
        }
    }

    var conversation: SessionScreen? { state.screens.top as? SessionScreen }

    /// A filter finds what has its words in the title; fields are not looked at.
    private func found(_ subject: ListSubject, _ filter: String) -> [ListRow] {
        let all: [ListRow] =
            switch subject {
            case .code: turns.filter { $0.edits > 0 }.map(ListRow.turn)
            case .turns: turns.map(ListRow.turn)
            case .generations: Samples.generations(of: turns).map(ListRow.generation)
            case .sessions:
                Samples.sessions(of: turns).map { session in
                    var session = session
                    if undated.contains(session.id) { session.startedAt = nil }
                    return ListRow.session(session)
                }
            case .openFindings: findings.filter { $0.status == "open" }.map(ListRow.finding)
            case .findings: findings.map(ListRow.finding)
            case .alerts: alerts.map(ListRow.alert)
            }
        let words = filter.split(separator: " ").filter { !$0.contains(":") }.map { $0.filter { !"()".contains($0) } }
        return all.filter { row in words.allSatisfy { row.title.contains($0) } }
    }

    private func page(_ request: PageRequest) -> [ListRow] {
        let order = request.order
        let rows = found(request.subject, request.filter).sorted {
            order.precedes($0.key(by: order), $1.key(by: order))
        }
        guard let key = request.from else {
            return Array(request.direction == .older ? rows.prefix(request.limit) : rows.suffix(request.limit))
        }
        return request.direction == .older
            ? Array(rows.filter { order.precedes(key, $0.key(by: order)) }.prefix(request.limit))
            : Array(rows.filter { order.precedes($0.key(by: order), key) }.suffix(request.limit))
    }

    var overview: OverviewScreen? { state.screens.root as? OverviewScreen }
    var list: ListScreen? { overview?.list ?? state.screens.root as? ListScreen }
    var selectedTurn: TurnRow? { list?.selectedRow?.turn }
    var frame: Frame { Dashboard.view(state, size: state.size, now: now) }
    var text: String { frame.text() }
    var firstLine: String { frame.text(row: 0) }
    var lastLine: String { frame.text(row: state.size.rows - 1) }
}

extension Samples {
    /// As many turns as wanted, a minute apart, newest first; ids count down to 1.
    static func many(_ count: Int) -> [TurnRow] {
        (0..<count).map {
            turn(Int64(count - $0), at: now - Int64($0) * minute, "turn \(count - $0)", path: "a.py", added: 1)
        }
    }
}
