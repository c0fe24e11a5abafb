import Foundation
import GRDB
import Testing

@testable import Store

struct SchemaDocumentationTests {
    @Test
    func `the page for foreign writers names every table and column with its type, and nothing else`() throws {
        let page = try Self.page()
        let store = try Store.inMemory()
        let schema = try store.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table'
                        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
                    """)
            return Dictionary(uniqueKeysWithValues: try tables.map { ($0, try Self.columns(of: $0, in: db)) })
        }
        #expect(Set(page.keys) == Set(schema.keys))
        for (table, columns) in schema {
            #expect(page[table]?.map(\.declaration) == columns, "in the table of \(table)")
        }
    }

    @Test
    func `every column of the page has a meaning`() throws {
        for (table, columns) in try Self.page() {
            for column in columns { #expect(column.meaning.count > 2, "\(table).\(column.declaration)") }
        }
    }

    private struct Column {
        /// `uid TEXT NOT NULL`
        var declaration: String
        var meaning: String
    }

    private static func columns(of table: String, in db: Database) throws -> [String] {
        let targets = Dictionary(
            try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(table))").map {
                ($0["from"] as String, $0["table"] as String)
            }, uniquingKeysWith: { first, _ in first })
        return try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map { row in
            let name: String = row["name"]
            return [
                name, row["type"], row["notnull"] == 1 ? "NOT NULL" : "", targets[name].map { "→ \($0)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The tables of the page, each under a heading of its name: column, type, meaning.
    private static func page() throws -> [String: [Column]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Store/Schema/README.md")
        var tables: [String: [Column]] = [:]
        var table = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("### ") {
                table = String(line.dropFirst(4))
                tables[table] = []
            } else if line.hasPrefix("| `"), !table.isEmpty {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard cells.count >= 4 else { continue }
                let name = cells[1].trimmingCharacters(in: ["`"])
                let declaration = cells[2].isEmpty ? name : "\(name) \(cells[2])"
                tables[table, default: []].append(Column(declaration: declaration, meaning: cells[3]))
            }
        }
        return tables
    }
}
