/// Which failures were met already, and how often; the oldest are forgotten when there are too many.
struct SeenFailures {
    private static let limit = 4096

    private var counts: [String: Int] = [:]
    private var order: [String] = []
    private var next = 0

    /// - Returns: Whether it is new.
    mutating func add(_ fingerprint: String) -> Bool {
        if let count = counts[fingerprint] {
            counts[fingerprint] = count + 1
            return false
        }
        counts[fingerprint] = 1
        if order.count < Self.limit {
            order.append(fingerprint)
        } else {
            counts[order[next]] = nil
            order[next] = fingerprint
            next = (next + 1) % Self.limit
        }
        return true
    }

    func times(_ fingerprint: String) -> Int { counts[fingerprint] ?? 0 }
}
