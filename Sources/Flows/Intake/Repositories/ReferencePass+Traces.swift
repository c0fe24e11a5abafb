import Git
import Ingest
import Provenance

// Agent Trace records that agentdiff keeps: "ref `refs/agentdiff/meta`, file `traces.jsonl`".
extension ReferencePass {
    func readTraces(_ reference: GitReference) throws(GitError) {
        count { $0.referencesSeen += 1 }
        guard tips[reference.name] != reference.id else { return handOver() }
        var files: [TreeEntry] = []
        try git.files(of: reference.id, in: reading.checkout) { entry in
            if entry.path == "traces.jsonl" { files.append(entry) }
            return true
        }
        for entry in files where isWanted {
            let place = "\(reference.name):\(entry.path)"
            let objects = KeptObjects([entry.id], in: objects)
            guard objects.rewind() else {
                if let failure = objects.failure { throw failure }
                count { $0.missingObjects += 1 }
                continue
            }
            // Under the name that tells the reader in which work tree the records were made.
            let kept = KeptHistory(
                place: place, name: "\(reading.checkout.root)/.agent-trace/\(entry.path)", at: nil, now: reading.now)
            let found = preparing { preparation in
                kept.read(objects.read(into:), over: &preparation, tape: tape, deliver: pass(_:))
            }
            if let failure = objects.failure { throw failure }
            if found == nil { count { $0.strangers.append("'\(place)' holds no record that is known.") } }
        }
        finish(reference.name, format: AgentTraceReader.teller, tip: reference.id)
    }
}
