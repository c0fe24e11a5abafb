// What the edits of a row say.
extension FilterCondition {
    func status(_ choices: [String]) -> FilterSQL {
        let ofFindings = choices.filter(FilterField.findingStatuses.contains)
        guard ofFindings.isEmpty else {
            let others = choices.filter { !ofFindings.contains($0) }
            return .or([finding("f.status IN \(ofFindings)")] + (others.isEmpty ? [] : [status(others)]))
        }
        switch subject {
        case .turns: return "t.status IN \(choices)"
        case .edits: return "e.status IN \(choices)"
        case .generations:
            let edited = choices.filter { $0 != "answered" }
            var ways: [FilterSQL] = []
            if edited.count < choices.count { ways.append("NOT \(edit("1"))") }
            if !edited.isEmpty { ways.append(edit("d.status IN \(edited)")) }
            return .or(ways)
        case .sessions: return "EXISTS (SELECT 1 FROM turn u WHERE u.session = s.id AND u.status IN \(choices))"
        }
    }

    /// Whether the row is, or has, an edit `d` for which a condition holds.
    func edit(_ condition: FilterSQL) -> FilterSQL {
        switch subject {
        case .turns:
            """
            EXISTS (SELECT 1 FROM generation n JOIN edit d ON d.generation = n.id
                WHERE n.turn = t.id AND \(condition))
            """
        case .generations: "EXISTS (SELECT 1 FROM edit d WHERE d.generation = g.id AND \(condition))"
        case .edits: "EXISTS (SELECT 1 FROM edit d WHERE d.id = e.id AND \(condition))"
        case .sessions:
            """
            EXISTS (SELECT 1 FROM generation n JOIN edit d ON d.generation = n.id
                WHERE n.session = s.id AND \(condition))
            """
        }
    }

    /// A file by its path, its name, or a folder above it.
    func file(_ values: [FilterPredicate]) -> FilterSQL {
        let paths = Self.paths(values)
        return edited(paths.match, mayBeMany: paths.mayBeMany)
    }

    /// A condition on paths `p`, and whether it may hold for many.
    static func paths(_ values: [FilterPredicate]) -> (match: FilterSQL, mayBeMany: Bool) {
        var mayBeMany = false
        let match = values.texts { match -> FilterSQL in
            switch match {
            case .equal(let path) where path.hasSuffix("/"):
                mayBeMany = true
                return FilterTextMatch.glob([path, ""]).on("p.text")
            case .equal(let path):
                // A name without a dot is most likely a folder's.
                if path.split(separator: "/").last?.contains(".") != true { mayBeMany = true }
                let name = FilterTextMatch.glob(["", "/" + path])
                let folder = FilterTextMatch.glob([path + "/", ""])
                return "(\(match.on("p.text")) OR \(name.on("p.text")) OR \(folder.on("p.text")))"
            case .glob(let parts):
                mayBeMany = true
                guard let first = parts.first, !first.isEmpty else { return match.on("p.text") }
                let name = FilterTextMatch.glob(["", "/" + first] + parts.dropFirst())
                return "(\(match.on("p.text")) OR \(name.on("p.text")))"
            case .contains:
                mayBeMany = true
                return match.on("p.text")
            }
        }
        return (match, mayBeMany)
    }

    /// Rows with edits of the paths `p` for which a condition holds.
    func edited(_ condition: FilterSQL, mayBeMany: Bool) -> FilterSQL {
        let paths: FilterSQL = "(SELECT p.id FROM path p WHERE \(condition))"
        if subject == .edits { return "e.path IN \(paths)" }
        let few: FilterSQL =
            """
            IN (SELECT \(owner) FROM path p CROSS JOIN edit d ON d.path = p.id
                CROSS JOIN generation n ON n.id = d.generation WHERE \(condition) AND \(owner) IS NOT NULL)
            """
        if !mayBeMany { return "\(row) \(few)" }
        return by(
            "SELECT 1 FROM edit d WHERE d.path IN \(paths)", few: "\(row) \(few)", many: edit("d.path IN \(paths)"))
    }

    var row: FilterSQL {
        switch subject {
        case .turns: "t.id"
        case .generations: "g.id"
        case .edits: "e.id"
        case .sessions: "s.id"
        }
    }

    /// The row that a generation `n` belongs to; of edits `d` among them the edit.
    var owner: FilterSQL {
        switch subject {
        case .turns: "n.turn"
        case .generations: "n.id"
        case .edits: "d.id"
        case .sessions: "n.session"
        }
    }
}
