package import Store

/// Where the dashboard reads from. Called on a thread in the background, one call at a time.
package protocol DashboardData: Sendable {
    /// A page of turns, newest first; `older` continues after the key, `newer` ends before it.
    ///
    /// - Parameter filter: in the filter language; empty for everything.
    func turns(
        matching filter: String, from key: PageKey?, _ direction: PageDirection, limit: Int
    ) throws -> [TurnRow]
    /// One turn in full; `nil` where it is gone.
    func turn(_ id: Int64) throws -> TurnDetail?
    /// A number that changes when somebody else writes to the store.
    func dataVersion() throws -> Int
    /// Has the call that runs fail soon. Comes from another thread.
    func interrupt()
}
