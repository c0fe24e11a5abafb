import Provenance
import Store
import Text

/// Gives a session's numbers their texts: what was asked, answered and written.
struct SessionMaker {
    let session: Session
    let agent: DemoAgent
    let repository: DemoRepository
    var sightings: [Sighting] = []

    let now: Int64
    var dice: Dice
    private let shape: SessionShape
    private let id: String
    private var clock: Int64
    private var counts = Counts()
    /// Segments are told for some sessions only: they are by far the most of a real history.
    private let tellsContext: Bool

    private struct Counts {
        var prompts = 0
        var generations = 0
        var edits = 0
        var segments = 0
    }

    /// - Parameter end: when its last answer ends.
    init(_ index: Int, shape: SessionShape, end: Int64, plan: DemoPlan) {
        self.shape = shape
        now = plan.now
        id = "demo/\(plan.seed)/\(index)"
        dice = Dice(seed: plan.seed, part: index, purpose: 3)
        clock = end - shape.duration
        agent = DemoAgent.draw(&dice)
        repository = DemoRepository.draw(&dice)
        tellsContext = dice.chance(0.08)
        var session = Session(uid: UID(of: .session, makerID: id), agent: agent.name, makerID: id)
        session.agentVersion = dice.favour(agent.versions)
        session.directory = repository.directory
        let words = Words(&dice)
        session.branch = dice.chance(0.4) ? "main" : Self.text("$v-$n-$f", words)
        session.startedAt = clock
        if dice.chance(0.5) { session.title = Self.text("$V the $a $n", words) }
        self.session = session
    }

    mutating func make() {
        sightings.append(.session(session))
        for turn in shape.turns { make(turn) }
        guard dice.chance(0.25) else { return }
        let number = 100 + dice.below(900)
        sightings.append(
            .change(
                ChangeMention(
                    session: session.uid, repository: "acme/\(repository.name)", number: number,
                    url: "https://git.example/acme/\(repository.name)/pull/\(number)", at: clock)))
    }

    static func text(_ template: String, _ words: Words) -> String {
        String(decoding: Template(template).lines[0].text(words), as: UTF8.self)
    }

    func uid(_ kind: RecordKind, _ number: Int) -> UID {
        UID(of: kind, makerID: "\(id)/\(number)")
    }

    static func body(_ text: String) -> Body {
        var body = Body(text)
        body.redactions = 0
        body.digest = SHA256.hash(text)
        return body
    }
}

// MARK: - Turns

extension SessionMaker {
    private mutating func make(_ turn: SessionShape.Turn) {
        clock += turn.wait
        let words = Prompts.make(length: Measured.table(.promptBytes).draw(&dice), &dice)
        let prompt = ask(words, asker: .person)
        let paths = (0..<turn.files).map { _ in repository.path(&dice) }
        let model = dice.chance(0.9) ? agent.models[0] : dice.pick(agent.models)
        var written = 0
        var thread: (number: Int, prompt: UID)?
        for (place, answer) in turn.answers.enumerated() {
            if let number = answer.thread, thread?.number != number {
                let task = Prompts.task(length: Measured.table(.taskBytes).draw(&dice), &dice)
                thread = (number, ask(task, asker: .agent, thread: "\(prompt.text.prefix(6))\(number)", parent: prompt))
            }
            clock += answer.pause
            var generation = Generation(
                uid: uid(.generation, counts.generations), session: session.uid,
                thread: answer.thread.map { "\(prompt.text.prefix(6))\($0)" } ?? "", startedAt: clock)
            counts.generations += 1
            clock += answer.duration
            generation.endedAt = clock
            generation.makerID = "\(id)/\(counts.generations)"
            generation.prompt = answer.thread == nil ? prompt : thread?.prompt
            generation.model = answer.thread == nil ? model : agent.models.last
            let isLast = place == turn.answers.count - 1
            generation.stopReason = isLast ? "end_turn" : "tool_use"
            if isLast || dice.chance(Self.wordsBeforeTheLast) { speak(&generation) }
            if tellsContext, counts.segments > 0 { generation.context = 1...counts.segments }
            let edits = (0..<answer.edits).map { _ in
                edit(paths, number: &written, generation: generation)
            }
            count(&generation, edits)
            sightings.append(.generation(generation))
            for written in edits {
                sightings.append(.edit(written.edit))
                judge(written)
            }
        }
    }

    /// The last answer of a turn has words; so many of the others do, that the share over all is the measured one.
    private static let wordsBeforeTheLast = 0.395

    private mutating func ask(
        _ words: String, asker: Prompt.Asker, thread: String = "", parent: UID? = nil
    ) -> UID {
        var prompt = Prompt(
            uid: uid(.prompt, counts.prompts), session: session.uid, asker: asker, thread: thread,
            words: Self.body(words), at: clock)
        counts.prompts += 1
        prompt.parent = parent
        prompt.branch = session.branch
        if tellsContext, asker == .person {
            note(.user, words)
            prompt.segments = counts.segments...counts.segments
        }
        sightings.append(.prompt(prompt))
        return prompt.uid
    }

    private mutating func speak(_ generation: inout Generation) {
        let text = Answers.make(length: Measured.table(.answerBytes).draw(&dice), &dice)
        generation.output = Self.body(text)
        if agent.recordsTokens { generation.tokenRun = TokenCutter.cut(text, &dice) }
    }

    /// Old histories of real agents hold placeholders for output tokens; here they follow from what was written.
    private mutating func count(_ generation: inout Generation, _ edits: [Written]) {
        let written = edits.reduce(generation.output.text.utf8.count) { $0 + ($1.edit.after?.text.utf8.count ?? 0) }
        generation.tokens.output = written / 4 + 12 + dice.below(40)
        let cached = Measured.table(.cacheReadTokens).draw(&dice)
        if agent.cachesInput {
            generation.tokens.input = Measured.table(.inputTokens).draw(&dice)
            generation.tokens.cacheRead = cached
            generation.tokens.cacheWrite = Measured.table(.cacheWriteTokens).draw(&dice)
        } else {
            generation.tokens.input = cached / 8
        }
        if agent.means == .patch { generation.tokens.reasoning = (generation.tokens.output ?? 0) / 3 }
    }

    private mutating func note(_ origin: Segment.Origin, _ text: String, path: String? = nil) {
        counts.segments += 1
        var segment = Segment(
            uid: uid(.segment, counts.segments), session: session.uid, thread: "", number: counts.segments,
            origin: origin, text: Self.body(text), at: clock)
        segment.path = path
        if path != nil {
            segment.tool = "Read"
            segment.firstLine = 1
            segment.lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        }
        sightings.append(.segment(segment))
    }
}

// MARK: - Edits

extension SessionMaker {
    /// An edit, and what is wrong with it.
    struct Written {
        var edit: Edit
        var hazard: Hazard?
        /// Where in the file, as far as that is known.
        var line: Int?
    }

    private mutating func edit(_ paths: [String], number written: inout Int, generation: Generation) -> Written {
        // Each of the turn's files once, then some of them again.
        let isFirst = written < paths.count
        let path = isFirst ? paths[written] : dice.pick(paths)
        written += 1
        let uid = uid(.edit, counts.edits)
        counts.edits += 1
        var edit = Edit(
            uid: uid, call: uid, generation: generation.uid, session: session.uid, path: path, kind: .update,
            means: agent.means, at: clock)
        edit.status = status()
        if dice.chance(0.019) {
            edit.kind = .touch
            edit.means = .command
            return Written(edit: edit)
        }
        let style = CodeStyle.of(path)
        let hazard = dice.chance(0.045) ? Hazard.of(path, &dice) : nil
        let line = hazard.map { $0.line(in: path, Words(&dice)) }
        let isNew = isFirst && dice.chance(0.125)
        let made =
            isNew
            ? MadeEdit.creating(style, hazard: line, &dice)
            : MadeEdit.updating(style, hazard: line, numbered: agent.numbersLines, &dice)
        if isNew { edit.kind = .create }
        edit.before = made.before.map(Self.body)
        edit.after = Self.body(made.after)
        edit.added = made.added
        edit.removed = made.removed
        if edit.status == .applied || edit.status == .changed {
            edit.patch = made.patch.map(Self.body)
            if agent.numbersLines || isNew { edit.firstLine = made.firstLine }
        }
        if tellsContext, let before = made.before { note(.file, before, path: path) }
        guard let line = made.hazardLine else { return Written(edit: edit) }
        return Written(edit: edit, hazard: hazard, line: edit.firstLine == nil ? nil : line)
    }

    /// As measured, but that histories do not tell what a person changes later, and hardly what was never answered:
    /// those shares are made up, so that there is something to see.
    private mutating func status() -> Edit.Status {
        let place = dice.unit()
        let failed = Measured.share(.editsFailed)
        let rejected = failed + Measured.share(.editsRejected)
        if place < failed { return .failed }
        if place < rejected { return .rejected }
        return place < rejected + 0.01 ? .proposed : place < rejected + 0.05 ? .changed : .applied
    }
}
