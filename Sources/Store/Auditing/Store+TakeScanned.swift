import GRDB
package import Provenance

extension Store {
    /// What became of the defects of a report.
    package struct TakenReport: Equatable, Sendable {
        /// Nobody had seen them before.
        package var new = 0
        /// Others had seen them: now they have one witness more.
        package var joined = 0
        /// The scanner had told of them before.
        package var known = 0

        package init() {}
    }

    /// Writes what a scanner says of edits, in one transaction. The same defect, of whomever, is one finding with as many
    /// witnesses: the same weakness or one of its family, at the same place of the same edit.
    ///
    /// What a person said of a finding here stays; what the scanner's people said holds for findings that are new. What was
    /// forgotten stays so.
    ///
    /// - Parameters:
    ///   - edition: the scanner, and the report that was read.
    ///   - seen: takes the rows of the findings that were meant.
    package func take(
        _ defects: [ScannedDefect], by edition: AuditEdition, rules: [Rule], at moment: Int64, seen: inout Set<Int64>
    ) throws -> TakenReport {
        guard !defects.isEmpty else { return TakenReport() }
        let (taken, met) = try write { db in
            _ = try AuditWriter.run(edition, at: moment, db)
            var writer = ScannedDefectWriter(db: db, edition: edition, moment: moment)
            for rule in rules { try writer.write(rule) }
            for defect in defects { try writer.write(defect) }
            return (writer.taken, writer.seen)
        }
        seen.formUnion(met)
        return taken
    }
}

private struct ScannedDefectWriter {
    let db: Database
    let edition: AuditEdition
    let moment: Int64
    private(set) var taken = Store.TakenReport()
    private(set) var seen: Set<Int64> = []
    private var forgotten = ForgottenRecords()

    init(db: Database, edition: AuditEdition, moment: Int64) {
        self.db = db
        self.edition = edition
        self.moment = moment
    }

    /// Of a rule that another auditor has under the same name his words stay.
    func write(_ rule: Rule) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO rule (id, title, severity, cwe, owasp, remedy, class, confidence, auditor)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT (id) DO UPDATE SET title = ?2, severity = ?3, cwe = ?4, owasp = ?5, remedy = ?6, class = ?7,
                    confidence = ?8 WHERE auditor = ?9
                """
        ).execute(
            arguments: [
                rule.id, rule.title, rule.severity.rawValue, rule.cwe, rule.owasp, rule.remedy, rule.kind,
                rule.confidence, edition.auditor,
            ])
    }

    mutating func write(_ defect: ScannedDefect) throws {
        if try forgotten.contains(.finding, defect.finding.uid, in: db) { return }
        guard
            let edit = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT at FROM edit WHERE id = ?"), arguments: [defect.edit])
        else { return }
        if let known = try self.known(defect) {
            // A report of our own repeats what others say: it is no witness of it.
            let isOwn = edition.auditor == Finding.ownAuditor
            if try isOwn || hasSeen(known) { taken.known += 1 } else { taken.joined += 1 }
            seen.insert(known)
            if isOwn { return }
            // What nobody told of any more is told of again.
            try db.cachedStatement(sql: Store.comeBackUntold).execute(arguments: [known])
            return try witness(known, defect)
        }
        let id = try insert(defect, at: edit["at"])
        seen.insert(id)
        try witness(id, defect)
        if let word = defect.judgement { try judge(id, word) }
        taken.new += 1
    }

    /// The finding of the same defect: of the same name, else at the same place.
    private func known(_ defect: ScannedDefect) throws -> Int64? {
        let finding = defect.finding
        let same = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM finding WHERE uid = ?"), arguments: [finding.uid.text])
        if let same { return same }
        let others = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, start, length, first_line, last_line, cwe, rule FROM finding WHERE edit = ?1
                    UNION ALL
                    SELECT f.id, d.start, d.length, NULL, NULL, f.cwe, f.rule
                    FROM finding_draft d JOIN finding f ON f.id = d.finding WHERE d.edit = ?1 AND f.edit <> ?1
                    ORDER BY 1
                    """), arguments: [defect.edit])
        while let row = try others.next() {
            if Self.isSamePlace(row, finding), Self.isSameDefect(row, defect) { return row["id"] }
        }
        return nil
    }

    private static func isSamePlace(_ row: Row, _ finding: Finding) -> Bool {
        if let range = finding.range, let start: Int = row["start"], let length: Int = row["length"] {
            if (start..<start + max(1, length)).overlaps(range.lowerBound..<max(range.lowerBound + 1, range.upperBound))
            {
                return true
            }
        }
        guard let first: Int = row["first_line"], let line = finding.firstLine else { return false }
        return first == line
    }

    private static func isSameDefect(_ row: Row, _ defect: ScannedDefect) -> Bool {
        if row["rule"] == defect.finding.rule { return true }
        guard let cwe = (row["cwe"] as String?).flatMap({ Int($0.drop { !$0.isNumber }) }) else { return false }
        return defect.cwes.contains { WeaknessFamily.isOne($0, cwe) }
    }

    /// That it was told of and then not any more makes it no other's.
    private func hasSeen(_ id: Int64) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM finding_witness WHERE finding = ?1 AND auditor = ?2)
                        OR NOT EXISTS (SELECT 1 FROM finding_witness WHERE finding = ?1)
                    """), arguments: [id, edition.auditor]) ?? false
    }

    private func witness(_ id: Int64, _ defect: ScannedDefect) throws {
        let finding = defect.finding
        try db.cachedStatement(
            sql: """
                INSERT INTO finding_witness (finding, auditor, rule, message, version, severity, fingerprint, at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                ON CONFLICT (finding, auditor, rule) DO UPDATE SET message = ?4, version = ?5, severity = ?6,
                    fingerprint = ?7, at = min(at, ?8)
                """
        ).execute(
            arguments: [
                id, edition.auditor, finding.rule, finding.message,
                edition.version.isEmpty ? nil : edition.version, finding.severity.rawValue, defect.fingerprint, moment,
            ])
    }

    private func insert(_ defect: ScannedDefect, at moment: Int64) throws -> Int64 {
        let finding = defect.finding
        try db.cachedStatement(
            sql: """
                INSERT INTO finding (uid, edit, start, length, first_line, last_line, first_column, last_column, rule,
                    class, severity, confidence, cwe, message, fingerprint, auditor, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                finding.uid.text, defect.edit, finding.range?.lowerBound, finding.range?.count, finding.firstLine,
                finding.lastLine, finding.firstColumn, finding.lastColumn, finding.rule, finding.kind,
                finding.severity.rawValue, finding.confidence, finding.cwe, finding.message, finding.fingerprint,
                edition.auditor, moment,
            ])
        return db.lastInsertedRowID
    }

    private func judge(_ id: Int64, _ word: FindingJudgement) throws {
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO finding_status (finding, at, status, who, reason) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [id, word.at, word.status.rawValue, word.who, word.reason])
    }
}
