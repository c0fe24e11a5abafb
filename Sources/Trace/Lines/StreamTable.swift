import Text

/// The streams that are mixed in one log, as many as fit; the one that was silent longest makes room.
struct StreamTable {
    private static let limit = 48
    /// Bytes of lines in traces that stand open, in one stream and in all.
    private static let heldLimit = 1 << 20
    private static let allLimit = 8 << 20

    private let tape = JSONTape()
    private var places: [UInt64: Int] = [:]
    private var keys: [UInt64] = []
    private var streams: [StreamReader] = []
    private var used: [UInt64] = []
    private var clock: UInt64 = 0
    private var held = 0

    init() {
        streams = [StreamReader(name: nil, limits: .main, tape: tape)]
        keys = [0]
        used = [0]
        places = [0: 0]
    }

    /// Lines without a name go to a document that has begun so.
    var mainTakesWholeLines: Bool { streams[0].takesWholeLines }

    /// - Parameter key: 0 for lines without a name.
    mutating func with(
        _ key: UInt64, name: ByteView, into failures: inout [Failure],
        _ body: (inout StreamReader, inout [Failure]) -> Void
    ) {
        let place = place(key, name, into: &failures)
        clock += 1
        used[place] = clock
        let before = streams[place].held
        body(&streams[place], &failures)
        guard streams[place].held != before else { return }
        held += streams[place].held - before
        if streams[place].held > Self.heldLimit { settle(place, into: &failures) }
        if held > Self.allLimit {
            for other in streams.indices where other != place { settle(other, into: &failures) }
        }
    }

    private mutating func settle(_ place: Int, into failures: inout [Failure]) {
        held -= streams[place].held
        streams[place].quiet(into: &failures)
    }

    /// A stream that is over: it makes room at once.
    mutating func end(_ key: UInt64, into failures: inout [Failure]) {
        guard key != 0, let place = places[key] else { return }
        held -= streams[place].held
        streams[place].finish(into: &failures)
        used[place] = 0
        places[key] = nil
        keys[place] = 0
    }

    mutating func quiet(into failures: inout [Failure]) {
        for place in inOrder { settle(place, into: &failures) }
    }

    mutating func finish(into failures: inout [Failure]) {
        for place in inOrder { streams[place].finish(into: &failures) }
        self = StreamTable()
    }

    /// Streams in the order in which they last spoke.
    private var inOrder: [Int] { streams.indices.sorted { used[$0] < used[$1] } }

    private mutating func place(_ key: UInt64, _ name: ByteView, into failures: inout [Failure]) -> Int {
        if key == 0 { return 0 }
        if let place = places[key] { return place }
        let stream = StreamReader(name: name.isEmpty ? nil : name.text(256), limits: .one, tape: tape)
        guard streams.count == Self.limit else {
            streams.append(stream)
            keys.append(key)
            used.append(0)
            places[key] = streams.count - 1
            return streams.count - 1
        }
        // The lines without a name keep their place.
        let oldest = streams.indices.dropFirst().min { used[$0] < used[$1] } ?? 1
        held -= streams[oldest].held
        streams[oldest].finish(into: &failures)
        places[keys[oldest]] = nil
        streams[oldest] = stream
        keys[oldest] = key
        places[key] = oldest
        return oldest
    }
}
