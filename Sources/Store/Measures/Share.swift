/// How often something holds, of all for which it could.
package enum Share: String, CaseIterable, Sendable {
    case turnsThatWrote = "turns that wrote code"
    case generationsWithWords = "generations with words"
    case generationsOfAgents = "generations of sub-agents"
    case editsOfNewFiles = "edits that made a file"
    case editsApplied = "edits applied"
    case editsChanged = "edits changed by hand later"
    case editsFailed = "edits failed"
    case editsRejected = "edits rejected"
    case editsProposed = "edits only proposed"
    case distinctAnswers = "answers unlike all others"
    case distinctEdits = "edits unlike all others"
}

extension Share {
    /// A number between 0 and 1, NULL where there is nothing to share.
    var sql: String {
        switch self {
        case .turnsThatWrote: "SELECT avg(edits > 0) FROM turn WHERE asker = 'person'"
        case .generationsWithWords: "SELECT avg(output IS NOT NULL) FROM generation"
        case .generationsOfAgents: "SELECT avg(thread <> '') FROM generation"
        case .editsOfNewFiles: "SELECT avg(kind = 'create') FROM edit"
        case .editsApplied: Self.status("applied")
        case .editsChanged: Self.status("changed")
        case .editsFailed: Self.status("failed")
        case .editsRejected: Self.status("rejected")
        case .editsProposed: Self.status("proposed")
        case .distinctAnswers: "SELECT 1.0 * count(DISTINCT output) / count(output) FROM generation"
        case .distinctEdits: "SELECT 1.0 * count(DISTINCT after) / count(after) FROM edit"
        }
    }

    private static func status(_ status: String) -> String {
        "SELECT avg(status = '\(status)') FROM edit"
    }
}
