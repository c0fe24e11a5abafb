import Testing

@testable import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct ClipboardTests {
    private func sequence(_ text: String, _ multiplexer: Multiplexer) -> String? {
        clipboardSequence(text, through: multiplexer).map { String(decoding: $0, as: UTF8.self) }
    }

    private func environment(_ term: String, tmux: Bool = false, screen: Bool = false) -> TerminalEnvironment {
        var environment = TerminalEnvironment(term: term)
        environment.isInTmux = tmux
        environment.isInScreen = screen
        return environment
    }

    @Test func `a terminal is told by OSC 52`() {
        #expect(sequence("words", .none) == "\u{1B}]52;c;d29yZHM=\u{7}")
        #expect(sequence("", .none) == "\u{1B}]52;c;\u{7}")
    }

    @Test func `tmux is told both ways that it may be set to obey`() {
        #expect(
            sequence("words", .tmux)
                == "\u{1B}]52;c;d29yZHM=\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;d29yZHM=\u{7}\u{1B}\\")
    }

    @Test func `screen hands on strings of at most 256 bytes, which come to the whole`() throws {
        let text = String(repeating: "äöü words ", count: 100)
        let wrapped = try #require(sequence(text, .screen))
        let pieces = wrapped.split(separator: "\u{1B}\\")
        #expect(wrapped.hasSuffix("\u{1B}\\") && pieces.count > 3)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 254 })
        #expect(pieces.map { $0.dropFirst(2) }.joined() == sequence(text, .none))
    }

    @Test(arguments: [Multiplexer.none, .tmux, .screen])
    func `what is longer than terminals take is refused`(multiplexer: Multiplexer) {
        let most = 74_994 / 4 * 3
        #expect(clipboardSequence(String(repeating: "x", count: most), through: multiplexer) != nil)
        #expect(clipboardSequence(String(repeating: "x", count: most + 1), through: multiplexer) == nil)
    }

    @Test func `what stands between is told by the environment, else by the name of the terminal`() {
        #expect(Multiplexer(environment("xterm-256color")) == .none)
        #expect(Multiplexer(environment("screen-256color", tmux: true)) == .tmux)
        #expect(Multiplexer(environment("tmux-256color")) == .tmux)
        #expect(Multiplexer(environment("screen", screen: true)) == .screen)
        #expect(Multiplexer(environment("screen-256color")) == .unknown, "tmux or screen, at the far end of ssh")
        #expect(sequence("words", .unknown) == sequence("words", .none))
    }

    @Test func `inside of tmux the text goes to tmux itself`() {
        #expect(ClipboardProgram.choice(environment("tmux", tmux: true))?.words == ["tmux", "load-buffer", "-w", "-"])
        #if !os(macOS)
            #expect(ClipboardProgram.choice(environment("xterm")) == nil)
        #endif
    }

    @Test func `a program for the clipboard gets the whole text, and one that does not take it says so`() throws {
        var template = Array("/tmp/colophon-clip-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let out = folder + "/out"
        defer {
            unlink(out)
            rmdir(folder)
        }
        let text = String(repeating: "wörds\n", count: 60_000)
        #expect(ClipboardProgram(words: ["sh", "-c", "cat > '\(out)'"]).take(text))
        var status = stat()
        #expect(stat(out, &status) == 0 && Int(status.st_size) == text.utf8.count)
        #expect(!ClipboardProgram(words: ["false"]).take(text))
        #expect(!ClipboardProgram(words: ["no-such-program"]).take(text))
    }
}
