import GRDB

/// An alert as lists show it.
package struct AlertRow: Equatable, Sendable {
    package var id: Int64
    package var uid: String
    package var at: Int64
    package var title: String
    package var service: String?
    package var revision: String?
    package var severity: String?

    package init(id: Int64, uid: String, at: Int64, title: String) {
        self.id = id
        self.uid = uid
        self.at = at
        self.title = title
    }
}

extension AlertRow {
    static let select = "SELECT a.* FROM alert a"

    init(row: Row) {
        self.init(id: row["id"], uid: row["uid"], at: row["at"], title: row["title"])
        service = row["service"]
        revision = row["revision"]
        severity = row["severity"]
    }
}
