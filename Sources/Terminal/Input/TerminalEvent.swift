/// Everything that can make the interface do something.
package enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// Text pasted as one piece, line ends as `\n`. It is text to put somewhere, never keys to obey.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal has this size now. Several changes in a row arrive as one event.
    case resize(Size)
    /// The terminal's window gained (`true`) or lost the keyboard.
    case focus(Bool)
    /// The terminal's ground is dark or light; in answer to `askAppearance`, and when it changes.
    case appearance(Appearance)
    /// `Waker.wake()` was called at least once since the last `woken`.
    case woken
    /// A watched descriptor can be read, or its other end is closed.
    case readable(Int32)
    /// The program runs again after a suspension. The driver repaints the last frame by itself.
    case resumed
    /// Signal number: `SIGTERM`, `SIGINT`, or `SIGHUP`, the last one also when the terminal is gone. End in order.
    case terminate(Int32)
    /// The time given to `nextEvent` went by.
    case timeout
}
