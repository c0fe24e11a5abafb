/// What came of the inputs of one reader.
struct FuzzTally {
    var inputs = 0
    var read = 0
    var broken = 0
    var unknown = 0
    var sightings = 0
    var resumed = 0
    /// The longest that one input took.
    private var slowest = Duration.zero
    private var slowestEpisode = 0
    private let start = ContinuousClock.now

    /// What one input took, or on average one of so many.
    mutating func took(_ time: Duration, in episode: Int) {
        guard time > slowest else { return }
        (slowest, slowestEpisode) = (time, episode)
    }

    func line(_ name: String) -> String {
        let seconds = ((ContinuousClock.now - start) / .milliseconds(100)).rounded() / 10
        return
            "soak: \(name) \(Self.grouped(inputs)) inputs, \(Self.grouped(read)) read, \(Self.grouped(broken)) broken, "
            + "\(Self.grouped(unknown)) unknown, \(Self.grouped(sightings)) sightings, \(Self.grouped(resumed)) readings "
            + "resumed, slowest input \((slowest / .microseconds(1) / 10).rounded() / 100) ms in \(name):\(slowestEpisode), \(seconds) s"
    }

    private static func grouped(_ number: Int) -> String {
        var text = String(number)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }
}

/// Something that a user would notice, and how to see it again.
struct FuzzFailure: Error, CustomStringConvertible {
    let description: String

    /// - Parameter input: as it was read.
    init(_ complaint: String, in episode: FuzzEpisode, input: some Sequence<UInt8>) {
        description =
            "\(complaint); again with COLOPHON_FUZZ=\(episode) make soak SUITE=FuzzSoakTests; the input was: "
            + String(decoding: Array(input).prefix(4000), as: UTF8.self)
    }
}

/// One run of a reader: its number is the seed.
struct FuzzEpisode: CustomStringConvertible {
    var format: String
    var number: Int

    var description: String { "\(format):\(number)" }
}
