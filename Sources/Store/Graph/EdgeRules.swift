extension EdgeRule {
    /// What the tables say of who came from what. A new kind of edge is one entry; its place is its name, so append.
    static let all: [EdgeRule] = [
        EdgeRule(
            .repository, .session, "has session", "in repository",
            effects: NeighbourQuery("session n WHERE n.repository = ?1", order: "n.started_at", isDescending: true),
            causes: NeighbourQuery("repository n WHERE n.id = (SELECT repository FROM session WHERE id = ?1)")),
        EdgeRule(
            .session, .session, "forked into", "forked from",
            effects: NeighbourQuery("session n WHERE n.parent = (SELECT uid FROM session WHERE id = ?1)"),
            causes: NeighbourQuery("session n WHERE n.uid = (SELECT parent FROM session WHERE id = ?1)")),
        EdgeRule(
            .session, .turn, "has part", "part of",
            effects: NeighbourQuery("turn n WHERE n.session = ?1", order: "n.at"),
            causes: NeighbourQuery("session n WHERE n.id = (SELECT session FROM turn WHERE id = ?1)")),
        EdgeRule(
            .turn, .prompt, "has part", "part of",
            effects: NeighbourQuery("prompt n WHERE n.turn = ?1"),
            causes: NeighbourQuery("turn n WHERE n.id = (SELECT turn FROM prompt WHERE id = ?1)")),
        EdgeRule(
            .turn, .generation, "has part", "part of",
            effects: NeighbourQuery("generation n WHERE n.turn = ?1"),
            causes: NeighbourQuery("turn n WHERE n.id = (SELECT turn FROM generation WHERE id = ?1)")),
        EdgeRule(
            .segment, .prompt, "part of", "has part",
            effects: NeighbourQuery(
                """
                segment s CROSS JOIN prompt n WHERE s.id = ?1 AND n.session = s.session AND n.thread = s.thread
                    AND s.number BETWEEN n.first_segment AND n.last_segment
                """, order: "n.at"),
            causes: NeighbourQuery(
                """
                prompt p CROSS JOIN segment n WHERE p.id = ?1 AND n.session = p.session AND n.thread = p.thread
                    AND n.number BETWEEN p.first_segment AND p.last_segment
                """, order: "n.number")),
        EdgeRule(
            .segment, .generation, "used by", "used",
            effects: NeighbourQuery(
                """
                segment s CROSS JOIN generation n WHERE s.id = ?1 AND n.session = s.session AND n.thread = s.thread
                    AND s.number BETWEEN n.first_segment AND n.last_segment
                """, order: "n.started_at"),
            // The last that it saw first.
            causes: NeighbourQuery(
                """
                generation g CROSS JOIN segment n WHERE g.id = ?1 AND n.session = g.session AND n.thread = g.thread
                    AND n.number BETWEEN g.first_segment AND g.last_segment
                """, order: "n.number", isDescending: true)),
        EdgeRule(
            .prompt, .generation, "prompted", "prompted by",
            // A prompt's answers are of its turn: the index of turns serves.
            effects: NeighbourQuery(
                "prompt p CROSS JOIN generation n WHERE p.id = ?1 AND n.turn IS p.turn AND n.prompt = p.id"),
            causes: NeighbourQuery("prompt n WHERE n.id = (SELECT prompt FROM generation WHERE id = ?1)")),
        EdgeRule(
            .generation, .edit, "wrote", "written by",
            effects: NeighbourQuery("edit n WHERE n.generation = ?1"),
            causes: NeighbourQuery("generation n WHERE n.id = (SELECT generation FROM edit WHERE id = ?1)")),
        EdgeRule(
            .edit, .finding, "has finding", "found in",
            effects: NeighbourQuery("finding n WHERE n.edit = ?1"),
            causes: NeighbourQuery("edit n WHERE n.id = (SELECT edit FROM finding WHERE id = ?1)")),
        EdgeRule(
            .generation, .finding, "has finding", "found in",
            effects: NeighbourQuery("finding n WHERE n.generation = ?1 AND n.edit IS NULL AND n.segment IS NULL"),
            causes: NeighbourQuery(
                """
                generation n WHERE n.id = (SELECT generation FROM finding
                    WHERE id = ?1 AND edit IS NULL AND segment IS NULL)
                """)),
        EdgeRule(
            .segment, .finding, "has finding", "found in",
            effects: NeighbourQuery("finding n WHERE n.segment = ?1"),
            causes: NeighbourQuery("segment n WHERE n.id = (SELECT segment FROM finding WHERE id = ?1)")),
        EdgeRule(
            .generation, .decision, "judged by", "judged",
            effects: NeighbourQuery("decision n WHERE n.generation = ?1 AND n.edit IS NULL"),
            causes: NeighbourQuery(
                "generation n WHERE n.id = (SELECT generation FROM decision WHERE id = ?1 AND edit IS NULL)")),
        EdgeRule(
            .edit, .decision, "judged by", "judged",
            effects: NeighbourQuery("decision n WHERE n.edit = ?1"),
            causes: NeighbourQuery("edit n WHERE n.id = (SELECT edit FROM decision WHERE id = ?1)")),
        EdgeRule(
            .edit, .frame, "blamed for", "resolved to",
            effects: NeighbourQuery("resolution n WHERE n.edit = ?1", name: "n.frame", id: "n.frame"),
            causes: NeighbourQuery("edit n WHERE n.id = (SELECT edit FROM resolution WHERE frame = ?1)")),
        EdgeRule(
            .session, .frame, "blamed for", "resolved to",
            effects: NeighbourQuery(
                "resolution n WHERE n.session = ?1 AND n.edit IS NULL", name: "n.frame", id: "n.frame"),
            causes: NeighbourQuery(
                "session n WHERE n.id = (SELECT session FROM resolution WHERE frame = ?1 AND edit IS NULL)")),
        EdgeRule(
            .revision, .frame, "brought the line of", "line brought by",
            effects: NeighbourQuery("resolution n WHERE n.commit_id = ?1", name: "n.frame", id: "n.frame"),
            causes: NeighbourQuery(
                "resolution n WHERE n.frame = ?1 AND n.commit_id IS NOT NULL", name: "n.commit_id", id: "n.frame")),
        EdgeRule(
            .frame, .alert, "part of", "has part",
            effects: NeighbourQuery("alert n WHERE n.id = (SELECT alert FROM frame WHERE id = ?1)"),
            causes: NeighbourQuery("frame n WHERE n.alert = ?1", order: "n.exception * 1000000 + n.depth")),
        EdgeRule(
            .session, .revision, "wrote lines of", "has lines of",
            effects: NeighbourQuery(
                "attribution n JOIN revision v ON v.id = n.revision WHERE n.session = ?1", name: "v.hash",
                id: "n.revision", group: "n.revision"),
            causes: NeighbourQuery(
                """
                revision v JOIN attribution n ON n.revision = v.id WHERE v.hash = ?1 AND n.session IS NOT NULL
                """, name: "n.session", id: "n.session", group: "n.session")),
        EdgeRule(
            .revision, .deployment, "deployed as", "deployed",
            effects: NeighbourQuery("deployment n WHERE n.revision = ?1"),
            causes: NeighbourQuery("deployment n WHERE n.id = ?1", name: "n.revision")),
        EdgeRule(
            .revision, .alert, "had alert", "fired at",
            effects: NeighbourQuery("alert n WHERE n.revision = ?1"),
            causes: NeighbourQuery("alert n WHERE n.id = ?1 AND n.revision IS NOT NULL", name: "n.revision")),
        copied(from: .segment, "segment"),
        copied(from: .generation, "answer"),
        copied(from: .edit, "edit"),
    ]

    /// What an answer's tokens stood in before, that of which it has most first.
    private static func copied(from source: NodeKind, _ column: String) -> EdgeRule {
        EdgeRule(
            source, .generation, "copied into", "copied from",
            effects: NeighbourQuery("copy n WHERE n.\(column) = ?1", name: "n.generation", id: "n.generation"),
            causes: NeighbourQuery(
                "copy n WHERE n.generation = ?1 AND n.\(column) IS NOT NULL", name: "n.\(column)", id: "n.number"))
    }

    /// The rules of the edges that leave a kind of node in one direction, by their places.
    static func leaving(_ kind: NodeKind, _ direction: GraphDirection) -> [(place: Int, rule: EdgeRule)] {
        all.enumerated().filter { (direction == .effects ? $1.cause : $1.effect) == kind }
            .map { (place: $0, rule: $1) }
    }
}
