import GRDB
import Provenance

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
            SELECT g.started_at, g.ended_at, first_segment, s.uid FROM generation g
            JOIN session s ON s.id = g.session WHERE g.uid = ?
            """, [generation.uid.text]
        ) { (startedAt: $0.int(0), endedAt: $0.int(1), isNumbered: !$0.isNull(2), session: $0.text(3)) }
        if entry.isUndated, let known {
            generation.startedAt = known.startedAt ?? generation.startedAt
            generation.endedAt = known.endedAt ?? generation.endedAt
        }
        var sightings = entry.sightings
        if let known, known.isNumbered, let session = known.session {
            // What it saw is numbered in the session that first told of it.
            generation.session = UID(text: session)
            sightings[place] = .generation(generation)
            return sightings.filter { !$0.isUnnumberedSegment }
        }
        var number = try lastSegment(in: generation.session, thread: generation.thread)
        let first = number + 1
        for (index, sighting) in sightings.enumerated() {
            guard case .segment(var segment) = sighting, segment.number == 0 else { continue }
            number += 1
            segment.number = number
            sightings[index] = .segment(segment)
        }
        if number >= first { generation.context = first...number }
        sightings[place] = .generation(generation)
        return sightings
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

    fileprivate var isUnnumberedSegment: Bool {
        if case .segment(let segment) = self { segment.number == 0 } else { false }
    }
}
