import GRDB
import Provenance

extension SightingWriter {
    /// Of two tellings the one that saw more tokens stands.
    mutating func writeEngineRun(of generation: Generation) throws {
        guard let run = generation.engineRun, let id = try self.generation(generation.uid) else { return }
        try self.run(
            """
            INSERT INTO engine_run
                (generation, engine, host, path, model_digest, parameters, seed, fidelity, reported_tokens,
                 observed_tokens, ended, shortfall, first_token_after, prompt_time, generation_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (generation) DO UPDATE SET
                engine = excluded.engine, host = excluded.host, path = excluded.path,
                model_digest = coalesce(excluded.model_digest, model_digest), parameters = excluded.parameters,
                seed = excluded.seed, fidelity = excluded.fidelity, reported_tokens = excluded.reported_tokens,
                observed_tokens = excluded.observed_tokens, ended = excluded.ended, shortfall = excluded.shortfall,
                first_token_after = excluded.first_token_after, prompt_time = excluded.prompt_time,
                generation_time = excluded.generation_time
                WHERE excluded.observed_tokens > observed_tokens
            """,
            [
                id, run.engine, run.host, run.path, run.modelDigest, run.parameters, run.seed, run.fidelity.rawValue,
                run.reportedTokens, run.observedTokens, run.ended.rawValue, run.shortfall, run.firstTokenAfter,
                run.promptTime, run.generationTime,
            ])
    }
}
