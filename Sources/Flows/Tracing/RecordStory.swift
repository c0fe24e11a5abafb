import Graph
import Provenance
package import Store
package import Text
import Trace

/// Tells where any record comes from and what it became, in the words in which a traced failure is told: back from an alert
/// to the prompt behind its line, or on from a prompt to everything that it became.
package struct RecordStory {
    private let store: Store
    private let words: StoryWords

    /// So many records of one kind are named.
    private static let mostNamed = 12
    /// So many records are gathered of what something became.
    private static let mostGathered = 400

    /// - Parameters:
    ///   - now: Unix milliseconds.
    ///   - clock: UTC for what is read elsewhere.
    package init(store: Store, now: Int64, clock: TimeZoneClock = .utc) {
        self.store = store
        words = StoryWords(now: now, clock: clock)
    }

    /// As Markdown that can be pasted into an incident; `nil` where the record is gone.
    package func markdown(of name: NodeName) throws -> String? {
        guard let node = try store.nodes([name]).first else { return nil }
        var text = "## \(Self.heading(node))\n\n"
        let chain = try causes(of: name)
        text += try opening(name, chain).map { "\($0)\n\n" }.joined()
        if !chain.isEmpty {
            text += "### How it came about\n\n"
            for step in chain { text += "- \(step.name) \(line(step.node))\n" }
            text += "\n"
        }
        let became = try became(name)
        if !became.isEmpty {
            text += "### What it became\n\n"
            for fact in became { text += "- **\(fact.name)**\(fact.words)\n" }
            text += "\n"
        }
        return text
    }

    /// The same; an alert is traced first, for then what its lines came to is in the graph.
    ///
    /// - Parameter here: the work tree in which the user stands.
    package func markdown(tracing name: NodeName, here: String?) throws -> String? {
        guard case .row(.alert, let id) = name,
            let traced = try AlertTracing(store: store, here: here).trace(alert: id, now: words.now)
        else { return try markdown(of: name) }
        let story = try markdown(of: name)
        let told = TraceStory(traced.answer, now: words.now, clock: words.clock).markdown
        guard let chain = story?.firstRange(of: "### How it came about") else { return story.map { _ in told } }
        return told + (story?[chain.lowerBound...] ?? "")
    }

    // MARK: - The opening

    private static func heading(_ node: GraphNode) -> String {
        let title = StoryWords.firstLine(node.title)
        return title.isEmpty ? node.kind : "\(node.kind.prefix(1).uppercased())\(node.kind.dropFirst()): \(title)"
    }

    /// What is said of the record itself: of code who wrote it and in answer to what, of a prompt its words.
    private func opening(_ name: NodeName, _ chain: [Step]) throws -> [String] {
        let all = [name] + chain.map(\.node.name)
        if let edit = all.lazy.compactMap({ Self.id(of: .edit, $0) }).first, let suspect = try suspect(edit: edit) {
            let answer = TraceAnswer(failure: Failure(kind: .alert, exceptions: []), frames: [])
            return TraceStory(answer, now: words.now, clock: words.clock).paragraphs(suspect)
        }
        let turn = all.lazy.compactMap { Self.id(of: .turn, $0) }.first
        guard let turn, let detail = try store.turn(turn) else { return [] }
        let who = "\(detail.turn.agent)\(detail.turn.model.map { " (\(StoryWords.plain($0)))" } ?? "")"
        let asked = "Asked at \(words.moment(detail.turn.at)) of \(who), \(words.age(detail.turn.at)) ago"
        if detail.prompt.isEmpty { return [asked + "; what was asked is not recorded."] }
        return [asked + ":", StoryWords.quotation(detail.prompt)]
    }

    private func suspect(edit id: Int64) throws -> Suspect? {
        guard let edit = try store.edits([id]).first?.origin ?? nil else { return nil }
        var suspect = Suspect(
            frames: [], certainty: .exact, edit: edit, session: edit.session, agent: edit.agent)
        suspect.model = edit.model
        if let turn = edit.turn, let detail = try store.turn(turn) {
            suspect.prompt = detail.prompt.isEmpty ? nil : detail.prompt
            suspect.turn = detail.turn.uid
            suspect.findings = detail.findings.filter { $0.path == nil || $0.path == edit.path }
        }
        return suspect
    }

    private static func id(of kind: NodeKind, _ name: NodeName) -> Int64? {
        if case .row(kind, let id) = name { return id }
        return nil
    }

    // MARK: - Back

    private struct Step {
        /// `written by`
        var name: String
        var node: GraphNode
    }

    /// From an effect to the cause that a story goes on with: one edge each, the likeliest kind first.
    private static let back: [(from: String, to: [String])] = [
        ("alert", ["frame", "edit", "generation", "revision"]), ("frame", ["edit", "session", "revision"]),
        ("finding", ["edit", "segment", "generation"]), ("decision", ["edit", "generation"]), ("edit", ["generation"]),
        ("generation", ["prompt", "turn"]), ("segment", ["session"]), ("prompt", ["turn"]), ("turn", ["session"]),
        ("session", ["session", "repository"]), ("deployment", ["revision"]), ("revision", ["session"]),
        ("change", ["session"]),
    ]

    private func causes(of name: NodeName) throws -> [Step] {
        var steps: [Step] = []
        var seen: Set<NodeName> = [name]
        var here = name
        while steps.count < 32, let wanted = Self.back.first(where: { $0.from == here.kind })?.to {
            let around = try store.surroundings(of: here, .causes, limit: 20)
            var next: Step?
            for kind in wanted where next == nil {
                for group in around where group.group.kind == kind {
                    // Of several frames the first whose line is known to be somebody's.
                    let nodes = try store.nodes(group.neighbours).filter { !seen.contains($0.name) }
                    let best =
                        kind == "frame" ? try nodes.first { try isResolved($0.name) } ?? nodes.first : nodes.first
                    if let best {
                        next = Step(name: group.group.name, node: best)
                        break
                    }
                }
            }
            guard let next else { break }
            steps.append(next)
            seen.insert(next.node.name)
            here = next.node.name
        }
        return steps
    }

    private func isResolved(_ frame: NodeName) throws -> Bool {
        try store.edges(of: frame, .causes).contains { $0.kind == "edit" || $0.kind == "session" }
    }

    // MARK: - On

    /// Everything that it became, by kind, the nearest first.
    private func became(_ name: NodeName) throws -> [TraceStory.Fact] {
        let limits = WalkLimits(nodes: Self.mostGathered, depth: 8, time: .seconds(5), fan: 200)
        let graph = try GraphWalk(store: store, limits: limits).reach(from: name, .effects)
        var kinds: [String: [GraphNode]] = [:]
        for node in graph.nodes.dropFirst() { kinds[node.kind, default: []].append(node) }
        let order = [
            "session", "turn", "prompt", "generation", "edit", "finding", "decision", "revision", "change",
            "deployment",
            "frame", "alert",
        ]
        var facts: [TraceStory.Fact] = []
        for kind in order + kinds.keys.filter({ !order.contains($0) }).sorted() {
            guard let nodes = kinds[kind] else { continue }
            let isPlain = kind == "generation" || kind == "prompt" || kind == "turn"
            var named = nodes.prefix(isPlain ? 3 : Self.mostNamed).map(shortly).joined(separator: isPlain ? ", " : "; ")
            if nodes.count > (isPlain ? 3 : Self.mostNamed) { named += ", and more" }
            facts.append(TraceStory.Fact(StoryWords.count(nodes.count, kind), ": \(named)"))
        }
        if !graph.cuts.isEmpty, !facts.isEmpty {
            facts.append(TraceStory.Fact("Left out", ": \(graph.cuts.joined(separator: ", "))"))
        }
        return facts
    }

    private func shortly(_ node: GraphNode) -> String {
        let mark = [node.mark, node.trust == .untrusted ? "untrusted context" : nil].compactMap(\.self)
        let title = StoryWords.firstLine(node.title)
        return (title.count > 80 ? String(title.prefix(79)) + "…" : title)
            + (mark.isEmpty ? "" : " (\(StoryWords.plain(mark.joined(separator: ", "))))")
    }

    /// `edit src/pay/refund.py:61 +42 −3, applied, 2026-11-22 12:41, edit:4f2a91…`
    private func line(_ node: GraphNode) -> String {
        var parts = [node.kind + (node.title.isEmpty ? "" : " " + StoryWords.quotedIfWords(node))]
        if let mark = node.mark { parts.append(StoryWords.plain(mark)) }
        if node.trust == .untrusted { parts.append("untrusted context") }
        if let at = node.at { parts.append(words.moment(at)) }
        parts.append("`\(node.kind):\(StoryWords.plain(node.uid.count > 24 ? String(node.uid.prefix(24)) : node.uid))`")
        return parts.joined(separator: ", ")
    }
}

extension StoryWords {
    /// What a person said stands in quotes, a name as it is.
    fileprivate static func quotedIfWords(_ node: GraphNode) -> String {
        switch node.kind {
        case "prompt", "turn": quoted(node.title)
        default: firstLine(node.title)
        }
    }
}
