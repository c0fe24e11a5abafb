import Dashboard
import Store
import Synchronization
import Terminal
import Testing
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct LoopTests {
    /// Canned turns; a filter with the word "slow" takes until it is interrupted.
    private final class Canned: DashboardData {
        struct Interrupted: Error {}
        private struct State {
            var turns: [TurnRow]
            var version = 1
            var interrupts = 0
        }
        private let state: Mutex<State>

        init(_ turns: [TurnRow]) { state = Mutex(State(turns: turns)) }

        var interrupts: Int { state.withLock { $0.interrupts } }

        func add(_ turn: TurnRow) {
            state.withLock { state in
                state.turns.insert(turn, at: 0)
                state.version += 1
            }
        }

        func turns(
            matching filter: String, from key: PageKey?, _ direction: PageDirection, limit: Int
        ) throws -> [TurnRow] {
            if filter.contains("slow") {
                while interrupts == 0 { usleep(200) }
                throw Interrupted()
            }
            return state.withLock { state in
                key == nil
                    ? Array(state.turns.filter { filter.isEmpty || $0.title.contains(filter) }.prefix(limit)) : []
            }
        }

        func turn(_ id: Int64) throws -> TurnDetail? {
            state.withLock { $0.turns.first { $0.id == id } }.map { Samples.detail(of: $0) }
        }

        func dataVersion() throws -> Int { state.withLock { $0.version } }
        func interrupt() { state.withLock { $0.interrupts += 1 } }
    }

    private func options(_ path: String? = nil) -> Dashboard.Options {
        var options = Dashboard.Options(
            state: DashboardState(size: Size(columns: 80, rows: 24), clock: .utc), now: { Samples.now })
        options.storePath = path
        return options
    }

    private func shows(_ text: String) -> (Frame) -> Bool { { $0.text().contains(text) } }

    @Test func `keys, rows and turns meet: open, go back, quit`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.character("j"), .enter)
        terminal.wait(until: shows("edit 1 of 3"))
        terminal.press(.character("q"))
        terminal.wait(until: shows("2 of 10"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options()) == .quit)
        #expect(!terminal.ranOut)
    }

    @Test func `a slow query is interrupted by the next one, and nothing is heard of it`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        let data = Canned(Samples.turns)
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.character("/"))
        terminal.type("slow")
        terminal.press(.enter)
        terminal.wait(until: shows("searching…"))
        terminal.press(.character("/"), .control("u"))
        terminal.type("ship")
        terminal.press(.enter)
        terminal.wait { $0.text().contains("1 turn   ship") && !$0.text().contains("searching") }
        terminal.press(.character("Q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options()) == .quit)
        #expect(!terminal.ranOut)
        #expect(!terminal.frames.contains { $0.text().contains("Interrupted") })
    }

    @Test func `what others write to the store appears by itself`() throws {
        let folder = try temporaryFolder()
        let path = folder + "/store.sqlite"
        defer {
            unlink(path + "-wal")
            unlink(path)
            rmdir(folder)
        }
        try append("x", to: path)
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        let data = Canned(Samples.turns)
        terminal.wait(until: shows("10 turns"))
        // Stands for another process: writes once the list is on the screen.
        let written = Mutex(false)
        terminal.wait { _ in
            written.withLock { written in
                guard !written else { return }
                written = true
                data.add(Samples.turn(50, at: Samples.now, "written elsewhere"))
                try? append("y", to: path + "-wal")
            }
            return true
        }
        terminal.wait(until: shows("written elsewhere"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options(path)) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.lastFrame?.text(row: 0).contains("last write") == true)
    }

    @Test func `the catching up runs after the first paint, and its end is said`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        let data = Canned(Samples.turns)
        var options = options()
        options.catchUp = { say in
            say("reading 2 histories")
            data.add(Samples.turn(50, at: Samples.now, "caught up with"))
            return "1 new turn"
        }
        terminal.wait(until: shows("caught up with"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.frames.first?.text().contains("caught up with") == false)
        #expect(terminal.lastFrame?.text().contains("1 new turn") == true)
    }

    @Test func `a signal ends it`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24), events: [.terminate(SIGTERM)])
        #expect(Dashboard.run(data: Canned([]), terminal: terminal, options: options()) == .signal(SIGTERM))
    }

    private struct Failed: Error {}

    private func temporaryFolder() throws -> String {
        var template = Array("/tmp/colophon-dashboard-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failed() }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func append(_ text: String, to path: String) throws {
        guard let file = fopen(path, "a") else { throw Failed() }
        fputs(text, file)
        fclose(file)
    }
}
