import Synchronization

/// Runs queries one after another, away from the interface.
///
/// Of each kind at most one waits: a later one takes the place of an earlier one, which is interrupted if it runs, and of
/// which nothing is heard any more. A thread lives as long as there is something to do.
final class QueryWorker: Sendable {
    enum Query: Sendable {
        case page(PageRequest)
        case turn(TurnRequest)
        case version

        fileprivate var kind: Kind {
            switch self {
            case .page: .page
            case .turn(let request): request.reader == .preview ? .preview : .turn
            case .version: .version
            }
        }
    }

    enum Result: Sendable {
        case answer(Answer)
        case version(Int)
    }

    fileprivate enum Kind { case page, preview, turn, version }

    private struct State {
        var waiting: [Query] = []
        var running: Kind?
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
        let mustStart = state.withLock { state in
            guard !state.ended else { return false }
            state.waiting.removeAll { $0.kind == query.kind }
            state.waiting.append(query)
            // Under the lock, so that the call that is interrupted is this one and not the next.
            if state.running == query.kind, query.kind != .version { data.interrupt() }
            defer { state.isWorking = true }
            return !state.isWorking
        }
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
                return !state.ended && (query.kind == .version || !state.waiting.contains { $0.kind == query.kind })
            }
            if isWanted, let result { post(result) }
        }
    }

    private func next() -> Query? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            let query = state.waiting.removeFirst()
            state.running = query.kind
            return query
        }
    }

    private func run(_ query: Query) -> Result? {
        switch query {
        case .page(let request):
            do {
                let rows = try data.turns(
                    matching: request.filter, from: request.from, request.direction, limit: request.limit)
                return .answer(.page(request, rows))
            } catch {
                return .answer(.failed(ticket: request.ticket, "\(error)"))
            }
        case .turn(let request):
            do {
                return .answer(.turn(request, try data.turn(request.id)))
            } catch {
                return .answer(.failed(ticket: request.ticket, "\(error)"))
            }
        case .version:
            // A store that does not answer now will be asked at its next change.
            return (try? data.dataVersion()).map { .version($0) }
        }
    }
}
