package import Provenance
package import Text

/// Reads one note of h5i, a record of one commit: "`git_oid, parent_oid, ai_metadata{model_name, prompt, agent_id, usage},
/// …, timestamp`". It names no conversation: each is one of its own.
package struct H5iNoteReader {
    private let place: NotePlace

    package init(place: NotePlace) {
        self.place = place
    }

    package func read(_ bytes: [UInt8], tape: JSONTape, tell: ([Sighting]) -> Bool) -> WholeReading {
        var reading = WholeReading()
        func skip(_ reason: String) -> WholeReading {
            reading.skipped = 1
            reading.skips = [.init(place: 1, reason: reason)]
            return reading
        }
        return bytes.withUnsafeBytes { buffer in
            let note: JSONValue
            do { note = try tape.parse(buffer) } catch { return skip("it is no JSON: \(error)") }
            guard let commit = note["git_oid"].string ?? place.revision,
                [40, 64].contains(commit.utf8.count), commit.utf8.allSatisfy(GitAINames.isHexadecimal)
            else { return skip("it names no commit") }
            guard note["ai_metadata"].kind == .object else {
                // A person's commit.
                if note["git_oid"].exists { return reading }
                return skip("it is of no known kind")
            }
            _ = tell(sightings(note, commit: commit))
            return reading
        }
    }

    private func sightings(_ note: JSONValue, commit: String) -> [Sighting] {
        let told = note["ai_metadata"]
        let at = note["timestamp"].string.flatMap { Timestamp(iso: $0)?.milliseconds.moment } ?? place.at ?? 0
        let id = "h5i/\(commit)"
        var conversation = Conversation(agent: AgentName.ours(for: told["agent_id"].string ?? ""), makerID: id)
        conversation.session.checkout = place.checkout
        conversation.session.commit = note["parent_oid"].string
        conversation.session.startedAt = at
        conversation.model = told["model_name"].string
        var sightings: [Sighting] = [.session(conversation.session)]
        conversation.ask(
            PersonWords(told["prompt"].string ?? "", wrappers: [], prefixes: []), makerID: id, at: at, into: &sightings)
        var generation = conversation.answer(makerID: id, at: at)
        let usage = told["usage"]
        generation.tokens = TokenCounts(
            input: usage["prompt_tokens"].tokenCount ?? usage["input_tokens"].tokenCount,
            output: usage["completion_tokens"].tokenCount ?? usage["output_tokens"].tokenCount)
        sightings.append(.generation(generation))
        sightings.append(
            .link(
                RecordLink(
                    from: .init(kind: RecordKind.session.rawValue, uid: conversation.session.uid.text),
                    relation: RecordLink.committed, to: .init(kind: RecordLink.revision, uid: commit), at: at)))
        return sightings
    }
}
