package import Audit
package import Git
import Provenance
package import Store
import Text

/// Reads a change for what answers of models wrote of it: their lines, what is found in these, and the risk that comes of it.
///
/// Code that was there before, and code of people, is left alone; so is what an answer wrote elsewhere.
package struct ChangeReading {
    let store: Store
    private let now: Int64
    private let rules: [RuleFolder.File]
    var auditing: ChangeAuditing
    var resolver: LineResolver
    /// What was found in edits before, as it is asked for.
    private var placed: [Int64: EditFindings] = [:]

    /// So long git may be asked of a file's history.
    static let budget = 1000

    /// - Parameters:
    ///   - rules: the user's own.
    ///   - now: Unix milliseconds.
    package init(store: Store, checkout: Checkout, rules: [RuleFolder.File] = [], now: Int64) throws {
        self.store = store
        self.now = now
        self.rules = rules
        auditing = try ChangeAuditing(own: rules, in: checkout)
        resolver = LineResolver(store: store, objects: GitObjects(of: checkout))
    }

    /// As sessions of the repository have it.
    var identity: String? { resolver.identity }

    package func ends(of change: String) throws -> (base: String, tip: String?) { try auditing.ends(of: change) }

    /// What one file adds to the answer.
    fileprivate struct Part {
        var counts = GeneratedChange.Counts()
        /// Generated lines that the policy does not ignore, and those of them that no rule looks at.
        var judged = 0
        var unjudged = 0
        var findings: [GateFinding] = []
        var written: [GeneratedChange.Written] = []
        /// By the uid of the generation.
        var answers: [String: ChangedAnswer] = [:]
        var words: [String] = []
    }

    /// - Parameters:
    ///   - change: as `ChangeAuditing` takes it.
    ///   - name: as the change is shown.
    ///   - policy: what it ignores is no part of it; its weights count.
    package mutating func read(
        _ change: String, named name: String, policy: GatePolicy = GatePolicy()
    ) throws -> GeneratedChange {
        let ends = try auditing.ends(of: change)
        let doubtsOfStore = try prepare()
        var whole = Part()
        // The auditing is a value of its own while it hands out files, for the rest changes meanwhile.
        var auditing = self.auditing
        try auditing.eachFile(of: change) { whole.add(try part($0, tip: ends.tip, policy)) }
        self.auditing = auditing
        whole.counts.files = auditing.summary.changed
        whole.counts.checked = auditing.summary.checked
        var doubts = whole.counts.lines == 0 ? [] : doubtsOfStore
        if auditing.summary.unread > 0 {
            doubts.append("\(StoryWords.count(auditing.summary.unread, "changed file")) could not be read.")
        }
        var answerable: [String] = []
        if whole.judged > 0, whole.judged == whole.unjudged {
            answerable.append(
                "Nothing was checked: the generated lines are in languages without rules. What needs no check, as *.md, "
                    + "belongs into the policy: [ignore] paths.")
        }
        doubts += answerable
        let accounts = try self.accounts(whole.answers, policy)
        let risk = ChangeRisk(
            name, of: accounts, doubts: doubts, revision: ends.tip ?? "", weights: policy.weights)
        return GeneratedChange(
            counts: whole.counts, findings: whole.findings, written: whole.written, risk: risk, base: ends.base,
            tip: ends.tip, doubts: doubts, answerable: answerable, words: whole.words)
    }

    /// Works off what waits, as far as the store can be written.
    func prepare() throws -> [String] {
        var doubts: [String] = []
        do {
            var auditing = try StoreAuditing(store: store, own: rules, now: now)
            try auditing.workOff()
            try ShingleIndexing.catchUp(store, for: .seconds(60))
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            // What is there is read all the same; answers that wait are not taken for harmless.
        }
        if try store.sessionSpans(of: resolver.identity).isEmpty {
            doubts.append(
                "The store holds no session of this repository, so nobody's lines can be told apart: 'colophon ingest' "
                    + "reads what agents did, 'colophon merge' takes another store.")
        }
        let waiting = try store.editsWithoutShingles()
        if waiting > 0 {
            doubts.append(
                "\(StoryWords.count(waiting, "edit")) still wait for the index from code to edits: 'colophon ingest' works "
                    + "them off.")
        }
        return doubts
    }

    // MARK: - Files

    private mutating func part(_ file: ChangedFile, tip: String?, _ policy: GatePolicy) throws -> Part {
        var part = Part()
        guard let first = file.added.min(), let last = file.added.max() else { return part }
        let source = SourceFile(path: file.path, text: file.text, revision: tip, isDirty: tip == nil)
        let answer = try resolver.resolve(
            source, lines: first...last, budgetMilliseconds: Self.budget, needsHistory: false)
        let isIgnored = policy.ignores(path: file.path)
        var written = WrittenLines(file.text)
        var lines: [String: Int] = [:]
        for line in answer.lines where file.added.contains(line.number) {
            if line.tokens > 0 { part.counts.lines += 1 }
            guard let edit = line.content?.edit, line.certainty >= .adapted else { continue }
            written.add(line.number, by: edit, hasCode: line.tokens > 0)
            if line.tokens > 0 {
                part.counts.generated += 1
                lines[edit.generation, default: 0] += 1
                if file.findings == nil { part.counts.unchecked += 1 }
            }
            guard !isIgnored else { continue }
            var own = ChangedAnswer(edits: [edit.id], paths: [file.path])
            own.lines = line.tokens > 0 ? 1 : 0
            own.unchecked = file.findings == nil ? own.lines : 0
            part.judged += own.lines
            part.unjudged += own.unchecked
            part.answers[edit.generation, default: ChangedAnswer()].add(own)
        }
        part.written = lines.sorted { $0.key < $1.key }
            .map { .init(generation: $0.key, path: file.path, lines: $0.value) }
        if isIgnored { return part }
        if !written.code.isEmpty {
            part.words.append("file\u{0}\(file.path)\u{0}\(SHA256.hash(written.code.joined(separator: "\n")).hex)")
        }
        var told: Set<Int64> = []
        lazy var redacted = RedactedFile(file.text)
        for found in file.findings ?? [] {
            guard let (line, edit) = written.first(in: found.finding.lines) else {
                if file.isAdded(found.finding.lines) {
                    part.counts.ofPeople += 1
                } else {
                    part.counts.ofOld += 1
                }
                continue
            }
            let code = WrittenLines.plain(WrittenLines.piece(of: file.text, found.finding.range))
            let before = try findings(in: edit)
            let known = before.same(as: found.finding, code: code, in: before.isRedacted ? redacted : nil)
            told.formUnion(known.map(\.id))
            let finding = GateFinding(
                rule: found.finding.rule, severity: found.finding.severity, confidence: found.finding.confidence,
                isSecurity: found.finding.kind == .security, path: file.path, line: line,
                message: found.finding.message, generation: edit.generation)
            if known.contains(where: \.isWaived) {
                part.counts.waived += 1
                part.words.append("waived\u{0}\(file.path)\u{0}\(found.finding.rule)\u{0}\(code)")
                continue
            }
            part.take(finding, code, RiskFinding(found.finding, at: line, of: file.path, known: known), policy)
        }
        for edit in written.edits { try takeOthers(in: edit, of: file, written, but: told, policy, into: &part) }
        return part
    }

    /// What other auditors told of an edit, as far as its code is among the lines that the change adds.
    private mutating func takeOthers(
        in edit: EditOrigin, of file: ChangedFile, _ written: WrittenLines, but told: Set<Int64>, _ policy: GatePolicy,
        into part: inout Part
    ) throws {
        let known = try findings(in: edit)
        let others = known.all.filter { $0.isOpen && $0.isOfOthers && !told.contains($0.id) }
        for (place, stored) in zip(others, try store.auditedFindings(others.map(\.id))) {
            // Where only the edit is known it is taken to be in the change: unknown is not good.
            let code =
                place.range.map { WrittenLines.line(of: known.text, $0.lowerBound) }
                ?? stored.firstLine.flatMap { known.line($0) } ?? ""
            guard let line = written.line(of: edit, reading: code) else { continue }
            let finding = GateFinding(
                rule: stored.rule, severity: stored.severity,
                confidence: AuditConfidence.allCases.first { $0.name == stored.confidence },
                isSecurity: stored.kind != AuditClass.hygiene.name, path: file.path, line: line,
                message: stored.message, generation: edit.generation)
            var risk = RiskFinding(stored)
            risk.place = "\(file.path):\(line)"
            part.take(finding, WrittenLines.plain(code[...]), risk, policy)
        }
    }

    mutating func findings(in edit: EditOrigin) throws -> EditFindings {
        if let known = placed[edit.id] { return known }
        let all = try store.placedFindings(in: edit.id)
        let found = EditFindings(all: all, edit: all.isEmpty ? nil : try store.edits([edit.id]).first)
        placed[edit.id] = found
        return found
    }

    // MARK: - Answers

    private func accounts(_ answers: [String: ChangedAnswer], _ policy: GatePolicy) throws -> [RiskAccount] {
        let reading = RiskReading(store: store, now: now, weights: policy.weights)
        return try answers.sorted { $0.key < $1.key }.compactMap { uid, changed in
            guard case .one(_, let id, _) = try store.find(.generation, uid) else { return nil }
            try reading.catchUp(id)
            guard var subject = try reading.subject(id, edits: changed.edits.sorted()) else { return nil }
            let files = Set(changed.paths.map { $0.split(separator: "/").last ?? "" })
            let whole = try store.placelessFindings(of: id).filter { finding in
                finding.path.map { files.contains($0.split(separator: "/").last ?? "") } ?? true
            }
            subject.findings = changed.findings + (try store.auditedFindings(whole.map(\.id)).map(RiskFinding.init(_:)))
            subject.scan = changed.scan
            return RiskAccount(subject, weights: policy.weights)
        }
    }
}

extension ChangeReading.Part {
    fileprivate mutating func take(
        _ finding: GateFinding, _ code: String, _ risk: RiskFinding, _ policy: GatePolicy
    ) {
        findings.append(finding)
        words.append(
            "finding\u{0}\(finding.path)\u{0}\(finding.rule)\u{0}\(finding.severity.rawValue)\u{0}\(code)")
        guard !policy.ignores(finding) else { return }
        answers[finding.generation, default: ChangedAnswer()].findings.append(risk)
    }

    fileprivate mutating func add(_ other: Self) {
        judged += other.judged
        unjudged += other.unjudged
        counts.lines += other.counts.lines
        counts.generated += other.counts.generated
        counts.unchecked += other.counts.unchecked
        counts.waived += other.counts.waived
        counts.ofPeople += other.counts.ofPeople
        counts.ofOld += other.counts.ofOld
        findings += other.findings
        written += other.written
        for (uid, answer) in other.answers { answers[uid, default: ChangedAnswer()].add(answer) }
        words += other.words
    }
}
