import Git
import Store

/// The commits of a main branch as they are read, newest first, and what comes of them when all are there.
struct MainLine {
    private struct Entry {
        var commit: MainlineCommit
        var parents: [Int] = []
        var parentHashes: [String]
        var request: RequestName?
        var isNoted = false
    }

    private var entries: [Entry] = []
    private var places: [String: Int] = [:]
    /// Commits of which another program says that lines were generated.
    private let notes: Set<String>

    init(notes: Set<String> = []) { self.notes = notes }

    mutating func add(_ object: CommitObject) {
        var commit = MainlineCommit(
            hash: object.hash, authoredAt: object.author.at, committedAt: object.committer.at,
            landedAt: object.committer.at, parents: object.parents.count, isFirst: false)
        let subject = object.message.prefix { $0 != "\n" && $0 != "\r\n" }
        let agents = AgentMark.all(in: object).compactMap(\.agents.first) + [OtherAgent.of(object)].compactMap { $0 }
        commit.marks = Set(agents).sorted().joined(separator: " ")
        commit.isBot = commit.marks.isEmpty && Self.isBot(object.author)
        commit.kind = ChangeKind.of(title: String(subject.prefix(500)))
        commit.reverts = Self.reverted(object.message)
        places[object.hash] = entries.count
        entries.append(
            Entry(
                commit: commit, parentHashes: object.parents,
                request: RequestName(message: object.message, isMerge: object.parents.count > 1),
                isNoted: notes.contains(object.hash)))
    }

    /// - Returns: the commits with when and by which request they landed, and these requests as git knows them.
    mutating func landed(in repository: String, tip: String) -> ([MainlineCommit], [ChangeRecord]) {
        for place in entries.indices {
            entries[place].parents = entries[place].parentHashes.compactMap { places[$0] }
            entries[place].parentHashes = []
        }
        var spine: [Int] = []
        var next = places[tip]
        while let place = next, !entries[place].commit.isFirst {
            entries[place].commit.isFirst = true
            spine.append(place)
            next = entries[place].parents.first
        }
        var owner = [Int](repeating: -1, count: entries.count)
        for place in spine { owner[place] = place }
        // The oldest merge that holds a commit brought it.
        for place in spine.reversed() {
            var open = Array(entries[place].parents.dropFirst())
            while let one = open.popLast() {
                guard owner[one] < 0 else { continue }
                owner[one] = place
                entries[one].commit.landedAt = entries[place].commit.committedAt
                open += entries[one].parents
            }
        }
        return requests(owner, repository)
    }

    private mutating func requests(_ owner: [Int], _ repository: String) -> ([MainlineCommit], [ChangeRecord]) {
        var members: [Int: [Int]] = [:]
        for (place, owner) in owner.enumerated() where owner >= 0 { members[owner, default: []].append(place) }
        var changes: [Int64: ChangeRecord] = [:]
        for (place, entry) in entries.enumerated().reversed() where entry.commit.isFirst {
            guard let request = entry.request, changes[request.number] == nil else { continue }
            // Of a merge the commits it brings are its work; of a squash the one commit is.
            let own = (members[place] ?? [place]).filter { $0 != place || entry.commit.parents < 2 }
            let work = own.isEmpty ? [place] : own
            for one in work + [place] { entries[one].commit.change = request.number }
            changes[request.number] = change(request, place, work, repository)
        }
        return (entries.map(\.commit), changes.values.sorted { $0.number < $1.number })
    }

    private func change(_ request: RequestName, _ place: Int, _ work: [Int], _ repository: String) -> ChangeRecord {
        let merge = entries[place].commit
        var change = ChangeRecord(repository: repository, number: request.number)
        change.title = request.title
        change.state = .merged
        change.kind = ChangeKind.of(title: request.title)
        change.mergedAt = merge.committedAt
        change.mergeCommit = merge.hash
        // What follows of a squash is lost: its one commit has the time of the first, or of the merge.
        if merge.parents > 1 {
            change.firstCommitAt = work.map { entries[$0].commit.authoredAt }.min()
            change.commits = Int64(work.count)
        } else if merge.authoredAt < merge.committedAt {
            change.firstCommitAt = merge.authoredAt
        }
        change.isBot = work.allSatisfy { entries[$0].commit.isBot }
        let marked = work.count { !entries[$0].commit.marks.isEmpty }
        let noted = work.count { entries[$0].isNoted }
        change.generated = Double(max(marked, noted)) / Double(work.count)
        change.generatedBy = noted >= marked && noted > 0 ? .note : marked > 0 ? .trailer : .nothing
        return change
    }

    private static func isBot(_ author: CommitObject.Signature) -> Bool {
        author.name.hasSuffix("[bot]") || author.mail.contains("[bot]@") || author.mail.hasPrefix("bot@")
    }

    /// "This reverts commit 9f31c2a….", as often as it is said; of a host's own button "Reverts acme/shop#12", as `#12`, for
    /// a squash of it names no commit. Blanks between.
    private static func reverted(_ message: String) -> String? {
        var found: [String] = []
        func add(_ name: String) { if !found.contains(name), found.count < mostReverted { found.append(name) } }
        var rest = message[...]
        while let words = rest.firstRange(of: "This reverts commit ") {
            rest = rest[words.upperBound...]
            let hash = rest.prefix { $0.isHexDigit }
            if hash.count >= 7, hash.count <= 64 { add(hash.lowercased()) }
        }
        if found.isEmpty, message.hasPrefix("Revert \"") || message.contains("\nRevert \"") {
            for line in message.split(whereSeparator: \.isNewline) where line.hasPrefix("Reverts ") {
                let name = line.dropFirst("Reverts ".count)
                guard let sign = name.firstIndex(where: { $0 == "#" || $0 == "!" }),
                    !name[..<sign].contains(" "),
                    let number = Int64(name[name.index(after: sign)...].prefix { $0.isASCII && $0.isNumber })
                else { continue }
                add("#\(number)")
            }
        }
        return found.isEmpty ? nil : found.joined(separator: " ")
    }

    private static let mostReverted = 20
}
