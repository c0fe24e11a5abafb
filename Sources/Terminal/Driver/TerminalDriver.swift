/// A screen and keyboard: ncurses in the program (`CursesTerminal`), a script in tests (`ScriptedTerminal`).
///
/// A loop over it draws only when nothing waits to be read, so that held keys never queue up behind painting:
///
///     while !state.ended {
///         if !terminal.hasPendingInput { terminal.draw(view(state, terminal.size)) }
///         update(&state, terminal.nextEvent())
///     }
///
/// One thread owns a driver; `waker` is the only way in from others.
package protocol TerminalDriver: AnyObject {
    var size: Size { get }
    /// False where the locale or the terminal shows ASCII only; the driver then draws ASCII stand-ins by itself.
    var supportsUnicode: Bool { get }
    var theme: Theme { get set }
    /// Whether clicks and the wheel come to the program. Off, the terminal's own text selection works.
    var mouseEnabled: Bool { get set }
    var waker: Waker { get }
    /// True if an event can be had from `nextEvent` without waiting.
    var hasPendingInput: Bool { get }

    /// Puts a frame on the screen. What exceeds the screen is cut, what it leaves uncovered is blank.
    func draw(_ frame: Frame)
    /// Waits for the next event, for ever if no time is given; sleeps in the kernel meanwhile.
    func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent
    /// Reports `readable` whenever the descriptor has something to read, until `unwatch`.
    func watch(descriptor: Int32)
    func unwatch(descriptor: Int32)
    /// Forgets what is on the screen, so that the next frame is painted whole (Ctrl-L).
    func repaint()
    func bell()
    /// Asks whether the ground is dark or light, now and whenever that changes: `appearance` follows as an event, or never.
    func askAppearance()
    /// Hands text to the clipboard through the terminal (OSC 52). False if it is too long for terminals to accept.
    func copy(_ text: String) -> Bool
    /// Stops the program as Ctrl-Z does; returns when it is continued. `resumed` follows as an event.
    func suspend()
    /// Gives the terminal to another program (an editor) for the time of `body`.
    func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result
    /// Gives the terminal back as it was found. May be called again; the driver is of no use afterwards.
    func end()
}

extension TerminalDriver {
    package func nextEvent() -> TerminalEvent { nextEvent(timeoutMilliseconds: nil) }
}
