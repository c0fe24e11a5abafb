package import Audit
package import Git
import Provenance
package import Store
import Text

/// Holds what a change adds against a policy: the lines that answers of models wrote, and nothing else.
package struct ChangeGate {
    private let store: Store
    private let checkout: Checkout
    private let now: Int64
    private let rules: [RuleFolder.File]
    private var auditing: ChangeAuditing
    private var resolver: LineResolver

    /// So long git may be asked of a file's history.
    private static let budget = 1000

    /// - Parameters:
    ///   - rules: the user's own.
    ///   - now: Unix milliseconds.
    package init(store: Store, checkout: Checkout, rules: [RuleFolder.File] = [], now: Int64) throws {
        self.store = store
        self.checkout = checkout
        self.now = now
        self.rules = rules
        auditing = try ChangeAuditing(own: rules, in: checkout)
        resolver = LineResolver(store: store, objects: GitObjects(of: checkout))
    }

    package func ends(of change: String) throws -> (base: String, tip: String?) { try auditing.ends(of: change) }

    /// What one file adds to the answer.
    fileprivate struct Part {
        var counts = GateReport.Counts()
        var findings: [GateFinding] = []
        var written: [GateReport.Written] = []
        /// Uids of generations.
        var generations: Set<String> = []
        /// What the digest is made of.
        var words: [String] = []
    }

    /// - Parameters:
    ///   - change: as `ChangeAuditing` takes it.
    ///   - keeps: whether the decision is written to the store, where it can be.
    package mutating func run(_ change: String, policy: GatePolicy, keeps: Bool = true) throws -> GateReport {
        let ends = try auditing.ends(of: change)
        let doubtsOfStore = try prepare()
        var parts: [Part] = []
        // The auditing is a value of its own while it hands out files, for the resolver changes meanwhile.
        var (auditing, resolver) = (self.auditing, self.resolver)
        try auditing.eachFile(of: change) { file in
            parts.append(try part(file, tip: ends.tip, policy, &resolver))
        }
        (self.auditing, self.resolver) = (auditing, resolver)
        var whole = Part()
        for part in parts { whole.add(part) }
        whole.counts.files = auditing.summary.changed
        whole.counts.checked = auditing.summary.checked
        let accounts = try self.accounts(whole.generations, policy.weights)
        let digest = self.digest(whole, accounts, policy)
        var report = GateReport(
            policy: policy, judgement: policy.judge(whole.findings, accounts), accounts: accounts,
            counts: whole.counts, findings: whole.findings, written: whole.written, digest: digest, base: ends.base,
            tip: ends.tip, doubts: [],
            review: try store.review(ofDigest: digest, at: now))
        report.doubts = whole.counts.lines == 0 ? [] : doubtsOfStore
        if auditing.summary.unread > 0 {
            report.doubts.append("\(StoryWords.count(auditing.summary.unread, "changed file")) could not be read.")
        }
        if whole.counts.generated > 0, whole.counts.generated == whole.counts.unchecked {
            report.doubts.append("Nothing was checked: the generated lines are in languages without rules.")
        }
        if keeps { report.decision = try keep(report, whole.generations) }
        return report
    }

    /// Works off what waits, as far as the store can be written.
    private func prepare() throws -> [String] {
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

    private func part(
        _ file: ChangedFile, tip: String?, _ policy: GatePolicy, _ resolver: inout LineResolver
    ) throws -> Part {
        var part = Part()
        guard let first = file.added.min(), let last = file.added.max() else { return part }
        let source = SourceFile(path: file.path, text: file.text, revision: tip, isDirty: tip == nil)
        let answer = try resolver.resolve(
            source, lines: first...last, budgetMilliseconds: Self.budget, needsHistory: false)
        var writers: [Int: EditOrigin] = [:]
        let texts = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        var written: [String] = []
        for line in answer.lines where file.added.contains(line.number) {
            if line.tokens > 0 { part.counts.lines += 1 }
            guard let edit = line.content?.edit, line.certainty >= .adapted else { continue }
            writers[line.number] = edit
            if line.tokens > 0 {
                part.counts.generated += 1
                if file.findings == nil { part.counts.unchecked += 1 }
                if line.number <= texts.count { written.append(Self.plain(texts[line.number - 1])) }
            }
        }
        let byAnswer = Dictionary(
            grouping: answer.lines.filter { $0.tokens > 0 }.compactMap { writers[$0.number]?.generation }, by: \.self)
        part.written = byAnswer.sorted { $0.key < $1.key }
            .map { .init(generation: $0.key, path: file.path, lines: $0.value.count) }
        if policy.ignores(path: file.path) { return part }
        part.generations = Set(writers.values.map(\.generation))
        if !written.isEmpty {
            part.words.append("file\u{0}\(file.path)\u{0}\(SHA256.hash(written.joined(separator: "\n")).hex)")
        }
        for found in file.findings ?? [] {
            guard let line = found.finding.lines.first(where: { writers[$0] != nil }), let edit = writers[line] else {
                if file.isAdded(found.finding.lines) {
                    part.counts.ofPeople += 1
                } else {
                    part.counts.ofOld += 1
                }
                continue
            }
            let code = Self.plain(Self.piece(of: file.text, found.finding.range))
            if try isWaived(found.finding, code, in: edit) {
                part.counts.waived += 1
                part.words.append("waived\u{0}\(file.path)\u{0}\(found.finding.rule)\u{0}\(code)")
                continue
            }
            let finding = GateFinding(
                rule: found.finding.rule, severity: found.finding.severity, confidence: found.finding.confidence,
                isSecurity: found.finding.kind == .security, path: file.path, line: line,
                message: found.finding.message, generation: edit.generation)
            part.findings.append(finding)
            part.words.append(
                "finding\u{0}\(file.path)\u{0}\(finding.rule)\u{0}\(finding.severity.rawValue)\u{0}\(code)")
        }
        return part
    }

    /// Whether a person lets the same defect stand: the rule's, in the same code of the edit.
    private func isWaived(_ finding: AuditFinding, _ code: String, in edit: EditOrigin) throws -> Bool {
        let places = try store.waivedPlaces(in: edit.id).filter { $0.rule == finding.rule }
        guard !places.isEmpty, let text = try store.edits([edit.id]).first?.writtenText else { return false }
        return places.contains { Self.plain(Self.piece(of: text, $0.range)) == code }
    }

    private static func piece(of text: String, _ range: Range<Int>) -> Substring {
        let bytes = text.utf8
        let count = bytes.count
        let start = bytes.index(bytes.startIndex, offsetBy: min(range.lowerBound, count))
        let end = bytes.index(bytes.startIndex, offsetBy: min(range.upperBound, count))
        return text[start..<end]
    }

    /// Without blanks: formatting is no change.
    private static func plain(_ text: Substring) -> String {
        String(decoding: text.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }, as: UTF8.self)
    }

    // MARK: - The answer

    private func accounts(_ generations: Set<String>, _ weights: RiskWeights) throws -> [RiskAccount] {
        let reading = RiskReading(store: store, now: now, weights: weights)
        return RiskAccount.inOrder(
            try generations.sorted().compactMap { uid in
                guard case .one(_, let id, _) = try store.find(.generation, uid) else { return nil }
                try reading.catchUp(id)
                return try reading.account(of: id)
            })
    }

    /// Reviews are not in it: what is approved stays what was approved.
    private func digest(_ whole: Part, _ accounts: [RiskAccount], _ policy: GatePolicy) -> String {
        var words = ["gate 1", resolver.identity ?? "", policy.canonical]
        words += whole.words.sorted()
        for account in accounts.sorted(by: { $0.uid < $1.uid }) {
            words.append("generation\u{0}\(account.uid)")
            words += account.factors.filter { ["finding", "untrusted input", "context", "scan"].contains($0.name) }
                .map { "\($0.name)\u{0}\($0.evidence)" }.sorted()
        }
        return SHA256.hash(words.joined(separator: "\n")).hex(32)
    }

    /// - Returns: nil where there is nothing to keep it by, or the store cannot be written.
    private func keep(_ report: GateReport, _ generations: Set<String>) throws -> String? {
        guard report.counts.generated > 0, let revision = report.tip ?? checkout.head else { return nil }
        let verdict = report.judgement.verdict
        let uid = UID(of: .decision, makerID: "gate/\(report.digest)/\(verdict.rawValue)")
        var decision = Decision(uid: uid, verdict: verdict, reasons: report.judgement.reasons.map(\.sentence), at: now)
        decision.revision = revision
        decision.policy = report.policy.name
        decision.digest = report.digest
        decision.risk = report.accounts.first?.level.rawValue
        decision.score = report.accounts.first?.score
        do {
            try store.keep(
                decision, judging: generations.sorted(), in: checkout.root,
                try RepositoryPlace.here(checkout, in: store))
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return nil
        }
        return uid.text
    }
}

extension ChangeGate.Part {
    fileprivate mutating func add(_ other: Self) {
        counts.lines += other.counts.lines
        counts.generated += other.counts.generated
        counts.unchecked += other.counts.unchecked
        counts.waived += other.counts.waived
        counts.ofPeople += other.counts.ofPeople
        counts.ofOld += other.counts.ofOld
        findings += other.findings
        written += other.written
        generations.formUnion(other.generations)
        words += other.words
    }
}
