import GRDB
import Provenance
import Text

extension Store {
    /// Writes entries in their order, each whole or not at all; rows that are already there are completed, never doubled.
    ///
    /// In short transactions, so that no other writer waits.
    ///
    /// - Returns: what each entry added, or why it was refused. A failure that is no entry's fault (a full disk) is thrown,
    ///   and what was written before it stays.
    package func record(_ entries: [Entry]) throws -> [Result<Tally, Refusal>] {
        var results: [Result<Tally, Refusal>] = []
        while results.count < entries.count {
            results += try write { db in try Self.record(entries[results.count...], in: db) }
        }
        return results
    }

    /// As many of the entries as there is time for under the lock, but at least one.
    private static func record(
        _ entries: ArraySlice<Entry>, in db: Database
    ) throws -> [Result<Tally, Refusal>] {
        let time = LockTime()
        var writer = SightingWriter(db: db)
        writer.isStrict = true
        var results: [Result<Tally, Refusal>] = []
        for entry in entries {
            writer.tally = Tally()
            do {
                try db.inSavepoint {
                    try writer.write(entry)
                    return .commit
                }
                results.append(.success(writer.tally))
            } catch {
                guard let refusal = Refusal(error) else { throw error }
                writer.forgetRows()
                results.append(.failure(refusal))
            }
            if time.isUp { break }
        }
        return results
    }
}

extension SightingWriter {
    fileprivate mutating func write(_ entry: Entry) throws {
        repositories = entry.repositories
        for sighting in try placed(entry) { try write(sighting) }
    }

    /// The entry's sightings, its segments numbered and its generation with their range and its time.
    private func placed(_ entry: Entry) throws -> [Sighting] {
        guard let place = entry.sightings.firstIndex(where: { $0.generation != nil }),
            var generation = entry.sightings[place].generation
        else { return entry.sightings }
        let known = try statements.row(
            """
            SELECT g.started_at, g.ended_at, g.first_segment, s.uid, g.prompt FROM generation g
            JOIN session s ON s.id = g.session WHERE g.uid = ?
            """, [generation.uid.text]
        ) {
            (
                startedAt: $0.int(0), endedAt: $0.int(1), isNumbered: !$0.isNull(2), session: $0.text(3),
                isAsked: !$0.isNull(4)
            )
        }
        if entry.isUndated, let known {
            generation.startedAt = known.startedAt ?? generation.startedAt
            generation.endedAt = known.endedAt ?? generation.endedAt
        }
        var sightings = entry.sightings
        if let known, known.isNumbered, let session = known.session {
            // What it saw is numbered in the session that first told of it.
            let isElsewhere = generation.session.text != session
            generation.session = UID(text: session)
            // And who told of it there also knows what was asked.
            let isKnown = isElsewhere && known.isAsked && entry.retellsContext
            if isKnown { generation.prompt = nil }
            sightings[place] = .generation(generation)
            return sightings.filter { !$0.isUnnumberedSegment && !(isKnown && $0.opensConversation) }
        }
        let places = sightings.indices.filter { sightings[$0].isUnnumberedSegment }
        let segments = places.compactMap { if case .segment(let segment) = sightings[$0] { segment } else { nil } }
        let numbered = try numbered(segments, of: generation, retold: entry.retellsContext)
        for (place, segment) in zip(places, numbered) { sightings[place] = .segment(segment) }
        if let first = numbered.first, let last = numbered.last { generation.context = first.number...last.number }
        sightings[place] = .generation(generation)
        return sightings
    }

    /// One number after the other, for what an answer saw is a range.
    ///
    /// Where segments that are already there do not follow each other, as when a conversation took another way from some
    /// message on, all are told anew for that way; the last resort is to tell them for this answer alone.
    private func numbered(_ segments: [Segment], of generation: Generation, retold: Bool) throws -> [Segment] {
        let last = try lastSegment(in: generation.session, thread: generation.thread)
        guard retold else { return Self.numbered(segments, after: last) }
        var way: String?
        for _ in 0..<2 {
            var numbered = Self.named(segments, for: way)
            var number = last
            var breach: Int?
            for index in numbered.indices where breach == nil {
                let known = try optionalInt("SELECT number FROM segment WHERE uid = ?", [numbered[index].uid.text])
                if known == nil { number += 1 }
                numbered[index].number = known.map { Int($0) } ?? number
                if index > 0, numbered[index].number != numbered[index - 1].number + 1 { breach = index }
            }
            guard let breach else { return numbered }
            way = segments[breach].uid.text
        }
        return Self.numbered(Self.named(segments, for: generation.uid.text), after: last)
    }

    private static func numbered(_ segments: [Segment], after last: Int) -> [Segment] {
        segments.enumerated().map { index, segment in
            var segment = segment
            segment.number = last + index + 1
            return segment
        }
    }

    private static func named(_ segments: [Segment], for way: String?) -> [Segment] {
        guard let way else { return segments }
        return segments.map { segment in
            var segment = segment
            segment.uid = UID(of: .segment, makerID: "\(segment.uid.text)/\(way)")
            return segment
        }
    }

    private func lastSegment(in session: UID, thread: String) throws -> Int {
        let last = try optionalInt(
            """
            SELECT max(number) FROM segment WHERE session = (SELECT id FROM session WHERE uid = ?) AND thread = ?
            """, [session.text, thread])
        return Int(last ?? 0)
    }
}

extension Sighting {
    fileprivate var generation: Generation? {
        if case .generation(let generation) = self { generation } else { nil }
    }

    fileprivate var opensConversation: Bool {
        switch self {
        case .session, .prompt: true
        default: false
        }
    }

    fileprivate var isUnnumberedSegment: Bool {
        if case .segment(let segment) = self { segment.number == 0 } else { false }
    }
}
