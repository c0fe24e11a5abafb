import Git
import Ingest
import Store

/// What a suspect's prompt wrote beside the line that failed, and what it would take to take it out.
struct Consequences {
    let store: Store
    let repository: TracedRepository
    let commit: String

    private static let mostFiles = 12

    func told(_ suspects: [Suspect], _ frames: [TracedFrame]) throws -> [Suspect] {
        try suspects.map { suspect in
            var suspect = suspect
            try tellReach(of: &suspect, among: frames)
            try tellRevert(of: &suspect, among: frames)
            return suspect
        }
    }

    private func tellReach(of suspect: inout Suspect, among frames: [TracedFrame]) throws {
        guard let turn = suspect.edit?.turn, let detail = try store.turn(turn) else { return }
        var wrote: [(path: String, added: Int)] = []
        for edit in detail.answers.flatMap(\.edits).map(\.edit) {
            if let known = wrote.firstIndex(where: { $0.path == edit.path }) {
                wrote[known].added += edit.added ?? 0
            } else {
                wrote.append((edit.path, edit.added ?? 0))
            }
        }
        // The edit knows its file by the name of then, a frame in it by the one that it has at this revision.
        let then = suspect.edit?.path
        let now = suspect.frames.lazy.map { frames[$0] }
            .first { $0.answer?.content?.isSameFile == true && $0.answer?.content?.edit.path == then }?.path
        suspect.reach = PromptReach(
            files: try wrote.prefix(Self.mostFiles).map { path, added in
                let name = path == then ? now ?? path : path
                return PromptReach.File(
                    path: path, wrote: added, alive: try repository.alive(name, at: commit, of: turn))
            }, isCut: wrote.count > Self.mostFiles)
    }

    private func tellRevert(of suspect: inout Suspect, among frames: [TracedFrame]) throws {
        guard let turn = suspect.edit?.turn,
            let commit = suspect.frames.lazy.compactMap({ frames[$0].answer?.history?.commit.hash }).first,
            let told = try repository.attribution(of: commit)
        else { return }
        var effect = RevertEffect(commit: commit, ofPrompt: 0, ofOthers: 0, unknown: 0)
        for file in told.files {
            for claim in file.claims {
                if claim.origin.turn == turn {
                    effect.ofPrompt += claim.lines.count
                } else {
                    effect.ofOthers += claim.lines.count
                }
            }
            effect.unknown += file.additions.lines.count - file.claims.reduce(0) { $0 + $1.lines.count }
        }
        suspect.revert = effect
    }
}
