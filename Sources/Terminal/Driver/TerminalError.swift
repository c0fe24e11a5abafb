/// Why a terminal cannot be used for the full screen.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    case notATerminal
    case noTerminalType
    case unknownTerminal(String)
    case tooSimple(String)
    case alreadyOpen
    case systemCall(String, errno: Int32)

    package var description: String {
        switch self {
        case .notATerminal:
            "The output is not a terminal, so the dashboard cannot be shown; use a command such as 'colophon list'."
        case .noTerminalType:
            "The variable TERM is not set, so the dashboard cannot be shown; set it, for example to 'xterm-256color'."
        case .unknownTerminal(let name):
            "The terminal type '\(printable(name))' (from TERM) is not known on this machine; "
                + "set TERM to one that is, for example 'xterm-256color'."
        case .tooSimple(let name):
            "The terminal type '\(printable(name))' (from TERM) cannot place the cursor, "
                + "so the dashboard cannot be shown; use a command such as 'colophon list'."
        case .alreadyOpen:
            "The terminal is already in use by this program."
        case .systemCall(let call, let number):
            "The terminal could not be prepared: \(call) failed with error \(number)."
        }
    }

    /// `TERM` comes from outside; an escape character in it must not reach the terminal by way of the message.
    private func printable(_ name: String) -> String {
        String(name.unicodeScalars.prefix(64).map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" })
    }
}
