import Dashboard
import Flows
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

        func rows(_ request: PageRequest) throws -> [ListRow] {
            if request.filter.contains("slow") {
                while interrupts == 0 { usleep(200) }
                throw Interrupted()
            }
            return state.withLock { state in
                guard request.subject == .code else { return [] }
                let found = state.turns.filter {
                    $0.edits > 0 && (request.filter.isEmpty || $0.title.contains(request.filter))
                }
                return request.from == nil ? found.prefix(request.limit).map(ListRow.turn) : []
            }
        }

        func edits(ofTurns turns: [Int64]) throws -> [Int64: [TurnEdit]] {
            state.withLock { state in Samples.edits(of: state.turns.filter { turns.contains($0.id) }) }
        }

        func news(since: Int64, repository: String?) throws -> News { News(since: since) }
        func count(_ request: CountRequest) throws -> Int { state.withLock { $0.turns.count { $0.edits > 0 } } }
        func standing(_ request: StandingRequest) throws -> Standing { Standing() }
        func export(_ request: ExportRequest) throws -> String { "wrote nothing" }

        func place(of edit: EditDetail, in session: SessionRow, line: String?) throws -> CodePlace {
            CodePlace(path: "/shop/" + edit.edit.path, line: 7, isFound: true)
        }

        func turn(_ id: Int64) throws -> TurnDetail? {
            state.withLock { $0.turns.first { $0.id == id } }.map { Samples.detail(of: $0) }
        }

        func session(_ uid: String) throws -> SessionDetail? {
            state.withLock { Samples.session(of: $0.turns) }
        }

        func conversation(_ page: ConversationPage) throws -> (turns: [TurnRow], before: Int) {
            state.withLock { Samples.page(page, of: $0.turns) }
        }

        func story(_ turn: Int64) throws -> TurnStory? {
            state.withLock { $0.turns.first { $0.id == turn } }.map { Samples.story(of: $0) }
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
        terminal.wait(until: shows("2 of 8"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options()) == .quit)
        #expect(!terminal.ranOut)
    }

    @Test func `P gives the terminal to the pager and takes it back, where one was`() {
        for (pager, words) in [("cat > /dev/null", "edit 2 of 3"), ("no-such-pager 2>/dev/null", "There is no pager")] {
            let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
            terminal.wait(until: shows("ship the deploy script"))
            terminal.press(.enter)
            terminal.wait(until: shows("3 edits"))
            terminal.press(.character("}"), .character("}"), .character("P"))
            terminal.wait { $0.text().contains(words) && $0.text(row: 23).contains("line ") }
            terminal.press(.character("Q"))
            var options = options()
            options.environment = ["PAGER": pager]
            #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
            #expect(!terminal.ranOut && terminal.releases == 1)
        }
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
        terminal.wait { $0.text().contains("1 with code   ship") && !$0.text().contains("searching") }
        terminal.press(.character("Q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options()) == .quit)
        #expect(!terminal.ranOut)
        #expect(!terminal.frames.contains { $0.text().contains("Interrupted") })
    }

    @Test func `a turn opens while a slow filter still looks for rows`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        let data = Canned(Samples.turns)
        var options = options()
        options.details = Canned(Samples.turns)
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.character("/"))
        terminal.type("slow")
        terminal.press(.enter)
        terminal.wait(until: shows("searching…"))
        terminal.press(.enter)
        terminal.wait(until: shows("line 1 of"))
        terminal.press(.character("Q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
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
        terminal.wait(until: shows("8 with code"))
        // Stands for another process: writes once the list is on the screen.
        let written = Mutex(false)
        terminal.wait { _ in
            written.withLock { written in
                guard !written else { return }
                written = true
                data.add(Samples.turn(50, at: Samples.now, "written elsewhere", path: "a.py"))
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
            data.add(Samples.turn(50, at: Samples.now, "caught up with", path: "a.py"))
            return "1 new turn"
        }
        terminal.wait(until: shows("caught up with"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: data, terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.frames.first?.text().contains("caught up with") == false)
        #expect(terminal.lastFrame?.text().contains("1 new turn") == true)
    }

    @Test func `e runs the user's editor on the file, and one that is not there is told`() throws {
        let folder = try temporaryFolder()
        let note = folder + "/note"
        defer {
            unlink(note)
            rmdir(folder)
        }
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.character("e"))
        terminal.wait { _ in access(note, F_OK) == 0 }
        terminal.press(.character("q"))
        var options = options()
        // The arguments that colophon adds come after those of the user's own.
        options.environment = ["EDITOR": "echo >\(note) --wait"]
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(try text(of: note) == "--wait +7 /shop/src/pay/refund.py\n")

        let lost = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        lost.wait(until: shows("ship the deploy script"))
        lost.press(.character("e"))
        lost.wait(until: shows("There is no editor 'no-such-editor'"))
        lost.press(.character("q"))
        options.environment = ["VISUAL": "no-such-editor 2>/dev/null"]
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: lost, options: options) == .quit)
        #expect(!lost.ranOut)
    }

    @Test func `y y copies the code of an edit`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.enter)
        terminal.wait(until: shows("3 edits"))
        terminal.press(.character("}"), .character("}"), .character("y"), .character("y"))
        terminal.wait(until: shows("copied: 4 lines"))
        terminal.press(.character("Q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options()) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.copied.last?.hasPrefix("def test_twice():\n\tassert") == true)
    }

    @Test func `the ground chooses the theme, asked for after the first frame`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        var options = options()
        options.themes = ThemeDesk(library: ThemeLibrary(folder: nil), choice: .automatic, appearance: nil)
        #expect(options.themes?.theme.name == "dark")
        terminal.wait { _ in terminal.appearanceQuestions == 1 }
        terminal.send(.appearance(.light))
        terminal.wait(until: shows("theme 'light'"))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.theme.name == "light")
    }

    @Test func `a theme chosen by name asks nothing, and no ground changes it`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        var options = options()
        options.themes = ThemeDesk(library: ThemeLibrary(folder: nil), choice: .named("dark"), appearance: nil)
        terminal.theme = Theme.builtIn("dark")
        terminal.wait(until: shows("ship the deploy script"))
        terminal.send(.appearance(.light))
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
        #expect(terminal.appearanceQuestions == 0)
        #expect(terminal.theme.name == "dark")
    }

    @Test func `a theme is tried in the palette, left again, and worn`() throws {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        var options = options()
        options.themes = ThemeDesk(library: ThemeLibrary(folder: nil), choice: .named("dark"), appearance: nil)
        terminal.theme = Theme.builtIn("dark")
        var worn: [String] = []
        func look(_ text: String) {
            terminal.wait { frame in
                guard frame.text().contains(text) else { return false }
                worn.append(terminal.theme.name)
                return true
            }
        }
        terminal.wait(until: shows("ship the deploy script"))
        terminal.press(.character(":"))
        terminal.type("theme mon")
        look("mono")
        terminal.press(.escape)
        look("? help")
        terminal.press(.character(":"))
        terminal.type("theme light")
        terminal.press(.enter)
        look("theme 'light', until you leave")
        terminal.press(.character(":"))
        terminal.type("theme nosuch")
        terminal.press(.enter)
        look("There is no theme 'nosuch'")
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(worn == ["mono", "dark", "light", "light"])
    }

    @Test func `the configuration is read again when it is saved, and a mistake in it changes nothing`() throws {
        let folder = try temporaryFolder()
        let path = folder + "/config.toml"
        defer {
            unlink(path)
            rmdir(folder)
        }
        try append("1", to: path)
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        var options = options()
        let library = ThemeLibrary(folder: nil)
        let look = Dashboard.Look(themes: library, theme: .named("dark"), color: .automatic)
        options.themes = ThemeDesk(library: library, choice: look.theme, appearance: nil)
        let number = Mutex(0)
        options.configuration = ConfigurationFile(folder: folder, file: "config.toml", look: look) {
            var look = look
            look.theme = .named("light")
            look.keys = [KeySetting(action: "help", keys: ["X"], line: 1)]
            let isFirst = number.withLock { number in
                number += 1
                return number == 1
            }
            if isFirst { look.complaint = "config.toml, line 7: a mistake" }
            return look
        }
        func save() {
            terminal.wait { _ in
                try? append("2", to: path)
                return true
            }
        }
        terminal.wait(until: shows("ship the deploy script"))
        save()
        terminal.wait { $0.text().contains("line 7: a mistake") && terminal.theme.name != "light" }
        save()
        terminal.wait { $0.text().contains("config.toml was read again") && $0.text().contains("X help") }
        terminal.press(.character("q"))
        #expect(Dashboard.run(data: Canned(Samples.turns), terminal: terminal, options: options) == .quit)
        #expect(!terminal.ranOut)
        #expect(terminal.theme.name == "light")
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

    private func text(of path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw Failed() }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private func append(_ text: String, to path: String) throws {
        guard let file = fopen(path, "a") else { throw Failed() }
        fputs(text, file)
        fclose(file)
    }
}
