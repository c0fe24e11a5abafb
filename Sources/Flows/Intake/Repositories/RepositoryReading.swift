import Git
import Ingest
import Provenance
import Store
import Text

/// Reads what lives in the references of one repository: notes of commits, traces, and checkpoints of sessions.
///
/// A reference that is as it was costs one `git for-each-ref`. Of one that moved only what differs from the tip that was
/// read last is read; the new tip is written with the last of it, so that a reading that is killed begins again there.
struct RepositoryReading {
    let checkout: Checkout
    let sources: [String: SourceProgress]
    let store: Store
    let now: Int64

    typealias Piece = HistoryReading.Piece

    private static let notes = ["refs/notes/ai", "refs/notes/ai-*", "refs/notes/ai-remote"]
    private static let authorship = "refs/ai/authorship/"
    private static let h5i = "refs/h5i/notes"
    private static let traces = "refs/agentdiff/meta"
    private static let checkpoints = "refs/entire/checkpoints/"
    private static let branch = "entire/checkpoints/v1"

    /// - Parameter deliver: takes a piece; `false` stops the reading.
    func run(_ preparation: inout Preparation, tape: JSONTape, deliver: (Piece) -> Bool) {
        let git = GitCommand()
        let patterns =
            Self.notes + [
                Self.authorship, Self.h5i, Self.traces, Self.checkpoints, "refs/heads/\(Self.branch)",
                "refs/remotes/*/\(Self.branch)",
            ]
        let references: [GitReference]
        do throws(GitError) { references = try git.references(patterns, in: checkout) } catch {
            tell("its references cannot be listed: \(error)", deliver)
            return
        }
        guard !references.isEmpty else { return }
        preparation.checkout = checkout.root
        let tips = TipMemory(sources: sources, repository: checkout.commonDirectory, references: references)
        preparation = withoutActuallyEscaping(deliver) { deliver in
            let pass = ReferencePass(
                reading: self, git: git, objects: GitObjects(of: checkout), tips: tips, tape: tape,
                preparation: preparation, deliver: deliver)
            read(references, by: pass)
            return pass.preparation
        }
        preparation.checkout = nil
    }

    private func read(_ references: [GitReference], by pass: ReferencePass) {
        let notes = references.filter { $0.name.hasPrefix("refs/notes/") || $0.name == Self.h5i }
        for reference in notes where reference.kind == "commit" || reference.kind == "tree" {
            pass.step("'\(reference.name)' of '\(checkout.root)'") { () throws(GitError) in
                try pass.readNotes(reference, isH5i: reference.name == Self.h5i)
            }
        }
        for reference in references where reference.name == Self.traces && reference.kind != "blob" {
            pass.step("'\(reference.name)' of '\(checkout.root)'") { () throws(GitError) in
                try pass.readTraces(reference)
            }
        }
        let single = references.filter { $0.name.hasPrefix(Self.authorship) && $0.kind == "blob" }
        if !single.isEmpty {
            pass.step("'\(Self.authorship)' of '\(checkout.root)'") { () throws(GitError) in
                try pass.readSingleNotes(single, below: Self.authorship)
            }
        }
        let kept = references.filter { $0.name.hasSuffix("/\(Self.branch)") || $0.name.hasPrefix(Self.checkpoints) }
            .filter { $0.kind == "commit" || $0.kind == "tree" }
        guard !kept.isEmpty else { return }
        pass.readCheckpoints(
            branches: kept.filter { !$0.name.hasPrefix(Self.checkpoints) },
            single: kept.filter { $0.name.hasPrefix(Self.checkpoints) }, below: Self.checkpoints)
        pass.step("the commits of '\(checkout.root)'") { () throws(GitError) in try pass.readTrailers() }
    }

    private func tell(_ problem: String, _ deliver: (Piece) -> Bool) {
        var piece = Piece()
        piece.summary.strangers.append("'\(checkout.root)': \(problem)")
        _ = deliver(piece)
    }
}
