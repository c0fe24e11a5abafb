package import Store

/// A demo for a machine on which no agent has worked yet, made anew at each start and kept in memory.
package enum DemoStore {
    private static let generations = 300

    package static func inMemory(now: Int64) throws -> Store {
        let store = try Store.inMemory()
        try DemoWriter(DemoPlan(generations: generations, now: now)).fill(store)
        return store
    }
}
