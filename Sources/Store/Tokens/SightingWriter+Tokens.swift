import GRDB
import Provenance
import Text

extension SightingWriter {
    /// The first run that was recorded of an output stays.
    mutating func writeTokens(of generation: Generation) throws {
        guard let run = generation.tokenRun, !run.tokens.isEmpty, let id = try self.generation(generation.uid) else {
            return
        }
        guard try outputID(of: id) == bodyID(generation.output) else {
            throw Refusal("the store holds another output of this generation, to which the tokens do not add up")
        }
        let blobs = TokenBlobs(run)
        try self.run(
            """
            INSERT OR IGNORE INTO token_run (generation, count, lengths, logprobs, ids, alternatives)
            VALUES (?, ?, ?, ?, ?, ?)
            """, [id, blobs.count, blobs.lengths, blobs.logprobs, blobs.ids, blobs.alternatives])
        tally.tokenRuns += statements.changes
    }
}
