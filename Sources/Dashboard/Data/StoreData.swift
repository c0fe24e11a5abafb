package import Store
import Text

/// The store as the dashboard reads it.
///
/// Give it a store of its own: `interrupt` stops whatever runs on that store, writes included.
package struct StoreData: DashboardData {
    private let store: Store
    private let version: @Sendable () throws -> Int

    /// - Parameter dataVersion: `PRAGMA data_version`, always asked on one and the same connection.
    package init(_ store: Store, dataVersion: @escaping @Sendable () throws -> Int) {
        self.store = store
        version = dataVersion
    }

    package func turns(
        matching filter: String, from key: PageKey?, _ direction: PageDirection, limit: Int
    ) throws -> [TurnRow] {
        // Read anew for every page: "age:<2d" counts from now, not from when it was typed.
        let filter = try Filter(filter, now: Timestamp.now.milliseconds)
        return try store.turns(matching: filter, from: key, direction, limit: limit)
    }

    package func turn(_ id: Int64) throws -> TurnDetail? { try store.turn(id) }
    package func dataVersion() throws -> Int { try version() }
    package func interrupt() { store.interrupt() }
}
