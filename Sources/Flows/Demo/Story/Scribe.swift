import Provenance
import Store
import Text

/// Writes the story's turns down as an agent's history would tell them.
struct Scribe {
    let place: RepositoryPlace
    let plan: DemoPlan
    var tree = WorkTree()
    private(set) var places: [UID: RepositoryPlace] = [:]
    var sightings: [Sighting] = []

    private var dice: Dice
    private var number = 0
    /// How many segments each session has.
    private var segments: [UID: Int] = [:]

    init(place: RepositoryPlace, plan: DemoPlan) {
        self.place = place
        self.plan = plan
        dice = Dice(seed: plan.seed, part: 0, purpose: 4)
    }

    /// - Parameter commit: what is checked out.
    mutating func write(_ turn: Story.Turn, commit: String?) {
        var clock = turn.at.milliseconds(before: plan.now)
        let session = session(of: turn, at: clock, commit: commit)
        var prompt = Prompt(uid: uid(.prompt), session: session, words: SessionMaker.body(turn.asked), at: clock)
        prompt.branch = "main"
        note(.user, turn.asked, in: session, at: clock)
        prompt.segments = segments[session].map { $0...$0 }
        sightings.append(.prompt(prompt))
        for path in turn.reads { note(.file, tree.files[path] ?? "", path: path, in: session, at: clock + 1500) }
        for answer in turn.answers {
            clock += 3000
            write(answer, of: turn, to: prompt, at: clock)
            clock += 8000
        }
    }

    private mutating func write(_ answer: Story.Answer, of turn: Story.Turn, to prompt: Prompt, at: Int64) {
        let agent = turn.conversation.agent
        var generation = Generation(uid: uid(.generation), session: prompt.session, startedAt: at)
        generation.makerID = "demo-story-\(number)"
        generation.endedAt = at + 7000
        generation.prompt = prompt.uid
        generation.model = agent.models.first
        if let task = answer.task {
            generation.thread = "story\(number)"
            generation.model = agent.models.last
            var handed = Prompt(
                uid: uid(.prompt), session: prompt.session, asker: .agent, thread: generation.thread,
                words: SessionMaker.body(task), at: at - 1000)
            handed.parent = prompt.uid
            generation.prompt = handed.uid
            sightings.append(.prompt(handed))
        } else {
            generation.context = segments[prompt.session].map { 1...$0 }
        }
        generation.output = SessionMaker.body(answer.says)
        if agent.recordsTokens { generation.tokenRun = TokenCutter.cut(answer.says, &dice) }
        let edits = answer.edits.map { edit($0, of: generation, by: agent) }
        let written = edits.reduce(answer.says.utf8.count) { $0 + ($1.0.after?.text.utf8.count ?? 0) }
        generation.tokens = TokenCounts(
            input: agent.cachesInput ? 8 : 6100 + dice.below(500),
            cacheRead: agent.cachesInput ? 14_000 + number * 900 : nil,
            cacheWrite: agent.cachesInput ? 350 + dice.below(900) : nil, output: written / 4 + 20)
        generation.stopReason = edits.isEmpty ? "end_turn" : "tool_use"
        sightings.append(.generation(generation))
        for (edit, finding) in edits {
            sightings.append(.edit(edit))
            guard let finding else { continue }
            sightings.append(.finding(finding))
            guard finding.severity == .high else { continue }
            var decision = Decision(
                uid: UIDs.derived(.decision, from: edit), verdict: .review, reasons: ["\(finding.rule) at high"],
                at: finding.at + 1000)
            decision.edit = edit.uid
            decision.policy = "demo-gate 1"
            sightings.append(.decision(decision))
        }
    }

    private mutating func edit(
        _ told: Story.Edit, of generation: Generation, by agent: DemoAgent
    ) -> (Edit, Finding?) {
        let made = tree.edit(told.change)
        let uid = uid(.edit)
        var edit = Edit(
            uid: uid, call: uid, generation: generation.uid, session: generation.session, path: told.change.path,
            kind: made.before == nil ? .create : .update, means: agent.means, at: generation.endedAt)
        edit.status = told.status
        edit.before = made.before.map(SessionMaker.body)
        edit.after = SessionMaker.body(made.after)
        edit.patch = made.patch.map(SessionMaker.body)
        edit.added = made.added
        edit.removed = made.removed
        edit.firstLine = told.isWritten ? made.firstLine : nil
        if told.isWritten { tree.apply(told.change) }
        guard let about = told.finding else { return (edit, nil) }
        var finding = Finding(
            uid: UIDs.derived(.finding, from: edit), rule: about.rule, severity: about.severity, message: about.message,
            at: edit.at + 2000)
        finding.edit = edit.uid
        finding.firstLine = tree.line(of: about.text, in: edit.path)
        finding.lastLine = finding.firstLine
        finding.cwe = Hazard.all.first { $0.rule.id == about.rule }?.rule.cwe
        finding.auditor = "demo-audit"
        finding.status = .open
        return (edit, finding)
    }
}

// MARK: - What belongs to all

extension Scribe {
    private mutating func session(of turn: Story.Turn, at: Int64, commit: String?) -> UID {
        let told = turn.conversation
        let id = "\(plan.storyID)/\(told.id)"
        let uid = UID(of: .session, makerID: id)
        guard places[uid] == nil else { return uid }
        places[uid] = place
        var session = Session(uid: uid, agent: told.agent.name, makerID: id)
        session.agentVersion = told.agent.versions.first
        session.directory = place.directory
        session.branch = "main"
        session.commit = commit
        session.title = told.title
        session.startedAt = at
        sightings.append(.session(session))
        if let pull = told.pull {
            sightings.append(
                .change(
                    ChangeMention(
                        session: uid, repository: "acme/shop", number: pull,
                        url: "https://git.example/acme/shop/pull/\(pull)", at: at + 1_200_000)))
        }
        return uid
    }

    private mutating func note(
        _ origin: Segment.Origin, _ text: String, path: String? = nil, in session: UID, at: Int64
    ) {
        let place = (segments[session] ?? 0) + 1
        segments[session] = place
        var segment = Segment(
            uid: uid(.segment), session: session, thread: "", number: place, origin: origin,
            text: SessionMaker.body(text), at: at)
        if let path {
            segment.path = path
            segment.tool = "Read"
            segment.firstLine = 1
            segment.lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
        }
        sightings.append(.segment(segment))
    }

    private mutating func uid(_ kind: RecordKind) -> UID {
        number += 1
        return UID(of: kind, makerID: "\(plan.storyID)/\(number)")
    }
}
