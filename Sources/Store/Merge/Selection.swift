/// Which rows of the source are taken.
enum Selection {
    case everything
    /// Those of a `RecordSet` on the source's connection.
    case chosen

    /// A condition on the rows of a table, by its alias in the query.
    func only(_ table: String, _ alias: String) -> String {
        switch self {
        case .everything: return "1"
        case .chosen where table == "session":
            return """
                \(alias).id IN (SELECT session FROM turn WHERE id IN \(RecordSet.all("turn"))
                    UNION SELECT session FROM prompt WHERE id IN \(RecordSet.all("prompt"))
                    UNION SELECT session FROM generation WHERE id IN \(RecordSet.all("generation")))
                """
        case .chosen where table == "alert":
            return
                "\(alias).uid IN (SELECT to_uid FROM link WHERE \(Self.isFromChosen) UNION SELECT from_uid FROM link WHERE \(Self.isToChosen))"
        case .chosen where table == "attribution":
            return "\(alias).session IN (SELECT s.id FROM session s WHERE \(only("session", "s")))"
        case .chosen: return "\(alias).id IN \(RecordSet.all(table))"
        }
    }

    private static let chosenUIDs = ["turn", "prompt", "generation", "edit", "finding"].map {
        "SELECT '\($0)', uid FROM \($0) WHERE id IN \(RecordSet.all($0))"
    }.joined(separator: " UNION ")

    private static let isFromChosen = "to_kind = 'alert' AND (from_kind, from_uid) IN (\(chosenUIDs))"
    private static let isToChosen = "from_kind = 'alert' AND (to_kind, to_uid) IN (\(chosenUIDs))"
}

extension Selection {
    var isEverything: Bool {
        if case .everything = self { true } else { false }
    }
}
