import Dashboard
import Store
import Terminal
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whole screens, as files in `Screens`. `RECORD=1 swift test --filter ScreenTests` writes them anew; read the difference.
@Suite struct ScreenTests {
    static let sizes = [[40, 10], [80, 24], [120, 40], [200, 60]]

    @Test(arguments: sizes)
    func `the list of turns`(size: [Int]) throws {
        try expect(Desk(size[0], size[1]), "list", size)
    }

    @Test(arguments: sizes)
    func `the list with risks, in a repository, of a demo`(size: [Int]) throws {
        var turns = Samples.turns
        turns[0].risk = 3
        turns[1].risk = 4
        turns[3].risk = 1
        try expect(Desk(size[0], size[1], turns: turns, repository: "shop", isDemo: true), "risks", size)
    }

    @Test(arguments: sizes)
    func `a turn opened`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter)
        try expect(desk, "turn", size)
    }

    @Test(arguments: sizes)
    func `a turn at its second edit`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("}"), .character("}"))
        try expect(desk, "edit", size)
    }

    @Test(arguments: sizes)
    func `a turn of the list opened to its edits`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("l"), .character("l"))
        try expect(desk, "opened", size)
    }

    @Test(arguments: sizes)
    func `every generation`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("v"), .character("v"))
        try expect(desk, "generations", size)
    }

    @Test(arguments: sizes)
    func `the code of an edit alone`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("}"), .character("d"), .character("d"))
        try expect(desk, "code", size)
    }

    @Test(arguments: sizes)
    func `an edit side by side, or one above the other where there is no room`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("}"), .character("d"))
        try expect(desk, "beside", size)
    }

    @Test(arguments: sizes)
    func `long lines that run out of the screen, moved to the left`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("}"), .character("w"), .character("L"))
        try expect(desk, "scrolled", size)
    }

    @Test(arguments: sizes)
    func `words being searched for in a turn`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("/"))
        desk.type("key")
        try expect(desk, "search", size)
    }

    @Test(arguments: sizes)
    func `two edits compared`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.enter, .character("}"), .character("="))
        let first = desk.text
        #expect(first.contains("is marked"))
        desk.press(.character("}"), .character("="))
        try expect(desk, "compare", size)
    }

    @Test(arguments: sizes)
    func `what happened since the last visit, and what may be copied`(size: [Int]) throws {
        var turns = Samples.turns
        turns[1].risk = 3
        var desk = Desk(size[0], size[1], turns: turns, lastVisit: Samples.now - Samples.day - 6 * Samples.minute)
        desk.press(.character("y"))
        try expect(desk, "news", size)
    }

    @Test(arguments: sizes)
    func `a filter with a bad word`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("/"))
        desk.type("modle:opus lock")
        try expect(desk, "filter", size)
    }

    @Test(arguments: sizes)
    func `fields that a filter can have`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("/"), .tab)
        try expect(desk, "fields", size)
    }

    @Test(arguments: sizes)
    func `values of a field, the third of them in the line`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.stored[.model] = ["gpt-5-codex", "opus-4.5", "opus 4.5 (thinking)", "qwen-coder", "退款-model"]
        desk.press(.character("/"))
        desk.type("lock -model:")
        desk.press(.tab, .tab, .tab)
        try expect(desk, "values", size)
    }

    static func palette(_ size: [Int]) -> Desk {
        var desk = Desk(size[0], size[1])
        desk.targets = PaletteTargets(
            views: [SavedView(name: "grave and mine", subject: .openFindings, filter: "sev:>=high")],
            sessions: [PaletteTargets.Session(uid: "s1", words: "Refunds graduate  shop  claude-code")],
            files: ["src/pay/grade.py", "源/grau.py"])
        desk.press(.character(":"))
        return desk
    }

    @Test(arguments: sizes)
    func `the palette as it opens`(size: [Int]) throws {
        try expect(Self.palette(size), "palette", size)
    }

    @Test(arguments: sizes)
    func `what the palette finds by a few letters`(size: [Int]) throws {
        var desk = Self.palette(size)
        desk.type("gra")
        desk.press(.down)
        try expect(desk, "found", size)
    }

    @Test(arguments: sizes)
    func `a question before something is forgotten`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.plan.counts = [
            ForgetPlan.Count(kind: "turn", number: 1), ForgetPlan.Count(kind: "generation", number: 12),
        ]
        desk.plan.holderCount = 2
        desk.press(.character(":"))
        desk.type("forget")
        desk.press(.enter)
        try expect(desk, "question", size)
    }

    @Test(arguments: sizes)
    func `a filter that nothing matches`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("/"))
        desk.type("unheard")
        desk.press(.enter)
        try expect(desk, "nothing", size)
    }

    @Test(arguments: sizes)
    func `a session, its turns folded`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("j"), .character("s"))
        try expect(desk, "session", size)
    }

    @Test(arguments: sizes)
    func `a session with a turn unfolded, a short prompt beside what it answers`(size: [Int]) throws {
        var turns = Samples.turns
        turns[1].title = "yes, do it"
        turns[1].inReplyTo = "Shall I split export.py?"
        turns[1].risk = 3
        var desk = Desk(size[0], size[1], turns: turns)
        desk.press(.character("j"), .character("s"), .enter)
        try expect(desk, "unfolded", size)
    }

    @Test(arguments: sizes)
    func `the help page`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("?"))
        try expect(desk, "help", size)
    }

    func expect(_ desk: Desk, _ name: String, _ size: [Int]) throws {
        let path = "\(folder)/\(name)-\(size[0])x\(size[1]).txt"
        let frame = desk.frame
        #expect(frame.size == desk.state.size)
        if getenv("RECORD") != nil {
            try write(frame.text() + "\n", to: path)
        } else {
            #expect(frame.text() + "\n" == contents(of: path), "the screen is not that of \(path)")
        }
    }

    private var folder: String {
        let file = #filePath
        return String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]) + "/Screens"
    }

    private func contents(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private struct NotWritten: Error { let path: String }

    private func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "w") else { throw NotWritten(path: path) }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw NotWritten(path: path) }
    }
}
