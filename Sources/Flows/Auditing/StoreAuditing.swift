import Audit
import Foundation
import Provenance
package import Store
import Text

/// Works off the edits that wait for their audit: in short transactions, so that whoever else writes need not wait.
///
/// What is found is held against what the edit itself wrote: a defect that stood there before is not its own.
package struct StoreAuditing {
    package struct Summary: Equatable, Sendable {
        /// Edits that were looked at.
        package var edits = 0
        /// Text that was looked at, with what is known around it.
        package var bytes = 0
        package var findings = 0
        /// The edits, where they are so few that somebody has just made them.
        package var latest: [Int64] = []

        package init() {}
    }

    private let store: Store
    private let library: RuleLibrary
    private let now: Int64
    package let edition: AuditEdition
    private var auditors: [String: Auditor?] = [:]
    /// Rules that have been written by this value.
    private var written: Set<String> = []
    private var files: RememberedFiles
    private let projects = ProjectPackages()
    /// Where the projects of sessions lie, by uid.
    private var folders: [String: String?] = [:]

    private static let mostEdits = 512
    /// So many edits, or findings, are written in one transaction.
    private static let editsAtOnce = 64
    private static let findingsAtOnce = 60
    private static let mostLatest = 200
    private static let mostLead = 100_000

    /// - Parameters:
    ///   - own: the user's rules.
    ///   - now: when it is done; nothing that is found depends on it.
    /// - Throws: `AuditRuleError` for the first file of rules that cannot be used.
    package init(store: Store, own: [RuleFolder.File] = [], now: Int64) throws {
        self.store = store
        self.now = now
        library = try RuleLibrary(own: own.map { ($0.name, $0.bytes) })
        // By their names alone: the same rules in another folder, or on another machine, are the same.
        let digest = RuleLibrary.digest(own: own.map { (($0.name as NSString).lastPathComponent, $0.bytes) })
        edition = AuditEdition(auditor: Finding.ownAuditor, rules: digest)
        files = RememberedFiles(store: store)
    }

    /// - Parameter isStopped: asked between transactions; what is left stays queued.
    @discardableResult
    package mutating func run(until isStopped: () -> Bool = { false }) throws -> Summary {
        var summary = Summary()
        while !isStopped() {
            let ids = try store.pendingAudits(limit: Self.mostEdits)
            if ids.isEmpty { break }
            // Oldest first within a piece of the queue: each file is followed from edit to edit.
            try audit(ids.reversed(), into: &summary, until: isStopped)
        }
        return summary
    }

    private mutating func audit(_ ids: [Int64], into summary: inout Summary, until isStopped: () -> Bool) throws {
        var audits: [EditAudit] = []
        var findings = 0
        for start in stride(from: 0, to: ids.count, by: 16) {
            let some = Array(ids[start..<min(start + 16, ids.count)])
            let stamps = try store.auditStamps(some)
            let edits = Dictionary(
                try store.edits(some).map { ($0.origin.id, $0) }, uniquingKeysWith: { first, _ in first })
            for id in some {
                var done = try edits[id].map { try audit($0) } ?? EditAudit(edit: id, isVoid: true)
                done.stamp = stamps[id]
                audits.append(done)
                findings += done.findings.count
                summary.bytes += done.bytes
                summary.edits += done.skipped == nil && !done.isVoid ? 1 : 0
                summary.findings += done.findings.count
                if summary.latest.count < Self.mostLatest { summary.latest.append(id) }
                if audits.count >= Self.editsAtOnce || findings >= Self.findingsAtOnce {
                    try flush(&audits)
                    findings = 0
                }
            }
            if isStopped() { break }
        }
        try flush(&audits)
    }

    private mutating func flush(_ audits: inout [EditAudit]) throws {
        guard !audits.isEmpty else { return }
        let named = Set(audits.flatMap(\.findings).map(\.rule)).subtracting(written)
        try store.take(audits, by: edition, rules: rules(named), at: now)
        written.formUnion(named)
        audits.removeAll(keepingCapacity: true)
    }

    // MARK: - One edit

    /// What the file may import, where its project is on this machine.
    private mutating func packages(for edit: EditSource, language: String) throws -> KnownPackages? {
        let session = edit.origin.session
        let folder: String?
        if let known = folders[session] {
            folder = known
        } else {
            folder = try store.projectFolders(ofSession: session).first { FileManager.default.fileExists(atPath: $0) }
            folders[session] = .some(folder)
        }
        return folder.flatMap { projects.packages(for: edit.origin.path, language: language, in: $0) }
    }

    /// What the rules say of an edit; nothing is written.
    mutating func audit(_ edit: EditSource) throws -> EditAudit {
        var audit = EditAudit(edit: edit.origin.id)
        let pieces = try AuditedPiece.pieces(of: edit) { try files.text(before: edit) }
        guard !pieces.isEmpty else {
            // Texts beyond a size are not read; what only takes lines away has nothing to look at.
            if edit.after == nil, edit.patch == nil { audit.skipped = .size }
            return audit
        }
        let language = Language.named(by: edit.origin.path)
        let auditor = try language.flatMap { try self.auditor($0) }
        let packages = try language.flatMap { try self.packages(for: edit, language: $0) }
        var tokens: TokensUnder??
        for piece in pieces {
            var found: [PieceFinding] = []
            if let auditor {
                // Empty lines before it: what is said of other lines names them by their numbers in the file.
                let lead = min((piece.firstLine ?? 1) - 1, Self.mostLead)
                let text = lead > 0 ? String(repeating: "\n", count: lead) + piece.context : piece.context
                if let findings = auditor.audit(text, path: edit.origin.path, packages: packages) {
                    found = findings.map { PieceFinding($0, after: lead) }
                    audit.bytes += piece.context.utf8.count
                } else {
                    audit.skipped = .size
                }
            } else {
                audit.skipped = .language
            }
            found += RedactedSecrets.find(in: piece.context).map(PieceFinding.init)
            guard !found.isEmpty else { continue }
            let own = Self.own(found, of: piece, language: language)
            if tokens == nil {
                tokens = .some(
                    try own.isEmpty
                        ? nil : store.tokens(ofEdit: edit.origin.id).map { TokensUnder($0.run, output: $0.output) })
            }
            for (entry, fingerprint) in own {
                audit.findings.append(entry.finding(fingerprint, in: piece, of: edit))
                let place = audit.findings.count - 1
                guard let range = audit.findings[place].range else { continue }
                audit.findings[place].tokens = tokens??.span(
                    range.lowerBound - piece.start..<range.upperBound - piece.start, of: piece.text)
            }
        }
        // One defect of two stretches that show the same lines.
        var seen: Set<UID> = []
        audit.findings = audit.findings.filter { seen.insert($0.uid).inserted }
        return audit
    }

    /// Those that touch a token of the edit's own, each with its fingerprint.
    private static func own(
        _ found: [PieceFinding], of piece: AuditedPiece, language: String?
    ) -> [(PieceFinding, String)] {
        let isPart = piece.context.utf8.count != piece.text.utf8.count || piece.firstLine != 1
        var fingerprints = FindingFingerprint(piece.context, language: language, isPiece: isPart)
        let inner = piece.offset..<piece.offset + piece.text.utf8.count
        var written: WrittenPiece?
        var own: [(PieceFinding, String)] = []
        for entry in PieceFinding.defects(among: found) {
            let fingerprint = fingerprints.next(defect: entry.cwe ?? entry.rule, range: entry.extent)
            let range = entry.range.clamped(to: inner)
            guard !range.isEmpty else { continue }
            let known = written ?? piece.written()
            written = known
            let touched = known.code.tokens(
                in: range.lowerBound - piece.offset..<range.upperBound - piece.offset)
            guard touched.contains(where: { known.isOwned[$0] }) else { continue }
            own.append((entry, fingerprint))
        }
        return own
    }

    // MARK: - Rules

    private mutating func auditor(_ language: String) throws -> Auditor? {
        if let known = auditors[language] { return known }
        let auditor = RuleLibrary.languages.contains(language) ? Auditor(try library.rules(for: language)) : nil
        auditors[language] = .some(auditor)
        return auditor
    }

    private func rules(_ names: Set<String>) -> [Rule] {
        var rules: [String: Rule] = [:]
        if names.contains(RedactedSecrets.rule.id) { rules[RedactedSecrets.rule.id] = RedactedSecrets.rule }
        for case let auditor? in auditors.values {
            for rule in auditor.rules.rules where names.contains(rule.id) { rules[rule.id] = Rule(rule) }
        }
        return rules.values.sorted { $0.id < $1.id }
    }
}

extension StoreAuditing {
    /// Works off what waits for about a second before a question is answered; of more the answer says how many wait.
    ///
    /// - Returns: what was done; nothing where the store may not be written.
    @discardableResult
    package static func catchUp(
        _ store: Store, own: [RuleFolder.File] = [], now: Int64, for time: Duration = .seconds(1)
    ) throws -> Summary {
        guard try store.editsWithoutAudit() > 0 else { return Summary() }
        let end = ContinuousClock.now + time
        do {
            var auditing = try StoreAuditing(store: store, own: own, now: now)
            return try auditing.run { ContinuousClock.now >= end }
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return Summary()
        }
    }
}

extension StoreAuditing {
    /// Which of what was checked before is checked again.
    package enum Again: Sendable { case nothing, stale, everything }

    /// Works off all that waits, and opens again what was accepted until a day that is over.
    ///
    /// - Parameter again: what is put back on the queue first; `stale` is what other rules have checked.
    /// - Returns: how many were put back, and why the store may not be written where it may not.
    @discardableResult
    package mutating func workOff(_ again: Again = .nothing) throws -> (again: Int, refusal: StoreError?) {
        var count = 0
        do {
            switch again {
            case .nothing: break
            case .stale: count = try store.auditAgain(otherThan: edition)
            case .everything: count = try store.auditAgain(otherThan: nil)
            }
            try run()
            try store.reopenExpired(at: now)
            return (count, nil)
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return (count, error)
        }
    }
}

extension StoreAuditing {
    /// Works off the edits of answers before something is said of them: those that wait, and those that other rules checked.
    ///
    /// - Returns: how many are left because the store may not be written.
    package mutating func catchUp(answers: [Int64]) throws -> Int {
        let edits = try store.editsToAudit(of: answers, otherThan: edition)
        guard !edits.isEmpty else { return 0 }
        do {
            var summary = Summary()
            try audit(edits, into: &summary) { false }
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {}
        return try store.editsToAudit(of: answers, otherThan: edition).count
    }
}

extension StoreAuditing {
    /// Works off what was just written, then looks whether the findings in the same files still stand.
    ///
    /// - Parameter isStopped: asked between transactions.
    package static func follow(
        _ store: Store, own: [RuleFolder.File] = [], now: Int64, until isStopped: () -> Bool = { false }
    ) throws {
        guard try store.editsWithoutAudit() > 0 else { return }
        var auditing = try StoreAuditing(store: store, own: own, now: now)
        let summary = try auditing.run(until: isStopped)
        guard summary.latest.count < mostLatest else { return }
        var findings = StoreFindings(store: store, now: now)
        try findings.refresh(store.findings(inFilesOf: summary.latest))
    }
}

extension Rule {
    init(_ rule: AuditRule) {
        self.init(id: rule.id, title: rule.title, severity: rule.severity)
        cwe = "CWE-\(rule.cwe)"
        owasp = rule.owasp.joined(separator: " ")
        remedy = rule.remedy
        kind = rule.kind.name
        confidence = rule.confidence.name
        auditor = Finding.ownAuditor
    }
}
