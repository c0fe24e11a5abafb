package import Git

/// Which commit wrote each line of a file, with commits looked through that only formatted it.
package struct FileHistory: Equatable, Sendable {
    /// How much of the history was seen.
    package enum State: String, Equatable, Sendable {
        case complete
        /// The time was over; what was found until then is here.
        case unfinished = "not finished"
        /// Nothing of the file is committed, or git has no answer.
        case none
    }

    /// Where a line comes from.
    package enum Line: Equatable, Sendable {
        case committed(LineOrigin)
        /// It stands in the given text alone.
        case uncommitted
        case unknown
    }

    /// One a line of the file.
    package var lines: [Line]
    /// By hash.
    package var commits: [String: BlamedCommit]
    package var state: State
    /// Commits at which a shallow clone was cut off: lines of these may be older.
    package var cutOff: Set<String> = []
    /// Why there is no answer, or not all of it, as one sentence.
    package var reason: String?

    package init(lines: [Line] = [], commits: [String: BlamedCommit] = [:], state: State = .complete) {
        self.lines = lines
        self.commits = commits
        self.state = state
    }

    /// - Parameter line: from 1.
    package func origin(of line: Int) -> LineOrigin? {
        guard lines.indices.contains(line - 1), case .committed(let origin) = lines[line - 1] else { return nil }
        return origin
    }
}

/// The line of a commit that a line of today is.
package struct LineOrigin: Equatable, Sendable {
    /// The commit, and the file's name in it.
    package var place: FilePlace
    /// Its number there, from 1.
    package var line: Int
    /// What the commit made its file from, where it is known.
    package var previous: FilePlace?

    package init(place: FilePlace, line: Int, previous: FilePlace? = nil) {
        self.place = place
        self.line = line
        self.previous = previous
    }
}
