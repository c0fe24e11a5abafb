package import Provenance
package import Store

/// An edit, or at least a session, that may have brought what failed.
package struct Suspect: Sendable {
    /// Places among the frames of the answer, the likeliest first.
    package var frames: [Int]
    package var certainty: Certainty
    package var edit: EditOrigin?
    package var session: String
    package var agent: String
    package var model: String?
    /// What was asked, in the asker's words; `nil` where that is not recorded.
    package var prompt: String?
    /// The turn's uid.
    package var turn: String?
    /// What the same prompt wrote, and how much of it stands; `nil` until it is asked for.
    package var reach: PromptReach?
    /// What a revert of the commit would take out.
    package var revert: RevertEffect?
    /// What an auditor said of the line, or of the edit.
    package var findings: [FindingRow] = []
}

/// What one prompt wrote, file by file.
package struct PromptReach: Sendable {
    package struct File: Sendable {
        package var path: String
        /// Lines that its edits added.
        package var wrote: Int
        /// Lines of them that stand at the revision; `nil` where the file is gone.
        package var alive: Int?

        package init(path: String, wrote: Int, alive: Int?) {
            self.path = path
            self.wrote = wrote
            self.alive = alive
        }
    }

    package var files: [File]
    /// There are more files, which were not looked at.
    package var isCut: Bool

    package init(files: [File], isCut: Bool) {
        self.files = files
        self.isCut = isCut
    }

    package var alive: Int { files.reduce(0) { $0 + ($1.alive ?? 0) } }
}

/// What a revert of a commit would take out, in lines that it added.
package struct RevertEffect: Sendable {
    package var commit: String
    package var ofPrompt: Int
    package var ofOthers: Int
    /// Nobody knows whose.
    package var unknown: Int

    package init(commit: String, ofPrompt: Int, ofOthers: Int, unknown: Int) {
        self.commit = commit
        self.ofPrompt = ofPrompt
        self.ofOthers = ofOthers
        self.unknown = unknown
    }
}
