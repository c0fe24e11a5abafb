package import Git
import Ingest
package import Store

/// Finds the sessions of the store from which a commit may come: by what the commit says of agents, by what other
/// programs say of the commit, and by repository, branch and time.
package struct CommitSessionSearch {
    private let store: Store
    private let objects: GitObjects
    /// As sessions of this repository have it; `nil` where the store knows none.
    private let repository: String?

    /// Clocks differ, and a commit's time has no milliseconds.
    private static let tolerance: Int64 = 120_000
    /// Something was asked so shortly before the commit.
    private static let askedWithin: Int64 = 12 * 3_600_000
    /// The file was edited so long before it at most.
    private static let editedWithin: Int64 = 7 * 24 * 3_600_000
    private static let mostFitting = 10

    package init(store: Store, objects: GitObjects, repository: String?) {
        self.store = store
        self.objects = objects
        self.repository = repository
    }

    /// - Parameters:
    ///   - hash: the whole hash of a commit.
    ///   - path: a file in it, whose edits and notes are looked at.
    ///   - names: other names that the file has or had.
    ///   - branch: the branch of the checkout; a session of another one is named behind those of this.
    package func sessions(
        of hash: String, path: String, otherNames names: [String] = [], branch: String? = nil
    ) throws -> CommitSessions {
        var found = CommitSessions()
        try told(of: hash, path: path, into: &found)
        for session in try store.sessions(committing: hash) {
            found.add(session, .record, "The session's record says that it made the commit.")
        }
        guard let commit = try objects.commit(hash) else { return found }
        let checkpoints = Array(Set(CheckpointMetadata.trailers(in: commit.message))).sorted()
        for session in try store.sessions(savedIn: checkpoints) {
            found.add(
                session, .checkpoint,
                "The commit names \(checkpoints.count == 1 ? "the checkpoint \(checkpoints[0])" : "checkpoints"), "
                    + "in which the session is kept.")
        }
        for (key, value) in commit.trailers {
            for session in try store.sessions(called: Self.ids(in: value)) {
                found.add(session, .name, "The commit names the session: \"\(key): \(session.makerID)\".")
            }
        }
        let marks = AgentMark.all(in: commit)
        found.agents = marks.flatMap(\.agents)
        if !marks.isEmpty {
            found.agentEvidence = "The commit is an agent's: \(marks.map(\.words).joined(separator: "; "))."
        }
        try fit(commit, [path] + names, branch, marks, into: &found)
        found.belonging.sort { ($0.ground, $0.session.uid) < ($1.ground, $1.session.uid) }
        return found
    }

    private func told(of hash: String, path: String, into found: inout CommitSessions) throws {
        for told in try store.sessions(attributedIn: hash) {
            found.add(
                told.session, .note, "A note of \(told.teller) on the commit says that the session wrote lines of it.")
            guard told.path == path, let place = found.belonging.firstIndex(where: { $0.session == told.session })
            else {
                continue
            }
            found.belonging[place].lines.append(told.lines)
            found.belonging[place].evidence =
                "A note of \(told.teller) on the commit says that the session wrote lines of this file."
        }
    }

    private func fit(
        _ commit: CommitObject, _ paths: [String], _ branch: String?, _ marks: [AgentMark],
        into found: inout CommitSessions
    ) throws {
        guard let repository else { return }
        // A rebased commit keeps its author's time, one that was squashed has a new one: the work lies before both.
        let made = commit.author.at > 0 ? min(commit.author.at, commit.committer.at) : commit.committer.at
        let activity = try store.activity(
            before: made + Self.tolerance, in: repository, paths: paths, edited: made - Self.editedWithin,
            asked: made - Self.askedWithin)
        let named = Set(marks.flatMap(\.agents))
        let ofAgent = activity.filter { $0.lastEdit != nil && named.contains($0.session.agent) }
        if ofAgent.count == 1, let only = ofAgent.first {
            let words = marks.first { $0.agents.contains(only.session.agent) }?.words ?? ""
            found.add(
                only.session, .agent,
                "The commit is of \(only.session.agent) (\(words)), and no other session of it edited the file in the "
                    + "week before.")
        }
        for one in activity {
            if let place = found.belonging.firstIndex(where: { $0.session == one.session }) {
                found.belonging[place].editsFile = one.lastEdit != nil
                continue
            }
            // What did not touch the file fits by its branch alone, and does not on another one.
            let isElsewhere = branch != nil && one.session.branch != nil && branch != one.session.branch
            guard one.lastEdit != nil || !isElsewhere else { continue }
            var entry = CommitSessions.Entry(
                session: one.session, ground: .time, evidence: Self.sentence(one, before: made, isElsewhere))
            entry.editsFile = one.lastEdit != nil
            found.fitting.append(entry)
        }
        found.fitting = Array(found.fitting.prefix(Self.mostFitting))
    }

    private static func sentence(_ activity: SessionActivity, before made: Int64, _ isElsewhere: Bool) -> String {
        let branch = isElsewhere ? activity.session.branch.map { ", on the branch \($0)" } ?? "" : ""
        if let edit = activity.lastEdit {
            return "The session edited the file \(span(made - edit)) before the commit\(branch)."
        }
        return "Something was asked in the session \(span(made - (activity.lastTurn ?? made))) before the commit, "
            + "in this repository; no edit of the file is known."
    }

    private static func span(_ milliseconds: Int64) -> String {
        let minutes = max(0, milliseconds) / 60_000
        return switch minutes {
        case ..<1: "less than a minute"
        case 1: "a minute"
        case ..<120: "\(minutes) minutes"
        case ..<2880: "\(minutes / 60) hours"
        default: "\(minutes / 1440) days"
        }
    }

    /// What may be an agent's id of a session in the value of a trailer: its words, and the ends of links.
    private static func ids(in value: String) -> [String] {
        let words = value.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }
        return words.filter { 12...128 ~= $0.utf8.count }.prefix(8).map(String.init)
    }
}

extension CommitSessions {
    /// Adds a session that is not there yet.
    fileprivate mutating func add(_ session: SessionBrief, _ ground: Ground, _ evidence: String) {
        guard !belonging.contains(where: { $0.session == session }) else { return }
        belonging.append(Entry(session: session, ground: ground, evidence: evidence))
    }
}
