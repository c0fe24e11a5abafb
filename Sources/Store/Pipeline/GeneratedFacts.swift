import Foundation

/// Lines that one commit brought to the main line, and when they went.
package struct LifeFact: Equatable, Sendable {
    package struct End: Equatable, Sendable {
        /// Whole days after they came, the one begun counted.
        package var day: Int
        package var lines: Int
        /// `session`, `generated`, `other`.
        package var means: String
        package var isFix: Bool

        package init(day: Int, lines: Int, means: String = "other", isFix: Bool = false) {
            self.day = day
            self.lines = lines
            self.means = means
            self.isFix = isFix
        }
    }

    /// Its first twelve letters.
    package var hash: String
    package var origin: LandedLines.Origin
    package var landedAt: Int64
    package var lines: Int
    /// Until when is known what became of them.
    package var until: Int64
    package var ends: [End] = []

    package init(hash: String, origin: LandedLines.Origin, landedAt: Int64, lines: Int, until: Int64) {
        self.hash = hash
        self.origin = origin
        self.landedAt = landedAt
        self.lines = lines
        self.until = until
    }

    /// Whole days for which they were watched.
    package var watched: Int { Self.days(from: landedAt, to: until) }

    /// Whole days between two moments; 0 where the second is the earlier one.
    package static func days(from start: Int64, to end: Int64) -> Int { Int(max(0, end - start) / 86_400_000) }
}

extension LifeFact {
    private static let words = ["other", "generated", "session"]

    /// Numbers of seven bits a byte, the lowest first: of each end its day, its lines, and by whom, with whether to mend.
    static func bytes(of ends: [End]) -> Data {
        var bytes = Data()
        for end in ends {
            let means = (words.firstIndex(of: end.means) ?? 0) * 2 + (end.isFix ? 1 : 0)
            for number in [end.day, end.lines, means] {
                var rest = UInt(max(0, number))
                while rest > 127 {
                    bytes.append(UInt8(rest & 127) | 128)
                    rest >>= 7
                }
                bytes.append(UInt8(rest))
            }
        }
        return bytes
    }

    /// - Returns: none of what is no such bytes.
    static func ends(in bytes: some Collection<UInt8>) -> [End] {
        guard !bytes.isEmpty else { return [] }
        var ends: [End] = []
        var (day, lines, place): (Int, Int, Int) = (0, 0, 0)
        var (number, shift): (UInt, UInt) = (0, 0)
        for byte in bytes {
            guard shift < 42 else { return [] }
            number |= UInt(byte & 127) << shift
            shift += 7
            guard byte < 128 else { continue }
            switch place {
            case 0: day = Int(number)
            case 1: lines = Int(number)
            default:
                guard number < 6 else { return [] }
                ends.append(End(day: day, lines: lines, means: words[Int(number / 2)], isFix: number % 2 == 1))
            }
            place = (place + 1) % 3
            (number, shift) = (0, 0)
        }
        return place == 0 && shift == 0 ? ends : []
    }
}

/// What one session's edits by one model came to in a stretch of time.
package struct TextFact: Equatable, Sendable {
    package var session: String
    package var agent: String
    package var model: String
    /// When the first of them came to the main line, or was refused.
    package var at: Int64
    package var edits = 0
    /// Of them with at least four fifths of their tokens.
    package var accepted = 0
    package var tokens = 0
    package var common = 0
    package var distance = 0
    /// The longer of each pair, which a distance is held against.
    package var longer = 0

    package init(session: String, agent: String = "", model: String = "", at: Int64) {
        self.session = session
        self.agent = agent
        self.model = model
        self.at = at
    }
}

/// Of the edits that one session wrote in a stretch of time by one model, how many came to the main line within 30 days.
package struct ArrivalFact: Equatable, Sendable {
    package var session: String
    package var agent: String
    package var model: String
    package var arrived: Int
    package var left: Int
    /// Younger than that.
    package var pending: Int

    package init(session: String, agent: String = "", model: String = "", arrived: Int, left: Int, pending: Int) {
        self.session = session
        self.agent = agent
        self.model = model
        self.arrived = arrived
        self.left = left
        self.pending = pending
    }
}

/// How expected a text was to one who knows the repository: what a session wrote by one model, or, without one, what a commit
/// brought that is not known to be generated.
package struct StyleFact: Equatable, Sendable {
    package var session: String?
    package var agent: String
    package var model: String
    package var at: Int64
    package var tokens: Int
    package var bits: Double

    package init(session: String?, agent: String = "", model: String = "", at: Int64, tokens: Int, bits: Double) {
        self.session = session
        self.agent = agent
        self.model = model
        self.at = at
        self.tokens = tokens
        self.bits = bits
    }
}

/// How far a branch was from the main line when it was looked at.
package struct BranchFact: Equatable, Sendable {
    package var branch: String
    package var head: String
    package var main: String
    package var at: Int64
    package var ahead = 0
    package var behind = 0
    /// Files changed on either side since both went their ways, and on both.
    package var files = 0
    package var both = 0
    /// Jensen and Shannon's divergence of rows of three tokens, what chance alone makes of it, and 1 − Jaccard of shingles;
    /// `nil` where nothing that is code changed.
    package var divergence: Double?
    package var noise: Double?
    package var dissimilarity: Double?
    /// Files in conflict if it were merged; `nil` where git has no answer.
    package var conflicts: Int?

    package init(branch: String, head: String, main: String, at: Int64) {
        self.branch = branch
        self.head = head
        self.main = main
        self.at = at
    }
}
