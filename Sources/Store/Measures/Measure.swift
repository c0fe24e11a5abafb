/// What is measured of a store to tell how its records are made up: sizes, times, and how many of one belong to another.
package enum Measure: String, CaseIterable, Sendable {
    case turnsOfSession = "turns a session"
    case generationsOfTurn = "generations a turn"
    case generationsOfThread = "generations of a sub-agent"
    case editsOfTurn = "edits a turn"
    case filesOfTurn = "files a turn that wrote"
    case linesAdded = "lines added, update"
    case linesRemoved = "lines removed, update"
    case linesCreated = "lines of a new file"
    case firstLine = "first line, update"
    case updateBytes = "bytes after an update"
    case promptBytes = "bytes of a prompt"
    case taskBytes = "bytes of a sub-agent's task"
    case answerBytes = "bytes of an answer in words"
    case answerTime = "ms an answer took"
    case pause = "ms between answers of a turn"
    case wait = "ms between turns"
    case inputTokens = "input tokens"
    case cacheReadTokens = "input tokens from the cache"
    case cacheWriteTokens = "input tokens to the cache"
}

extension Measure {
    /// One column, a row for each thing measured; what was not recorded is NULL.
    var sql: String {
        switch self {
        case .turnsOfSession: "SELECT count(*) FROM turn WHERE asker = 'person' GROUP BY session"
        case .generationsOfTurn: "SELECT generations FROM turn WHERE asker = 'person'"
        case .generationsOfThread: "SELECT count(*) FROM generation WHERE thread <> '' GROUP BY session, thread"
        case .editsOfTurn: "SELECT edits FROM turn WHERE asker = 'person'"
        case .filesOfTurn: "SELECT files FROM turn WHERE asker = 'person' AND edits > 0"
        case .linesAdded: "SELECT added FROM edit WHERE kind = 'update'"
        case .linesRemoved: "SELECT removed FROM edit WHERE kind = 'update'"
        case .linesCreated: "SELECT added FROM edit WHERE kind = 'create'"
        case .firstLine: "SELECT first_line FROM edit WHERE kind = 'update'"
        case .updateBytes: Self.bytes("edit", "after", "kind = 'update'")
        case .promptBytes: Self.bytes("prompt", "words", "asker = 'person'")
        case .taskBytes: Self.bytes("prompt", "words", "asker = 'agent'")
        case .answerBytes: Self.bytes("generation", "output")
        case .answerTime: "SELECT ended_at - started_at FROM generation"
        case .pause:
            """
            SELECT max(0, started_at - lag(ended_at) OVER (PARTITION BY turn, thread ORDER BY started_at, id))
            FROM generation
            """
        case .wait:
            """
            SELECT max(0, lead(at) OVER (PARTITION BY session ORDER BY at, id) - ended_at)
            FROM turn WHERE asker = 'person'
            """
        case .inputTokens: "SELECT input_tokens FROM generation"
        case .cacheReadTokens: "SELECT cache_read_tokens FROM generation"
        case .cacheWriteTokens: "SELECT cache_write_tokens FROM generation"
        }
    }

    private static func bytes(_ table: String, _ column: String, _ condition: String = "1") -> String {
        """
        SELECT length(CAST(b.text AS BLOB)) FROM \(table) t JOIN body b ON b.id = t.\(column) WHERE \(condition)
        """
    }
}
