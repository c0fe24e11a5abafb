import Flows
import Store
import Synchronization
import Testing

@testable import Dashboard

@Suite struct QueryWorkerTests {
    /// Reads a turn only once it is interrupted or let go.
    private final class Slow: DashboardData {
        struct Unasked: Error {}
        private let state = Mutex((begun: 0, interrupts: 0))

        var begun: Int { state.withLock { $0.begun } }
        func turn(_ id: Int64) throws -> TurnDetail? {
            let mine = state.withLock { state in
                state.begun += 1
                return state.begun
            }
            while mine == 1, state.withLock({ $0.interrupts }) == 0 {}
            return nil
        }

        func interrupt() { state.withLock { $0.interrupts += 1 } }

        func rows(_ request: PageRequest) throws -> [ListRow] { throw Unasked() }
        func edits(ofTurns turns: [Int64]) throws -> [Int64: [TurnEdit]] { throw Unasked() }
        func news(since: Int64, repository: String?) throws -> News { throw Unasked() }
        func count(_ request: CountRequest) throws -> Int { throw Unasked() }
        func standing(_ request: StandingRequest) throws -> Standing { throw Unasked() }
        func export(_ request: ExportRequest) throws -> String { throw Unasked() }
        func place(of edit: EditDetail, in session: SessionRow, line: String?) throws -> CodePlace { throw Unasked() }
        func session(_ uid: String) throws -> SessionDetail? { throw Unasked() }
        func conversation(_ page: ConversationPage) throws -> (turns: [TurnRow], before: Int) { throw Unasked() }
        func story(_ turn: Int64) throws -> TurnStory? { throw Unasked() }
        func dataVersion() throws -> Int { throw Unasked() }
    }

    @Test func `whoever's question another one took the place of hears so, whether it ran or waited`() {
        let data = Slow()
        let heard = Mutex<[String]>([])
        let worker = QueryWorker(data) { result in
            guard case .answer(let answer) = result else { return }
            heard.withLock { heard in
                switch answer {
                case .turn(let request, _): heard.append("answered \(request.ticket)")
                case .superseded(let ticket): heard.append("superseded \(ticket)")
                default: heard.append("else")
                }
            }
        }
        let ask = { (ticket: Int, reader: TurnRequest.Reader) in
            worker.ask(.turn(TurnRequest(ticket: ticket, id: 1, reader: reader)))
        }
        ask(1, .screen)
        while data.begun == 0 {}
        // One that waits, and gives way to the next.
        ask(2, .preview)
        ask(3, .preview)
        ask(4, .screen)
        while heard.withLock({ $0.count }) < 3 {}
        #expect(heard.withLock { $0.sorted() } == ["answered 3", "answered 4", "superseded 1"])
    }
}
