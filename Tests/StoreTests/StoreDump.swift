import GRDB

@testable import Store

/// Every row of a store as a line, ids replaced by what they name: two stores of the same content have the same lines.
struct StoreDump: Equatable {
    var tables: [String: [String]] = [:]

    init(_ store: Store) throws {
        tables = try store.read { db in
            var tables: [String: [String]] = [:]
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'")
            // The index from code to edits says the same in whatever runs, figures by pages or by rows.
            for name in names where !name.hasPrefix("shingle") && !name.hasSuffix("_page") {
                tables[name] = try String.fetchAll(db, sql: try Self.query(name, db)).sorted()
            }
            // What is searched: the words of the index, and the texts that are in it.
            tables["search"] = try String.fetchAll(
                db, sql: "SELECT hex(b.sha256) FROM search_docsize d JOIN body b ON b.id = d.id"
            ).sorted()
            return tables
        }
    }

    /// The first lines that only one of two stores has.
    func difference(from other: StoreDump) -> String {
        var words = ""
        for table in Set(tables.keys).union(other.tables.keys).sorted() {
            let here = tables[table] ?? []
            let there = other.tables[table] ?? []
            let mine = Set(here).subtracting(there).sorted().prefix(3)
            let theirs = Set(there).subtracting(here).sorted().prefix(3)
            if here != there { words += "\(table): \(here.count) and \(there.count) rows\n" }
            for line in mine { words += "  here  \(line)\n" }
            for line in theirs { words += "  there \(line)\n" }
        }
        return words
    }

    private static func query(_ table: String, _ db: Database) throws -> String {
        let targets = Dictionary(
            try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(table))").map {
                ($0["from"] as String, $0["table"] as String)
            }, uniquingKeysWith: { first, _ in first })
        let columns = try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").compactMap { row -> String? in
            let name: String = row["name"]
            if let target = targets[name] {
                return "(SELECT \(key(of: target)) FROM \"\(target)\" x WHERE x.id = t.\"\(name)\")"
            }
            // Row ids and the time of reading are the store's own.
            if name == "id" && row["type"] == "INTEGER" || name == "read_at" { return nil }
            if table == "audit_run" && name == "at" { return nil }
            return "t.\"\(name)\""
        }
        let parts = columns.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
        return "SELECT \(parts) FROM \"\(table)\" t"
    }

    private static func key(of table: String) -> String {
        switch table {
        case "repository": "identity"
        case "revision", "landing": "hash"
        case "path": "text"
        case "frame": "file"
        case "audit_run": "rules"
        case "change": "url"
        case "body": "sha256"
        default: "uid"
        }
    }
}
