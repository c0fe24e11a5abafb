/// Why git gave no answer.
package enum GitError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No program `git` in `PATH`, or it cannot be started; with the number of the system's error.
    case cannotStart(code: Int32)
    /// The subcommand or option is none of those that only read.
    case notReadOnly(argument: String)
    /// git ended with an error; its first line of complaint.
    case failed(subcommand: String, status: Int32, message: String)
    case timedOut(subcommand: String, milliseconds: Int)
    case tooLarge(subcommand: String, limitBytes: Int)
    /// git ended, or said something else, while it was asked for an object.
    case brokenOff(subcommand: String)

    package var description: String {
        switch self {
        case .cannotStart(let code):
            "git cannot be started (error \(code)); install it, or put its folder into PATH."
        case .notReadOnly(let argument):
            "\"\(argument)\" is not among what Colophon lets git do; it only reads."
        case .failed(let subcommand, let status, let message):
            "git \(subcommand) ended with status \(status): \(message)"
        case .timedOut(let subcommand, let milliseconds):
            "git \(subcommand) took longer than \(milliseconds) ms and was stopped."
        case .tooLarge(let subcommand, let limit):
            "git \(subcommand) gave more than \(limit) bytes and was stopped."
        case .brokenOff(let subcommand):
            "git \(subcommand) broke off in the middle of its answer; 'git fsck' may say more."
        }
    }
}
