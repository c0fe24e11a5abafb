import GRDB

extension Store {
    /// Takes in what was told of the pipeline, some hundred records a transaction.
    ///
    /// - Parameter now: Unix milliseconds UTC; until then an open change is known to have been open.
    /// - Returns: for each record whether it is new here.
    package func take(_ records: [PipelineRecord], now: Int64) throws -> [Bool] {
        var isNew: [Bool] = []
        var rest = records[...]
        while !rest.isEmpty {
            let some = rest.prefix(200)
            rest = rest.dropFirst(some.count)
            isNew += try write { db in
                let writer = PipelineWriter(db: db, now: now)
                return try some.map { try writer.write($0) == .new }
            }
        }
        return isNew
    }
}
