import GRDB

extension Store {
    /// The version of the SQLite library that this program runs with.
    package static var sqliteVersion: String {
        (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "not known"
    }
}
