import Audit
import Flows
import Git
import Provenance
import Store
import Text
import Trace

/// A traced failure as text, Markdown or JSON.
struct TracePage {
    enum Form {
        case text, markdown, json
    }

    let form: Form
    /// Columns of the terminal; `nil` for a pipe.
    let width: Int?

    /// - Parameter alert: the uid under which it was kept.
    func bytes(_ answer: TraceAnswer, alert: String?, now: Int64) -> [UInt8] {
        let story = TraceStory(answer, now: now)
        return switch form {
        case .markdown: Array(story.markdown.utf8)
        case .json: json(answer, alert: alert, story)
        case .text: Array(text(answer, alert: alert, story).utf8)
        }
    }

    // MARK: - Text

    private func text(_ answer: TraceAnswer, alert: String?, _ story: TraceStory) -> String {
        var text = story.headline + "\n"
        if let revision = story.revisionSentence { text += wrapped("  \(revision)") }
        if !story.shown.isEmpty { text += "\n" + table(story) }
        let hidden = answer.frames.count - story.shown.count
        if hidden > 0 { text += "   –  \(hidden) \(hidden == 1 ? "frame" : "frames") of libraries\n" }
        for (number, suspect) in answer.suspects.prefix(3).enumerated() {
            text += number == 0 ? "\nsuspect\n" : "\nalso possible\n"
            for paragraph in story.paragraphs(suspect) {
                for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
                    let line = line.hasPrefix("> ") ? "    " + line.dropFirst(2) : String(line)
                    text += wrapped("  " + line.replacing("**", with: ""))
                }
            }
        }
        if answer.suspects.isEmpty {
            text += "\n"
            for line in story.verdict { text += wrapped("  \(line)") }
        }
        for note in answer.notes { text += wrapped("  note: \(Visible.text(note))") }
        if let alert { text += "\nkept as alert:\(alert.short)\n" }
        return text
    }

    /// A line broken between words where the terminal ends, those that follow as far in as its words begin.
    private func wrapped(_ line: String) -> String {
        guard let width, line.displayWidth > width else { return line + "\n" }
        let indent = String(line.prefix { $0 == " " })
        let hanging = line.dropFirst(indent.count).hasPrefix("- ") ? indent + "  " : indent
        var lines = [indent]
        for word in line.split(separator: " ") {
            let isFirst = lines[lines.count - 1] == indent
            let joined = lines[lines.count - 1] + (isFirst ? "" : " ") + word
            if isFirst || joined.displayWidth <= width {
                lines[lines.count - 1] = joined
            } else {
                lines.append(hanging + word)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let columns = [
        OutputColumn("#", alignment: .trailing, minimumWidth: 3),
        OutputColumn("frame", minimumWidth: 20),
        OutputColumn("in", minimumWidth: 8, isFlexible: true, rank: 2),
        OutputColumn("line", title: "line as it ran", minimumWidth: 24, isFlexible: true, rank: 1),
        OutputColumn("by", title: "written by", minimumWidth: 16, isFlexible: true),
        OutputColumn("certainty", minimumWidth: 9),
    ]

    private func table(_ story: TraceStory) -> String {
        var writer = OutputFormat.table.writer(width: width)
        var bytes: [UInt8] = []
        let places = width.map { Self.columns.fitting($0) } ?? Array(Self.columns.indices)
        writer.begin(places.map { Self.columns[$0] }, to: &bytes)
        for (number, frame) in story.shown {
            let values: [OutputValue] = [
                .integer(Int64(number)), .text(TraceStory.line(of: frame)),
                .of(frame.frame.function),
                .of((frame.text ?? frame.frame.source).map { String($0.drop { $0 == " " || $0 == "\t" }) }),
                .text(story.author(of: frame)), .of(frame.answer?.certainty.rawValue),
            ]
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - JSON

    private func json(_ answer: TraceAnswer, alert: String?, _ story: TraceStory) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("alert", alert)
            object.set("headline", story.headline)
            object.set("type", answer.failure.rootCause.type)
            object.set("message", answer.failure.rootCause.message)
            object.set("at", answer.failure.time?.milliseconds)
            object.set("repository", answer.repository)
            object.set("revision", answer.revision?.commit.hash)
            object.set("revision_because", story.revisionSentence)
            object.array("notes") { notes in for note in answer.notes { notes.add(note) } }
            object.array("frames") { frames in
                for frame in answer.frames { frames.object { write(frame, to: &$0) } }
            }
            object.array("suspects") { suspects in
                for suspect in answer.suspects { suspects.object { write(suspect, to: &$0) } }
            }
            object.array("by_release") { prompts in
                for prompt in answer.byRelease {
                    prompts.object { object in
                        object.set("turn", prompt.uid)
                        object.set("prompt", prompt.prompt)
                        object.set("lines", prompt.lines)
                        object.set("risk", prompt.risk?.level.name)
                        object.set("score", prompt.risk?.points)
                        object.array("commits") { commits in for commit in prompt.commits { commits.add(commit) } }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ frame: TracedFrame, to object: inout JSONObjectWriter) {
        object.set("exception", frame.exception)
        object.set("depth", frame.depth)
        object.set("file", frame.frame.file)
        object.set("line", frame.frame.line)
        object.set("function", frame.frame.function)
        object.set("own", frame.isOwn)
        object.set("path", frame.path)
        object.array("candidates") { paths in for path in frame.candidates { paths.add(path) } }
        object.set("line_at_revision", frame.line)
        object.set("text", frame.text ?? frame.frame.source)
        object.set("moved", frame.isMoved)
        object.set("level", frame.answer?.certainty.rawValue)
        object.set("edit", frame.answer?.content?.edit.uid)
        object.set("commit", frame.answer?.history?.commit.hash)
        object.set("author", frame.answer?.history?.commit.author)
    }

    private func write(_ suspect: Suspect, to object: inout JSONObjectWriter) {
        object.array("frames") { frames in for frame in suspect.frames { frames.add(frame) } }
        object.set("level", suspect.certainty.rawValue)
        object.set("edit", suspect.edit?.uid)
        object.set("generation", suspect.edit?.generation)
        object.set("turn", suspect.turn)
        object.set("session", suspect.session)
        object.set("agent", suspect.agent)
        object.set("model", suspect.model)
        object.set("at", suspect.edit?.at)
        object.set("prompt", suspect.prompt)
        if let revert = suspect.revert {
            object.object("revert") { object in
                object.set("commit", revert.commit)
                object.set("of_prompt", revert.ofPrompt)
                object.set("of_others", revert.ofOthers)
                object.set("unknown", revert.unknown)
            }
        }
        guard let reach = suspect.reach else { return }
        object.array("reach") { files in
            for file in reach.files {
                files.object { object in
                    object.set("path", file.path)
                    object.set("wrote", file.wrote)
                    object.set("alive", file.alive)
                }
            }
        }
    }
}
