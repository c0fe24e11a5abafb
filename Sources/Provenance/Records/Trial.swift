/// A command that was run on generated code, and what came of it.
package struct Trial: Equatable, Sendable {
    package var generation: UID
    package var command: String
    /// Of the signal that ended it, 128 and its number.
    package var exitCode: Int
    /// As its output tells; `nil` where it does not.
    package var passed: Int?
    package var failed: Int?
    package var skipped: Int?
    /// The end of what it said.
    package var output: String
    package var at: Int64
    package var endedAt: Int64

    package init(generation: UID, command: String, exitCode: Int, output: String, at: Int64, endedAt: Int64) {
        self.generation = generation
        self.command = command
        self.exitCode = exitCode
        self.output = output
        self.at = at
        self.endedAt = endedAt
    }
}
