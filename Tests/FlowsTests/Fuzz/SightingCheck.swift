import Provenance

/// Whether the store can take what a reader told.
enum SightingCheck {
    /// What is wrong, `nil` where nothing is.
    static func complaint(about sighting: Sighting) -> String? {
        var check = Checks()
        switch sighting {
        case .session(let session):
            check.names(session.uid)
            check.isTrue(!session.agent.isEmpty, "no agent")
            check.isTrue(session.parent?.text.isEmpty != true, "an empty parent")
            session.startedAt.map { check.time($0) }
        case .prompt(let prompt):
            check.names(prompt.uid, prompt.session)
            check.isTrue(prompt.parent?.text.isEmpty != true, "an empty parent")
            check.isTrue(!prompt.words.text.isEmpty, "no words")
            check.isTrue(prompt.segments.map { $0.lowerBound > 0 } ?? true, "a segment before the first")
            check.time(prompt.at)
        case .segment(let segment):
            check.names(segment.uid, segment.session)
            check.isTrue(segment.number > 0, "number \(segment.number)")
            check.isTrue(segment.firstLine ?? 1 > 0, "first line \(segment.firstLine ?? 0)")
            check.isTrue(segment.lineCount ?? 0 >= 0, "\(segment.lineCount ?? 0) lines")
            check.isTrue(segment.path?.isEmpty != true, "an empty path")
            check.time(segment.at)
        case .generation(let generation):
            check.names(generation.uid, generation.session)
            check.isTrue(generation.prompt?.text.isEmpty != true, "an empty prompt")
            check.tokens(generation.tokens)
            check.time(generation.startedAt)
            check.time(generation.endedAt)
            check.isTrue(generation.endedAt >= generation.startedAt, "it ends before it begins")
        case .edit(let edit):
            check.names(edit.uid, edit.call, edit.generation, edit.session)
            check.isTrue(!edit.path.isEmpty, "no path")
            check.isTrue(edit.movedFrom?.isEmpty != true, "moved from nowhere")
            check.lines(edit.added, edit.removed, first: edit.firstLine)
            check.time(edit.at)
        case .outcome(let outcome):
            check.names(outcome.call)
            check.lines(outcome.added, outcome.removed, first: outcome.firstLine)
        case .change(let change):
            check.names(change.session)
            check.isTrue(!change.repository.isEmpty, "no repository")
            check.time(change.at)
        case .attribution(let attribution):
            check.names(attribution.uid)
            check.isTrue(attribution.session?.text.isEmpty != true, "an empty session")
            check.isTrue(!attribution.path.isEmpty, "no path")
            check.isTrue(attribution.lines.lowerBound > 0, "line \(attribution.lines.lowerBound)")
            check.isTrue(!attribution.teller.isEmpty, "no teller")
            attribution.at.map { check.time($0) }
        case .rule, .finding, .decision, .alert, .link: break
        }
        return check.complaint
    }

    private struct Checks {
        var complaint: String?

        mutating func isTrue(_ condition: Bool, _ words: @autoclosure () -> String) {
            if !condition, complaint == nil { complaint = words() }
        }

        mutating func names(_ uids: UID...) {
            for uid in uids { isTrue(!uid.text.isEmpty, "an empty uid") }
        }

        /// The years from 1 to 9999: what a clock shows, and sums of them fit.
        mutating func time(_ at: Int64) {
            isTrue(-62_135_596_800_000...253_402_300_799_999 ~= at, "the time \(at)")
        }

        mutating func lines(_ added: Int?, _ removed: Int?, first: Int?) {
            isTrue(added ?? 0 >= 0 && removed ?? 0 >= 0, "\(added ?? 0) lines added, \(removed ?? 0) removed")
            isTrue(first ?? 1 > 0, "first line \(first ?? 0)")
        }

        /// Sums of a million must fit.
        mutating func tokens(_ tokens: TokenCounts) {
            for count in [tokens.input, tokens.cacheRead, tokens.cacheWrite, tokens.output, tokens.reasoning] {
                isTrue(0...(1 << 42) ~= count ?? 0, "\(count ?? 0) tokens")
            }
        }
    }
}
