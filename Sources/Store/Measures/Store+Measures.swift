import GRDB

extension Store {
    /// The values at these ranks (0 the smallest, 1 the largest) among all that were measured; none where nothing was.
    package func quantiles(of measure: Measure, at ranks: [Double]) throws -> [Double] {
        let values = try read { db in try Double?.fetchAll(db, sql: measure.sql) }.compactMap { $0 }.sorted()
        guard let last = values.indices.last else { return [] }
        return ranks.map { values[Int((min(max($0, 0), 1) * Double(last)).rounded())] }
    }

    package func share(of share: Share) throws -> Double? {
        try read { db in try Double.fetchOne(db, sql: share.sql) }
    }
}
