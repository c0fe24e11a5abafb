import Provenance
package import Store
import Text

/// A few turns of ours, for a machine on which no agent has worked yet: said to be samples on every screen.
package enum Samples {
    /// A store in memory that holds them.
    package static func store() throws -> Store {
        let store = try Store.inMemory()
        try store.apply(batch(now: Timestamp.now.milliseconds))
        try Intake(store: store).settle()
        return store
    }

    static func batch(now: Int64) -> Batch {
        var batch = Batch()
        let minute: Int64 = 60_000
        for (index, sample) in all.enumerated() {
            let at = now - Int64(all.count - index) * 47 * minute
            let id = "sample-\(index)"
            var session = Session(uid: UID(of: .session, makerID: id), agent: sample.agent, makerID: id)
            session.branch = "main"
            session.startedAt = at
            let prompt = Prompt(
                uid: UID(of: .prompt, makerID: id), session: session.uid, words: Body(sample.asked), at: at)
            var generation = Generation(
                uid: UID(of: .generation, makerID: id), session: session.uid, startedAt: at + 4000)
            generation.prompt = prompt.uid
            generation.model = sample.model
            generation.endedAt = at + 21_000
            generation.output = Body(sample.answer)
            var sightings: [Sighting] = [.session(session), .prompt(prompt), .generation(generation)]
            if let path = sample.path {
                let uid = UID(of: .edit, makerID: id)
                var edit = Edit(
                    uid: uid, call: uid, generation: generation.uid, session: session.uid, path: path,
                    kind: sample.before == nil ? .create : .update, means: .tool, at: at + 15_000)
                edit.status = sample.status
                edit.before = sample.before.map(Body.init(_:))
                edit.after = Body(sample.after)
                edit.added = sample.after.split(separator: "\n").count
                edit.removed = sample.before.map { $0.split(separator: "\n").count } ?? 0
                sightings.append(.edit(edit))
            }
            batch.sightings += sightings
            batch.repositories[session.uid] = RepositoryPlace(identity: "sample:shop", name: "shop", directory: nil)
        }
        return batch
    }

    private struct Sample {
        var agent: String
        var model: String
        var asked: String
        var answer: String
        var path: String?
        var before: String?
        var after = ""
        var status = Edit.Status.applied
    }

    private static let all = [
        Sample(
            agent: "claude-code", model: "sample-model-large",
            asked: "Refunds must be idempotent; add the endpoint and cover retries. Same style as charge.py.",
            answer: "I add a key to the request and look it up before anything is written.",
            path: "src/pay/refund.py",
            after: """
                def refund(request, ledger):
                    known = ledger.find(key=request.key)
                    if known:
                        return known
                    return ledger.book(kind="refund", amount=request.amount, key=request.key)

                """),
        Sample(
            agent: "codex", model: "sample-model-code", asked: "why does the cache miss after a deploy?",
            answer: "The key holds the build's number, so each deploy begins with an empty cache."),
        Sample(
            agent: "codex", model: "sample-model-code", asked: "take the build number out of the cache key",
            answer: "Done; the version of the row format stays in the key.", path: "src/cache.py",
            before: "    return f\"{kind}:{build}:{ident}\"\n",
            after: "    return f\"{kind}:v{ROW_FORMAT}:{ident}\"\n"),
        Sample(
            agent: "claude-code", model: "sample-model-large", asked: "CRUD for the user model",
            answer: "Here is the module; it follows orders.py.", path: "src/api/user.py",
            after: """
                def read(store, ident):
                    row = store.get("user", ident)
                    return row or missing(ident)

                """, status: .rejected),
    ]
}
