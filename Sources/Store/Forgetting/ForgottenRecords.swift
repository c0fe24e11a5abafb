import GRDB
import Provenance

/// What was forgotten in this store, asked for only where anything was.
struct ForgottenRecords {
    private var isAny: Bool?

    mutating func contains(_ kind: String, _ uid: String, in db: Database) throws -> Bool {
        if try isEmpty(in: db) { return false }
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM forgotten WHERE kind = ? AND uid = ?)")
        return try Bool.fetchOne(statement, arguments: [kind, uid]) ?? false
    }

    mutating func contains(_ kind: RecordKind, _ uid: UID, in db: Database) throws -> Bool {
        try contains(kind.rawValue, uid.text, in: db)
    }

    /// Holds for the transaction in which it was asked first: forgetting takes the same lock.
    mutating func isEmpty(in db: Database) throws -> Bool {
        if let isAny { return !isAny }
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM forgotten)")
        let isAny = try Bool.fetchOne(statement) ?? false
        self.isAny = isAny
        return !isAny
    }
}

extension SightingWriter {
    /// The sighting as far as it may be stored; `nil` where its record was forgotten, or what it belongs to.
    mutating func remembered(_ sighting: Sighting) throws -> Sighting? {
        if try forgotten.isEmpty(in: statements.db) { return sighting }
        if case .session(var session) = sighting, try forgotten.contains("title", session.uid.text, in: statements.db) {
            session.title = nil
            return try isForgotten(sighting) ? nil : .session(session)
        }
        guard try isForgotten(sighting) else { return sighting }
        if isStrict { throw Refusal.forgotten }
        return nil
    }

    private mutating func isForgotten(_ sighting: Sighting) throws -> Bool {
        switch sighting {
        case .session(let session): try forgotten.contains(.session, session.uid, in: statements.db)
        case .prompt(let prompt): try forgotten.contains(.prompt, prompt.uid, in: statements.db)
        case .segment(let segment): try forgotten.contains(.segment, segment.uid, in: statements.db)
        case .generation(let generation):
            // What answers a forgotten prompt would be taken for an answer to the one before it.
            try forgotten.contains(.generation, generation.uid, in: statements.db)
                || generation.prompt.map { try forgotten.contains(.prompt, $0, in: statements.db) } ?? false
        case .edit(let edit): try forgotten.contains(.edit, edit.uid, in: statements.db)
        case .finding(let finding): try forgotten.contains(.finding, finding.uid, in: statements.db)
        case .decision(let decision): try forgotten.contains(.decision, decision.uid, in: statements.db)
        case .alert(let alert): try forgotten.contains(.alert, alert.uid, in: statements.db)
        case .change(let change): try forgotten.contains(.session, change.session, in: statements.db)
        case .attribution(let attribution):
            try attribution.session.map { try forgotten.contains(.session, $0, in: statements.db) } ?? false
        case .outcome, .rule, .link: false
        }
    }
}
