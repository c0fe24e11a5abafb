import Audit
import Git
import Provenance
import Store
package import Text
package import Trace

/// Tells where a failure comes from: the one teller of such stories, for the terminal, the dashboard and incident reports.
package struct TraceStory {
    let answer: TraceAnswer
    private let words: StoryWords

    /// - Parameter clock: UTC for what is read elsewhere.
    package init(_ answer: TraceAnswer, now: Int64, clock: TimeZoneClock = .utc) {
        self.answer = answer
        words = StoryWords(now: answer.failure.time?.milliseconds ?? now, clock: clock)
    }

    /// As Markdown that can be pasted into an incident.
    package var markdown: String {
        var text = "## \(StoryWords.plain(headline))\n\n"
        if let revision = revisionSentence { text += "\(revision)\n\n" }
        if !answer.frames.isEmpty {
            text += "| frame | line at the revision | written by | certainty |\n|---|---|---|---|\n"
            for frame in shown { text += row(frame) }
            let hidden = answer.frames.count - shown.count
            if hidden > 0 { text += "\n\(hidden) \(hidden == 1 ? "frame" : "frames") of libraries left out.\n" }
            text += "\n"
        }
        for (number, suspect) in answer.suspects.enumerated() {
            text += number == 0 ? "### Suspect\n\n" : "### Also possible\n\n"
            text += paragraphs(suspect).map { "\($0)\n" }.joined(separator: "\n") + "\n"
        }
        if answer.suspects.isEmpty { text += verdict.map { "\($0)\n" }.joined(separator: "\n") + "\n" }
        for note in answer.notes { text += "> \(StoryWords.plain(note))\n" }
        return text
    }

    // MARK: - Sentences

    /// `OperationalError: near "1": syntax error`
    package var headline: String { Self.headline(of: answer.failure) }

    package static func headline(of failure: Failure) -> String {
        let exception = failure.rootCause
        let words = [exception.type, exception.message].compactMap(\.self).filter { !$0.isEmpty }
        let said = words.joined(separator: ": ")
        if !said.isEmpty { return StoryWords.firstLine(said) }
        return StoryWords.firstLine(failure.title ?? failure.test ?? "failure without a message")
    }

    /// At which revision the lines were read, and why there.
    package var revisionSentence: String? {
        guard let revision = answer.revision else { return nil }
        let commit = revision.commit.hash.prefix(8)
        let name = revision.commit.hash.hasPrefix(revision.commit.name) ? "" : " (\(revision.commit.name))"
        switch revision.ground {
        case .asked: return "Lines are read at \(commit)\(name), as asked."
        case .told(let told): return "Lines are read at \(commit)\(name): the failure says '\(told)' was running."
        case .deployed(let at, let version):
            let when = words.moment(at)
            return "Lines are read at \(commit)\(version.map { " (\($0))" } ?? ""), live since \(when)."
        case .before(let time):
            return
                "Lines are read at \(commit), the last commit before the failure (\(words.moment(time))): nothing says what "
                + "was running, --rev names it."
        case .kept: return "Lines are read at \(commit), as when the alert was traced first."
        case .head:
            return "Lines are read at \(commit), which is checked out: nothing says what was running, --rev names it."
        }
    }

    /// What is said where there is no suspect.
    package var verdict: [String] {
        if answer.hasOwn {
            return [
                "No record: none of these lines is known to be generated. A person wrote them, or an agent that left no trace."
            ]
        }
        guard answer.failure.frames.contains(where: { $0.file != nil }) else {
            return ["The failure names no place in code."] + released
        }
        return ["No frame lies in a repository that was looked at: all are of libraries, or of other code."] + released
    }

    private var released: [String] {
        guard !answer.byRelease.isEmpty else { return [] }
        return [
            "By release, not by frame, the riskiest first: these prompts wrote lines that came in since the deployment "
                + "before."
        ]
            + answer.byRelease.prefix(10).map { prompt in
                "- \(StoryWords.quoted(prompt.prompt)) turn:\(prompt.uid.short), \(prompt.model ?? prompt.agent), "
                    + "\(StoryWords.count(prompt.lines, "line")) in \(StoryWords.count(prompt.commits.count, "commit"))"
                    + (prompt.risk.map { ", \(Self.words($0))" } ?? "")
            }
    }

    /// `risk high, 62 of 100: Nobody has reviewed it, and a high finding is open: …`
    private static func words(_ risk: RiskAccount) -> String {
        let ground = risk.grounds.first.map { ": \(StoryWords.plain($0.sentence))" } ?? ""
        return "risk \(risk.level.name), \(risk.points) of 100\(ground)"
    }

    /// What is known of a suspect, from the line to what a revert would do.
    package func paragraphs(_ suspect: Suspect) -> [String] {
        var paragraphs = [lead(suspect)]
        if let prompt = suspect.prompt {
            paragraphs.append(
                StoryWords.plain(prompt).split(separator: "\n").prefix(12).map { "> \($0)" }.joined(separator: "\n"))
        }
        paragraphs.append(facts(suspect).map { "- **\($0.name)**\($0.words)" }.joined(separator: "\n"))
        return paragraphs
    }

    /// The sentence before the prompt.
    package func lead(_ suspect: Suspect) -> String {
        let who = "\(suspect.agent)\(suspect.model.map { " (\(StoryWords.plain($0)))" } ?? "")"
        guard let edit = suspect.edit else {
            return "No edit is known; the commit points to a session of \(who)"
                + (suspect.prompt == nil ? "." : ", in which was asked:")
        }
        // What is told of an edit alone has no line that failed.
        let subject = suspect.frames.isEmpty ? "It" : "The line"
        let age = suspect.frames.isEmpty ? "" : ", \(words.age(edit.at)) before the failure"
        return "\(subject) was generated at \(words.moment(edit.at)) by \(who)\(age)"
            + (suspect.prompt == nil ? "; what was asked is not recorded." : ", in answer to:")
    }

    /// One thing that is known of a suspect; the words go on from the name.
    package struct Fact: Equatable, Sendable {
        package var name: String
        package var words: String

        package init(_ name: String, _ words: String) {
            self.name = name
            self.words = words
        }
    }

    package func facts(_ suspect: Suspect) -> [Fact] {
        var told: [Fact] = []
        if let frame = suspect.frames.first.map({ answer.frames[$0] }), let line = frame.answer {
            told.append(Fact("Evidence", " (\(line.certainty.rawValue)): " + Self.evidence(line, in: frame)))
        }
        if suspect.frames.count > 1 {
            told.append(
                Fact("Frames", " of the same prompt: \(suspect.frames.map { "\($0 + 1)" }.joined(separator: ", "))"))
        }
        if !suspect.findings.isEmpty {
            let words = suspect.findings.prefix(3).map { finding in
                "\(StoryWords.plain(finding.rule)) (\(finding.severity), \(finding.status))"
            }
            told.append(Fact("Caught?", " \(words.joined(separator: ", "))"))
        }
        if let gate = GatePreview(suspect) { told.append(Fact("Gate", ": \(gate.words)")) }
        if let revert = suspect.revert {
            let others =
                revert.ofOthers + revert.unknown == 0
                ? "nothing of others"
                : "\(StoryWords.count(revert.ofOthers, "line")) of other prompts and \(revert.unknown) without a record"
            told.append(
                Fact(
                    "Revert",
                    " of \(revert.commit.prefix(8)) takes out \(StoryWords.count(revert.ofPrompt, "line")) of this prompt "
                        + "and \(others)."))
        }
        if let reach = suspect.reach, !reach.files.isEmpty {
            let files = reach.files.map { file in
                "\(StoryWords.plain(file.path)) " + (file.alive.map { "\($0) of \(file.wrote)" } ?? "gone")
            }
            told.append(
                Fact(
                    "Radius",
                    ": \(StoryWords.count(reach.alive, "line")) of this prompt alive, by file: "
                        + files.joined(separator: ", ") + (reach.isCut ? ", and more" : "")))
        }
        let link = suspect.turn.map { "turn:\($0.short)" } ?? "session:\(suspect.session.short)"
        told.append(Fact("Look", ": `colophon show \(link)`"))
        return told
    }

    /// What an answer for a line rests on.
    package static func evidence(_ line: LineAnswer, in frame: TracedFrame) -> String {
        var words: [String] = []
        if let content = line.content {
            words.append(
                "\(content.aligned) of \(content.of) tokens of the line are tokens of edit:\(content.edit.uid.short), "
                    + "in a run of \(content.run)"
                    + (content.isSameFile ? "" : " from \(StoryWords.plain(content.edit.path))"))
            if content.isUncertain { words.append("what stood before that edit is not recorded") }
        }
        if let session = line.session { words.append(session.reason) }
        if let commit = line.history?.commit {
            words.append("commit \(commit.hash.prefix(8)) by \(StoryWords.plain(commit.author))")
        } else {
            words.append("git's history was not asked")
        }
        return words.joined(separator: "; ")
    }

    // MARK: - The table

    /// The frames that are of the repository, and the one that failed.
    package var shown: [(number: Int, frame: TracedFrame)] {
        answer.frames.enumerated().filter { $1.isOwn || answer.frames.count <= 3 || !answer.hasOwn && $0 < 3 }
            .map { (number: $0 + 1, frame: $1) }
    }

    private func row(_ entry: (number: Int, frame: TracedFrame)) -> String {
        let frame = entry.frame
        let place = Self.place(of: frame)
        let text =
            frame.text.map { "`\(StoryWords.plain($0).trimmed.replacing("`", with: "'").replacing("|", with: "\\|"))`" }
            ?? ""
        return "| \(entry.number) \(place.replacing("|", with: "\\|")) | \(text) | \(author(of: frame)) | "
            + "\(frame.answer?.certainty.rawValue ?? "") |\n"
    }

    /// `src/pay/refund.py:88 refund`
    package static func place(of frame: TracedFrame) -> String {
        line(of: frame) + (frame.frame.function.map { " \(StoryWords.plain($0))" } ?? "")
    }

    /// `src/pay/refund.py:88`
    package static func line(of frame: TracedFrame) -> String {
        let file = frame.path ?? frame.frame.file ?? frame.frame.module ?? "?"
        return StoryWords.plain(file) + ((frame.line ?? frame.frame.line).map { ":\($0)" } ?? "")
    }

    /// Who wrote a frame's line, in a few words.
    package func author(of frame: TracedFrame) -> String {
        if !frame.candidates.isEmpty {
            return "one of \(frame.candidates.count) files: "
                + frame.candidates.prefix(3).map(StoryWords.plain).joined(separator: ", ")
        }
        guard let answer = frame.answer else { return "" }
        if let edit = answer.content?.edit {
            return "\(StoryWords.plain(edit.model ?? edit.agent)) \(words.moment(edit.at))"
        }
        if let session = answer.session { return StoryWords.plain(session.model ?? session.agent) }
        guard let commit = answer.history?.commit else { return "" }
        return "\(StoryWords.plain(commit.author)) \(words.moment(commit.authoredAt))"
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" })
    }
}
