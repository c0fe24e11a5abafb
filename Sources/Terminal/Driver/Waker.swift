/// Wakes the thread that waits in `TerminalDriver.nextEvent`, from any thread.
///
/// Wakes add up to one `woken` event until it is read: say what happened elsewhere, wake, and look when woken.
package struct Waker: Sendable {
    private let action: @Sendable () -> Void

    package init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    package func wake() { action() }
}
