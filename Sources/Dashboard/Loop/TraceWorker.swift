import Synchronization

/// Traces failures one after another, on a thread that lives as long as there is something to trace.
///
/// Git may take seconds: of what waits, a later request takes the place of an earlier one, whose asker is told so. What
/// runs is left to end, for it keeps what it finds.
final class TraceWorker: Sendable {
    private struct State {
        var waiting: TraceRequest?
        var isWorking = false
        var isEnded = false
    }

    private let state = Mutex(State())
    private let trace: @Sendable (TraceRequest) throws -> [AlertPage]
    private let post: @Sendable (Answer) -> Void

    /// - Parameter post: takes answers, on the worker's thread.
    init(
        trace: @escaping @Sendable (TraceRequest) throws -> [AlertPage], post: @escaping @Sendable (Answer) -> Void
    ) {
        self.trace = trace
        self.post = post
    }

    func ask(_ request: TraceRequest) {
        let (superseded, mustStart) = state.withLock { state in
            guard !state.isEnded else { return (nil as TraceRequest?, false) }
            defer { (state.waiting, state.isWorking) = (request, true) }
            return (state.waiting, !state.isWorking)
        }
        if let superseded { post(.superseded(ticket: superseded.ticket)) }
        if mustStart { BackgroundThread.start { self.work() } }
    }

    /// Drops what waits.
    func end() {
        state.withLock { state in
            state.isEnded = true
            state.waiting = nil
        }
    }

    private func work() {
        while let request = next() {
            let answer: Answer
            do {
                answer = .traced(request, try trace(request))
            } catch {
                answer = .failed(ticket: request.ticket, "\(error)")
            }
            if !state.withLock({ $0.isEnded }) { post(answer) }
        }
    }

    private func next() -> TraceRequest? {
        state.withLock { state in
            defer { state.waiting = nil }
            if state.waiting == nil { state.isWorking = false }
            return state.waiting
        }
    }
}
