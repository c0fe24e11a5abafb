import Synchronization
import Trace

/// Runs queries one after another, away from the interface.
///
/// Of each kind at most one waits: a later one takes the place of an earlier one, which is interrupted if it runs, and of
/// which no more is heard than that: the later one may be another screen's. A thread lives as long as there is something to do.
final class QueryWorker: Sendable {
    enum Query: Sendable {
        case page(PageRequest)
        case turn(TurnRequest)
        case edits(EditsRequest)
        case news(NewsRequest)
        case session(SessionRequest)
        case piece(PieceRequest)
        case values(ValuesRequest)
        case targets(TargetsRequest)
        case alert(AlertRequest)
        case glance(GlanceRequest)
        case framePlace(FramePlaceRequest)
        case count(CountRequest)
        case standing(StandingRequest)
        case finding(FindingRequest)
        case trend(TrendRequest)
        case graph(GraphRequest)
        case tokens(TokensRequest)
        case pipeline(PipelineRequest)
        case version

        fileprivate var kind: Kind {
            switch self {
            case .page(let request): .page(request.subject.reader)
            case .turn(let request): request.reader == .preview ? .preview : .turn
            case .edits: .edits
            case .news: .news
            case .session(let request):
                switch request.question {
                case .facts: .sessionFacts
                case .page: .sessionPage
                case .story: .sessionStory
                }
            case .piece: .piece
            case .values: .values
            case .targets: .targets
            case .alert: .alert
            case .glance: .glance
            case .framePlace: .framePlace
            case .count(let request): .count(request.subject.reader)
            case .standing: .standing
            case .finding(let request): request.reader == .preview ? .findingPreview : .finding
            case .trend: .trend
            case .graph(let request):
                switch request.question {
                case .page: .graphPage
                case .more: .graphMore
                case .tree: .graphTree
                case .text: .graphText
                }
            case .tokens: .tokens
            case .pipeline: .pipeline
            case .version: .version
            }
        }
    }

    /// Of what a screen waits for and would not ask twice by itself.
    private static func ticket(of query: Query) -> Int? {
        switch query {
        case .page(let request): request.ticket
        case .turn(let request): request.reader == .screen ? request.ticket : nil
        case .edits(let request): request.ticket
        case .session(let request): request.ticket
        case .alert(let request): request.ticket
        case .graph(let request): request.ticket
        case .tokens(let request): request.ticket
        case .finding(let request): request.reader == .screen ? request.ticket : nil
        case .pipeline(let request): request.ticket
        case .trend, .news, .piece, .count, .standing, .values, .targets, .glance, .framePlace, .version: nil
        }
    }

    enum Result: Sendable {
        case answer(Answer)
        case version(Int)
    }

    fileprivate enum Kind: Equatable {
        case page(PageRequest.Reader)
        case count(PageRequest.Reader)
        case preview, turn, edits, news, piece, values, targets, alert, glance, framePlace, standing, version
        case sessionFacts, sessionPage, sessionStory, finding, findingPreview, trend, pipeline
        case graphPage, graphMore, graphTree, graphText, tokens

        /// What nobody waits for: it gives way to everything else, and is run again after it.
        var yields: Bool {
            switch self {
            case .count, .standing, .trend: true
            default: false
            }
        }
    }

    private struct State {
        var waiting: [Query] = []
        var running: Query?
        /// What runs has been interrupted for something else, and waits again.
        var hasYielded = false
        var isWorking = false
        var ended = false
    }

    private let state = Mutex(State())
    private let data: any DashboardData
    private let post: @Sendable (Result) -> Void

    /// - Parameter post: takes results, on the worker's thread.
    init(_ data: any DashboardData, post: @escaping @Sendable (Result) -> Void) {
        self.data = data
        self.post = post
    }

    func ask(_ query: Query) {
        var superseded: [Query] = []
        let mustStart = state.withLock { state in
            guard !state.ended else { return false }
            superseded = state.waiting.filter { $0.kind == query.kind }
            state.waiting.removeAll { $0.kind == query.kind }
            state.waiting.append(query)
            // Under the lock, so that the call that is interrupted is this one and not the next.
            if let running = state.running {
                if running.kind == query.kind {
                    if query.kind != .version { data.interrupt() }
                } else if running.kind.yields, !query.kind.yields, !state.hasYielded {
                    state.hasYielded = true
                    state.waiting.append(running)
                    data.interrupt()
                }
            }
            defer { state.isWorking = true }
            return !state.isWorking
        }
        superseded.forEach { tell(isSuperseded: $0) }
        if mustStart { BackgroundThread.start { self.work() } }
    }

    /// Drops all that waits and interrupts what runs.
    func end() {
        state.withLock { state in
            state.ended = true
            state.waiting = []
            if state.running != nil { data.interrupt() }
        }
    }

    private func work() {
        while let query = next() {
            let result = run(query)
            let isWanted = state.withLock { state in
                state.running = nil
                defer { state.hasYielded = false }
                return !state.hasYielded && !state.ended
                    && (query.kind == .version || !state.waiting.contains { $0.kind == query.kind })
            }
            if isWanted, let result { post(result) } else if !isWanted { tell(isSuperseded: query) }
        }
    }

    private func tell(isSuperseded query: Query) {
        if let ticket = Self.ticket(of: query) { post(.answer(.superseded(ticket: ticket))) }
    }

    private func next() -> Query? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            let next = state.waiting.firstIndex { !$0.kind.yields } ?? 0
            let query = state.waiting.remove(at: next)
            state.running = query
            return query
        }
    }

    private func run(_ query: Query) -> Result? {
        switch query {
        case .page(let request):
            .answer(answer(request.ticket) { .page(request, try data.rows(request)) })
        case .turn(let request):
            .answer(answer(request.ticket) { .turn(request, try data.turn(request.id)) })
        case .edits(let request):
            .answer(answer(request.ticket) { .edits(request, try data.edits(ofTurns: request.turns)) })
        case .news(let request):
            .answer(
                answer(request.ticket) {
                    .news(request, try data.news(since: request.since, repository: request.repository))
                })
        case .count(let request):
            .answer(answer(request.ticket) { .count(request, try data.count(request)) })
        case .standing(let request):
            .answer(answer(request.ticket) { .standing(request, try data.standing(request)) })
        case .finding(let request):
            .answer(answer(request.ticket) { .finding(request, try data.finding(request.id)) })
        case .trend(let request):
            .answer(answer(request.ticket) { .trend(request, try data.findingTrend()) })
        case .tokens(let request):
            .answer(answer(request.ticket) { .tokens(request, try data.tokens(request)) })
        case .graph(let request):
            .answer(answer(request.ticket) { .graph(request, try data.graph(request.question)) })
        case .pipeline(let request):
            .answer(answer(request.ticket) { .pipeline(request, try data.pipeline(request)) })
        case .session(let request):
            .answer(answer(request.ticket) { .session(request, try answer(request.question)) })
        // What is offered to one who types is never worth an error.
        case .values(let request):
            .answer(
                .values(
                    request,
                    (try? data.values(of: request.question.field, holding: request.question.piece, limit: request.limit))
                        ?? []))
        case .targets(let request):
            .answer(.targets(request, (try? data.targets(request.query)) ?? PaletteTargets()))
        case .alert(let request):
            .answer(answer(request.ticket) { .alert(request, try data.alert(request.subject)) })
        case .glance(let request):
            .answer(glance(request))
        case .framePlace(let request):
            .answer(place(request))
        case .piece(let request):
            .answer(PieceFinding(data: data, request: request).answer)
        case .version:
            // A store that does not answer now will be asked at its next change.
            (try? data.dataVersion()).map { .version($0) }
        }
    }

    private func answer(_ question: SessionRequest.Question) throws -> SessionAnswer {
        switch question {
        case .facts(let uid): return .facts(try data.session(uid))
        case .page(let page):
            let (turns, before) = try data.conversation(page)
            return .page(turns, before: before)
        case .story(let turn): return .story(try data.story(turn))
        }
    }

    private func glance(_ request: GlanceRequest) -> Answer {
        let failures = TraceReader.read(whole: request.text)
        return .glance(request, failures.first.map { AlertPage(reading: $0) }, count: failures.count)
    }

    private func place(_ request: FramePlaceRequest) -> Answer {
        do {
            return .place(try data.place(request))
        } catch {
            return .refused("\(error)")
        }
    }

    private func answer(_ ticket: Int, _ body: () throws -> Answer) -> Answer {
        do {
            return try body()
        } catch {
            return .failed(ticket: ticket, "\(error)")
        }
    }
}
