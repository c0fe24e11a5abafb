/// Tool calls that wait for their results, in the order in which they were made.
///
/// A call that never gets a result must not stay for ever: beyond a number no agent has open at once, the oldest go.
struct OpenCalls<Call: Equatable>: Equatable {
    private var ids: [String] = []
    private var calls: [Call] = []

    private static var limit: Int { 64 }

    static func == (left: OpenCalls, right: OpenCalls) -> Bool { left.ids == right.ids && left.calls == right.calls }

    var all: some Sequence<(String, Call)> { zip(ids, calls) }

    subscript(id: String) -> Call? {
        get { ids.lastIndex(of: id).map { calls[$0] } }
        set {
            _ = remove(id)
            guard let newValue else { return }
            if ids.count == Self.limit {
                ids.removeFirst()
                calls.removeFirst()
            }
            ids.append(id)
            calls.append(newValue)
        }
    }

    mutating func remove(_ id: String) -> Call? {
        guard let place = ids.lastIndex(of: id) else { return nil }
        ids.remove(at: place)
        return calls.remove(at: place)
    }
}
