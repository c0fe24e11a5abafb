import Provenance
import Text

/// What Codex tells beside the items: the person's messages, usage, what became of a patch.
extension CodexReader {
    mutating func readEvent(
        _ payload: JSONValue, at: Int64, place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        switch payload["type"].string {
        case "user_message":
            readUserEvent(payload, at: at, into: &sightings)
        case "token_count":
            readUsage(payload["info"], into: &sightings)
        case "patch_apply_end":
            readPatchEnd(payload, into: &sightings)
        case "turn_aborted":
            closeAnswer(into: &sightings)
        case nil: return .broken("the event has no type")
        default: break
        }
        return .read
    }

    private mutating func readUserEvent(_ payload: JSONValue, at: Int64, into sightings: inout [Sighting]) {
        closeAnswer(into: &sightings)
        let earlier = candidate
        candidate = nil
        state.hasUserEvents = true
        var words = CodexWrappers.words(in: payload["message"].string ?? "").words
        if words.isEmpty, payload["images"].count > 0 { words = "[image]" }
        guard !words.isEmpty else { return }
        let segments = earlier?.segments ?? (state.last >= state.first ? state.last...state.last : nil)
        openTurn(words, segments: segments, at: at, into: &sightings)
    }

    /// `total_token_usage` is cumulative and repeated; only a change reports an answer.
    private mutating func readUsage(_ info: JSONValue, into sightings: inout [Sighting]) {
        guard info.exists else { return }
        let total = info["total_token_usage"].source
        guard total != state.total else { return }
        state.total = total
        let usage = info["last_token_usage"]
        let cached = usage["cached_input_tokens"].tokenCount
        var tokens = TokenCounts(
            input: usage["input_tokens"].tokenCount, cacheRead: cached, output: usage["output_tokens"].tokenCount,
            reasoning: usage["reasoning_output_tokens"].tokenCount)
        // "input_tokens" holds the cached ones; they are kept apart here.
        if let input = tokens.input, let cached { tokens.input = max(0, input - cached) }
        if open != nil {
            open?.generation.tokens = tokens
            closeAnswer(into: &sightings)
        } else if var late = uncounted {
            late.tokens = tokens
            sightings.append(.generation(late))
        }
        uncounted = nil
    }

    private mutating func readPatchEnd(_ payload: JSONValue, into sightings: inout [Sighting]) {
        guard let id = payload["call_id"].string, let success = payload["success"].bool else { return }
        var outcome = EditOutcome(call: UID(of: .edit, makerID: id), status: success ? .applied : .failed)
        let changes = Array(payload["changes"].members)
        if changes.count == 1, let diff = changes.first?.value["unified_diff"].string {
            outcome.path = changes.first?.key
            let hunks = Hunk.unified(diff)
            if !hunks.isEmpty { outcome.take(hunks) }
        }
        emit(.outcome(outcome), into: &sightings)
    }
}
