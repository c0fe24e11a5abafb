import Terminal
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct ScriptedTerminalTests {
    @Test func `events come in order and a resize changes the size`() {
        let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
        terminal.type("a")
        terminal.send(.resize(Size(columns: 40, rows: 10)))
        #expect(terminal.hasPendingInput)
        #expect(terminal.nextEvent() == .key(.character("a")))
        #expect(terminal.nextEvent() == .resize(Size(columns: 40, rows: 10)))
        #expect(terminal.size == Size(columns: 40, rows: 10))
        #expect(!terminal.hasPendingInput)
    }

    @Test func `keys after a wait come when the screen shows what was waited for`() {
        let terminal = ScriptedTerminal(size: Size(columns: 10, rows: 1))
        terminal.wait { $0.text().contains("ready") }
        terminal.press(.enter)
        terminal.waker.wake()
        #expect(terminal.nextEvent() == .woken)
        var frame = Frame(size: terminal.size)
        frame.put("ready", row: 0, column: 0, style: .text)
        terminal.draw(frame)
        #expect(terminal.nextEvent() == .key(.enter))
    }

    @Test func `a wait in vain ends in a hang-up, not in a test that never ends`() {
        let terminal = ScriptedTerminal(size: Size(columns: 10, rows: 1))
        terminal.patience = 10
        terminal.wait { _ in false }
        #expect(terminal.nextEvent() == .terminate(SIGHUP))
        #expect(terminal.ranOut)
    }

    @Test func `wakes add up to one event`() {
        let terminal = ScriptedTerminal(size: Size(columns: 10, rows: 1))
        for _ in 0..<3 { terminal.waker.wake() }
        #expect(terminal.nextEvent() == .woken)
        #expect(terminal.nextEvent(timeoutMilliseconds: 0) == .timeout)
    }
}
