/// How far the main line has been walked for what became of generated lines.
package struct LineWalk: Equatable, Sendable {
    /// The last commit that was looked at, and when it came.
    package var hash: String
    package var at: Int64
    /// When the first one came.
    package var firstAt: Int64
    /// The newest edit that was here then.
    package var edits: Int64

    package init(hash: String, at: Int64, firstAt: Int64, edits: Int64) {
        self.hash = hash
        self.at = at
        self.firstAt = firstAt
        self.edits = edits
    }
}

/// Lines that one commit brought to the main line, of one edit or of none that is known.
package struct LandedLines: Equatable, Sendable {
    package enum Origin: String, Sendable {
        /// An edit of this store wrote them.
        case record
        /// The commit says that they were generated.
        case mark
        /// Of their commits some say so.
        case mixed
        case other
    }

    package var hash: String
    package var edit: Int64?
    package var origin: Origin
    package var at: Int64
    package var lines: Int

    package init(hash: String, edit: Int64? = nil, origin: Origin, at: Int64, lines: Int) {
        self.hash = hash
        self.edit = edit
        self.origin = origin
        self.at = at
        self.lines = lines
    }
}

/// Lines of one landing that a later commit took out.
package struct LineEnd: Equatable, Sendable {
    package var landing: Int64
    package var hash: String
    package var at: Int64
    package var lines: Int
    /// The sessions whose edits put something in their place.
    package var sessions: Set<String>
    /// The commit that took them out says that it was generated.
    package var isMarked: Bool
    package var isFix: Bool

    package init(
        landing: Int64, hash: String, at: Int64, lines: Int, sessions: Set<String>, isMarked: Bool, isFix: Bool
    ) {
        self.landing = landing
        self.hash = hash
        self.at = at
        self.lines = lines
        self.sessions = sessions
        self.isMarked = isMarked
        self.isFix = isFix
    }
}

/// What became of an edit's own tokens on the main line.
package struct EditFate: Equatable, Sendable {
    package var edit: Int64
    package var tokens: Int
    /// The commit with which it came there.
    package var hash: String?
    package var landedAt: Int64?
    /// The longest common subsequence with what stands there.
    package var common: Int?
    /// Levenshtein's distance to it.
    package var distance: Int?
    package var merged: Int?
    /// What its tokens tell one who knows the repository, in bits.
    package var bits: Double?

    package init(edit: Int64, tokens: Int) {
        self.edit = edit
        self.tokens = tokens
    }
}

/// What a walk has found since it last wrote.
package struct LineBatch: Sendable {
    package var walk: LineWalk?
    /// The place n stands for owner −(n + 1).
    package var landings: [LandedLines] = []
    package var ends: [LineEnd] = []
    package var fates: [EditFate] = []
    /// `nil` for a file that is gone.
    package var states: [String: LineRuns?] = [:]
    /// Of each commit how many lines it added, and how many of them edits of the store wrote.
    package var shares: [(hash: String, lines: Int, generated: Int)] = []
    package var styles: [(hash: String, tokens: Int, bits: Double)] = []

    package init() {}
}
