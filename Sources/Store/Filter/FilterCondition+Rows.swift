// What stands on the row itself, or on the session and turn above it.
extension FilterCondition {
    var time: FilterSQL {
        switch subject {
        case .turns: "t.at"
        case .generations: "g.started_at"
        case .edits: "e.at"
        case .sessions: "s.started_at"
        }
    }

    var tokens: FilterSQL {
        switch subject {
        case .turns: "t.output_tokens"
        case .generations: "g.output_tokens"
        case .edits: "(SELECT n.output_tokens FROM generation n WHERE n.id = e.generation)"
        case .sessions: "(SELECT sum(u.output_tokens) FROM turn u WHERE u.session = s.id)"
        }
    }

    var agent: FilterSQL {
        switch subject {
        case .turns: "t.agent"
        case .generations: "(SELECT o.agent FROM session o WHERE o.id = g.session)"
        case .edits:
            """
            (SELECT o.agent FROM generation n JOIN session o ON o.id = n.session WHERE n.id = e.generation)
            """
        case .sessions: "s.agent"
        }
    }

    var branch: FilterSQL {
        switch subject {
        case .turns: "t.branch"
        case .generations: "(SELECT u.branch FROM turn u WHERE u.id = g.turn)"
        case .edits: "(SELECT u.branch FROM generation n JOIN turn u ON u.id = n.turn WHERE n.id = e.generation)"
        case .sessions: "s.branch"
        }
    }

    func model(_ values: [FilterPredicate]) -> FilterSQL {
        switch subject {
        case .turns: return "t.model IN \(names("turn", values))"
        case .generations: return "g.model IN \(names("generation", values))"
        case .edits, .sessions:
            let hits: FilterSQL = "FROM generation n WHERE n.model IN \(names("generation", values))"
            let match = values.texts(on: "n.model")
            return subject == .edits
                ? by(
                    "SELECT 1 \(hits)", few: "e.generation IN (SELECT n.id \(hits))",
                    many: "EXISTS (SELECT 1 FROM generation n WHERE n.id = e.generation AND \(match))")
                : by(
                    "SELECT 1 \(hits)", few: "s.id IN (SELECT n.session \(hits))",
                    many: "EXISTS (SELECT 1 FROM generation n WHERE n.session = s.id AND \(match))")
        }
    }

    /// The models that match among those of a table: from one to the next along its index, for there are few.
    private func names(_ table: FilterSQL, _ values: [FilterPredicate]) -> FilterSQL {
        """
        (WITH RECURSIVE name(text) AS (
            SELECT min(model) FROM \(table)
            UNION ALL SELECT (SELECT min(model) FROM \(table) WHERE model > text) FROM name WHERE text IS NOT NULL)
        SELECT text FROM name WHERE \(values.texts(on: "text")))
        """
    }

    func repository(_ values: [FilterPredicate]) -> FilterSQL {
        let match = values.texts { match -> FilterSQL in
            guard case .equal(let name) = match else { return "(\(match.on("r.name")) OR \(match.on("r.identity")))" }
            // `owner/name` is how people call it; the identity has the host before it.
            let tail = FilterTextMatch.glob(["", "/" + name])
            return "(\(match.on("r.name")) OR \(match.on("r.identity")) OR \(tail.on("r.identity")))"
        }
        let known: FilterSQL = "(SELECT r.id FROM repository r WHERE \(match))"
        return switch subject {
        case .turns: "t.repository IN \(known)"
        case .generations: "+g.session IN (SELECT o.id FROM session o WHERE o.repository IN \(known))"
        case .edits:
            """
            (SELECT o.repository FROM generation n JOIN session o ON o.id = n.session WHERE n.id = e.generation)
                IN \(known)
            """
        case .sessions: "s.repository IN \(known)"
        }
    }

    func asker(_ choices: [String]) -> FilterSQL {
        switch subject {
        case .turns: "t.asker IN \(choices)"
        case .generations:
            """
            coalesce((SELECT p.asker FROM prompt p WHERE p.id = g.prompt),
                (SELECT u.asker FROM turn u WHERE u.id = g.turn)) IN \(choices)
            """
        case .edits:
            """
            (SELECT coalesce(p.asker, u.asker) FROM generation n LEFT JOIN prompt p ON p.id = n.prompt
                LEFT JOIN turn u ON u.id = n.turn WHERE n.id = e.generation) IN \(choices)
            """
        case .sessions: "EXISTS (SELECT 1 FROM turn u WHERE u.session = s.id AND u.asker IN \(choices))"
        }
    }

    // MARK: - Sessions

    func session(_ values: [FilterPredicate]) -> FilterSQL {
        within(
            values.texts { match in
                "(\(match.on("o.uid")) OR \(match.on("o.maker_id")) OR \(match.on("o.title")))"
            })
    }

    /// Git shows the first digits of a commit's id, and so do people.
    func commit(_ values: [FilterPredicate]) -> FilterSQL {
        within(
            values.texts { match in
                guard case .equal(let start) = match else { return match.on("o.commit_id") }
                return FilterTextMatch.glob([start, ""]).on("o.commit_id")
            })
    }

    func change(_ values: [FilterPredicate]) -> FilterSQL {
        let match = values.texts { match -> FilterSQL in
            if case .equal(let text) = match {
                let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
                if let number = Int64(digits), number >= 0 { return "c.number = \(number)" }
            }
            return "(\(match.on("c.repository || '#' || c.number")) OR \(match.on("c.url")))"
        }
        return within(
            """
            o.uid IN (SELECT l.from_uid FROM change c JOIN link l
                ON l.to_kind = 'change' AND l.to_uid = c.repository || '#' || c.number AND l.from_kind = 'session'
                WHERE \(match))
            """)
    }

    /// Rows of the sessions `o` for which a condition holds.
    private func within(_ condition: FilterSQL) -> FilterSQL {
        let sessions: FilterSQL = "(SELECT o.id FROM session o WHERE \(condition))"
        return switch subject {
        case .turns: "t.session IN \(sessions)"
        case .generations: "g.session IN \(sessions)"
        case .edits: "e.generation IN (SELECT n.id FROM generation n WHERE n.session IN \(sessions))"
        case .sessions: "s.id IN \(sessions)"
        }
    }
}
