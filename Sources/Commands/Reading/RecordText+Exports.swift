import Flows
import Provenance
import Store
import Text

extension RecordText {
    /// The text form in a fence-safe shape, for issues and reports.
    var markdown: String {
        switch self {
        case .turn(let detail):
            var text = "## \(detail.turn.title.markdownLine)\n\n"
            text += "`turn:\(detail.turn.uid)`, \(detail.turn.agent), \(detail.turn.model ?? "model not recorded"), "
            text += "\(Timestamp(milliseconds: detail.turn.at).iso)\n\n"
            if let reply = detail.inReplyTo { text += "In reply to:\n\n" + reply.quoted + "\n" }
            text += detail.prompt.quoted
            return text + detail.answers.map(Self.markdown(of:)).joined()
        case .generation(let answer): return Self.markdown(of: answer)
        case .edit(let edit): return Self.markdown(of: edit)
        case .session(let session, let turns, let work):
            var text = "## \(session.agent) \(session.makerID)\n\n"
            for turn in turns {
                text += "- \(Timestamp(milliseconds: turn.at).iso) `turn:\(turn.uid)` \(turn.title.markdownLine)\n"
            }
            for file in work.files { text += "- `\(Visible.text(file.path))` \(file.lines) lines\n" }
            for revision in work.revisions { text += "- commit `\(Visible.text(revision))`\n" }
            return text
        }
    }

    private static func markdown(of answer: TurnDetail.Answer) -> String {
        var text = "\n### `generation:\(answer.generation.uid)` \(answer.generation.model ?? "model not recorded")\n\n"
        if !answer.output.isEmpty { text += Visible.text(answer.output, keeping: [.newline, .tab]) + "\n" }
        return text + answer.edits.map(markdown(of:)).joined()
    }

    private static func markdown(of edit: EditDetail) -> String {
        let patch = Visible.text(edit.unified, keeping: [.newline, .tab])
        let longest = patch.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\n`\(edit.edit.path)` \(edit.edit.status), `edit:\(edit.edit.uid)`\n\n\(fence)diff\n\(patch)\(fence)\n"
    }

    var json: String {
        var writer = JSONWriter()
        writer.object { json in
            switch self {
            case .turn(let detail):
                json.set("kind", "turn")
                Self.write(detail.turn, to: &json)
                json.set("session", detail.session.uid)
                json.set("session_maker_id", detail.session.makerID)
                json.set("prompt", detail.prompt)
                json.set("in_reply_to", detail.inReplyTo)
                json.array("findings") { array in
                    for finding in detail.findings { array.object { Self.write(finding, to: &$0) } }
                }
                json.array("generations") { array in
                    for answer in detail.answers { array.object { Self.write(answer, to: &$0) } }
                }
            case .generation(let answer):
                json.set("kind", "generation")
                Self.write(answer, to: &json)
            case .edit(let edit):
                json.set("kind", "edit")
                Self.write(edit, to: &json)
            case .session(let session, let turns, let work):
                json.set("kind", "session")
                json.set("uid", session.uid)
                json.set("agent", session.agent)
                json.set("agent_version", session.agentVersion)
                json.set("maker_id", session.makerID)
                json.set("directory", session.directory)
                json.set("branch", session.branch)
                json.set("started_at", session.startedAt.map { Timestamp(milliseconds: $0).iso })
                json.array("turns") { array in
                    for turn in turns { array.object { Self.write(turn, to: &$0) } }
                }
                json.array("attributed") { array in
                    for file in work.files {
                        array.object { json in
                            json.set("path", file.path)
                            json.set("lines", file.lines)
                            json.set("revisions", file.revisions)
                        }
                    }
                }
                json.array("revisions") { array in
                    for revision in work.revisions { array.object { $0.set("revision", revision) } }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ turn: TurnRow, to json: inout JSONObjectWriter) {
        json.set("uid", turn.uid)
        json.set("at", Timestamp(milliseconds: turn.at).iso)
        json.set("title", turn.title)
        json.set("asker", turn.asker)
        json.set("agent", turn.agent)
        json.set("model", turn.model)
        json.set("repository", turn.repository)
        json.set("branch", turn.branch)
        json.set("files", turn.files)
        json.set("added", turn.added)
        json.set("removed", turn.removed)
        json.set("input_tokens", turn.inputTokens)
        json.set("cache_read_tokens", turn.cacheReadTokens)
        json.set("cache_write_tokens", turn.cacheWriteTokens)
        json.set("output_tokens", turn.outputTokens)
        json.set("risk", turn.risk.map { ListColumns.risks[min(max($0, 0), 4)] })
        json.set("status", turn.status)
    }

    private static func write(_ answer: TurnDetail.Answer, to json: inout JSONObjectWriter) {
        let generation = answer.generation
        json.set("uid", generation.uid)
        json.set("at", Timestamp(milliseconds: generation.at).iso)
        json.set("ended_at", Timestamp(milliseconds: generation.endedAt).iso)
        json.set("thread", generation.thread)
        json.set("model", generation.model)
        json.set("input_tokens", generation.inputTokens)
        json.set("cache_read_tokens", generation.cacheReadTokens)
        json.set("cache_write_tokens", generation.cacheWriteTokens)
        json.set("output_tokens", generation.outputTokens)
        json.set("stop_reason", generation.stopReason)
        json.set("first_segment", generation.firstSegment)
        json.set("last_segment", generation.lastSegment)
        if let trust = answer.trust {
            json.object("trust") { json in
                json.set("level", trust.trust.word)
                json.set("hops", trust.hops)
                json.set("segment", trust.uid)
                json.set("reason", trust.reason)
            }
        }
        if let run = answer.engineRun {
            json.object("engine") { json in
                json.set("name", run.engine)
                json.set("host", run.host)
                json.set("path", run.path)
                json.set("model_digest", run.modelDigest)
                json.set("seed", run.seed)
                json.set("parameters", run.parameters)
                json.set("fidelity", run.fidelity.rawValue)
                json.set("reported_tokens", run.reportedTokens)
                json.set("observed_tokens", run.observedTokens)
                json.set("ended", run.ended.rawValue)
                json.set("shortfall", run.shortfall)
                json.set("first_token_after", run.firstTokenAfter)
            }
        }
        json.array("trials") { array in
            for trial in answer.trials {
                array.object { json in
                    json.set("command", trial.command)
                    json.set("at", Timestamp(milliseconds: trial.at).iso)
                    json.set("exit_code", trial.exitCode)
                    json.set("passed", trial.passed)
                    json.set("failed", trial.failed)
                    json.set("skipped", trial.skipped)
                }
            }
        }
        json.set("output", answer.output)
        json.array("edits") { array in
            for edit in answer.edits { array.object { Self.write(edit, to: &$0) } }
        }
    }

    private static func write(_ detail: EditDetail, to json: inout JSONObjectWriter) {
        let edit = detail.edit
        json.set("uid", edit.uid)
        json.set("at", Timestamp(milliseconds: edit.at).iso)
        json.set("path", edit.path)
        json.set("moved_from", edit.movedFrom)
        json.set("edit_kind", edit.kind)
        json.set("means", edit.means)
        json.set("status", edit.status)
        json.set("added", edit.added)
        json.set("removed", edit.removed)
        json.set("first_line", edit.firstLine)
        json.set("before", detail.before)
        json.set("after", detail.after)
        json.set("patch", detail.patch)
    }

    private static func write(_ finding: FindingRow, to json: inout JSONObjectWriter) {
        json.set("uid", finding.uid)
        json.set("rule", finding.rule)
        json.set("severity", finding.severity)
        json.set("cwe", finding.cwe)
        json.set("path", finding.path)
        json.set("first_line", finding.firstLine)
        json.set("message", finding.message)
        json.set("status", finding.status)
    }
}

extension String {
    fileprivate var quoted: String {
        Visible.text(self, keeping: [.newline, .tab]).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> \($0)\n" }.joined()
    }

    fileprivate var markdownLine: String { Visible.text(self) }
}
