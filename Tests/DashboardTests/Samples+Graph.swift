import Dashboard
import Provenance
import Store
import Terminal
import Text

extension Samples {
    /// What a terminal would obey, what turns text round, what is wide, and far too much of it.
    static let hostileTitle =
        "\u{1B}[2J\u{202E}evil\u{2066} \u{7} 退款必须 👩‍👩‍👧 🇯🇵 e\u{301} \u{200B}\u{FEFF}"
        + String(repeating: "長い name ", count: 1250)

    /// From an alert back to the prompt behind it, with a diamond (turn, prompt, answer), a cycle (the alert was told to the
    /// next prompt) and a hub of 130 sessions. The turn is that of the first row of the samples.
    static let graph: MadeGraph = {
        var graph = MadeGraph()
        let repository = graph.add(.repository, 1, "github.com/mia/shop", "shop")
        let session = graph.add(.session, 1, "s1", "Refunds", mark: "claude-code")
        let turn = graph.add(
            .turn, 12, "u12", "Refunds must be idempotent; add the endpoint and cover retries", mark: "applied")
        let prompt = graph.add(.prompt, 12, "p12", "Refunds must be idempotent; add the endpoint and cover retries")
        let answer = graph.add(
            .generation, 120, "g12", "claude-opus-4.5, 1412 tokens", mark: "end_turn", trust: .untrusted)
        let seen = [
            graph.add(.segment, 1, "c1", "src/pay/charge.py:1-90", mark: "file", trust: .local),
            graph.add(.segment, 2, "c2", "docs/refunds.md", mark: "file", trust: .local),
            graph.add(.segment, 3, "c3", "output of WebFetch", mark: "tool", trust: .untrusted),
            graph.add(.segment, 4, "c4", hostileTitle, mark: "tool", trust: .untrusted),
        ]
        let edit = graph.add(.edit, 120, "e12", "src/pay/refund.py:61 +42 −3", mark: "applied")
        let test = graph.add(.edit, 121, "e13", "src/pay/refund_test.py:1 +61", mark: "applied")
        let finding = graph.add(
            .finding, 1, "f1", "sql-from-input:88: Text of a query is built from request.args[\"id\"].", mark: "high")
        let decision = graph.add(.decision, 1, "d1", "review: two reasons", mark: "review")
        let commit = NodeName.named(kind: "revision", uid: "9f31c2a7d0aa")
        graph.nodes[commit] = GraphNode(name: commit, uid: "9f31c2a7d0aa", title: "commit 9f31c2a7d0")
        let frame = graph.add(.frame, 1, "a5.0.0", "src/pay/refund.py:88 refund", mark: "exact")
        let alert = graph.add(.alert, 5, "a5", "checkout-500", mark: "high")
        let next = graph.add(.prompt, 13, "p13", "checkout fails, here is the alarm: fix it")
        graph.join(repository, session, "has session", "in repository")
        graph.join(session, turn, "has part", "part of")
        graph.join(turn, prompt, "has part", "part of")
        graph.join(turn, answer, "has part", "part of")
        graph.join(prompt, answer, "prompted", "prompted by")
        for segment in seen { graph.join(segment, answer, "used by", "used") }
        graph.join(answer, edit, "wrote", "written by")
        graph.join(answer, test, "wrote", "written by")
        graph.join(answer, decision, "judged by", "judged")
        graph.join(edit, finding, "has finding", "found in")
        graph.join(edit, frame, "blamed for", "resolved to")
        graph.join(commit, frame, "brought the line of", "line brought by")
        graph.join(frame, alert, "part of", "has part")
        graph.join(alert, next, "caused", "caused by")
        graph.join(next, answer, "repeats", "repeated by")
        for number in 2...130 as ClosedRange<Int64> {
            let other = graph.add(.session, number, "s\(number)", "session \(number)", mark: "codex")
            graph.join(repository, other, "has session", "in repository")
        }
        tell(of: &graph, turn: turn, answer: answer, edit: edit, segment: seen[0])
        return graph
    }()

    private static func tell(
        of graph: inout MadeGraph, turn: NodeName, answer: NodeName, edit: NodeName, segment: NodeName
    ) {
        guard let node = graph.nodes[answer], let written = graph.nodes[edit], let read = graph.nodes[segment],
            let asked = graph.nodes[turn]
        else { return }
        let place = RecordPlace.turn(id: 12, title: asked.title, edit: nil, generation: 120)
        var account = NodeAccount(node: node)
        account.facts = [
            NodeAccount.Fact("model", .words("claude-opus-4.5")),
            NodeAccount.Fact("agent", .words("claude-code 2.1.0")),
            NodeAccount.Fact("at", .moment(now - 2 * minute)), NodeAccount.Fact("took", .span(8200)),
            NodeAccount.Fact("tokens in", .number(18_204)), NodeAccount.Fact("from cache", .number(16_900)),
            NodeAccount.Fact("tokens out", .number(1412)), NodeAccount.Fact("stop", .words("end_turn")),
            NodeAccount.Fact("trust", .words("least trusted: fetched by WebFetch")), NodeAccount.Fact("risk", .risk(3)),
        ]
        account.text = "I will take a lock on the key, so that a second request waits for the first one."
        account.place = place
        account.session = "s1"
        graph.accounts[answer] = account
        var edits = NodeAccount(node: written)
        edits.facts = [
            NodeAccount.Fact("file", .words("src/pay/refund.py")), NodeAccount.Fact("kind", .words("update")),
            NodeAccount.Fact("status", .words("applied")), NodeAccount.Fact("added", .number(42)),
        ]
        edits.text = "    with lock(key):\n\treturn once(key, lambda: pay(request))\n"
        edits.path = "src/pay/refund.py"
        edits.firstLine = 61
        edits.place = .turn(id: 12, title: asked.title, edit: 120, generation: nil)
        edits.session = "s1"
        graph.accounts[edit] = edits
        var context = NodeAccount(node: read)
        context.facts = [NodeAccount.Fact("kind", .words("file")), NodeAccount.Fact("tool", .words("Read"))]
        context.text = (1...90).map { "line \($0) of charge.py" }.joined(separator: "\n")
        context.path = "src/pay/charge.py"
        context.firstLine = 1
        graph.accounts[segment] = context
        var whole = NodeAccount(node: asked)
        whole.facts = [NodeAccount.Fact("asked of", .words("claude-code, opus-4.5"))]
        whole.place = .turn(id: 12, title: asked.title, edit: nil, generation: nil)
        whole.session = "s1"
        graph.accounts[turn] = whole
    }
}
