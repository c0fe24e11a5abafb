import Flows
import Git
import Provenance
import Store
import Text

extension BlamePage {
    // MARK: - JSON

    func json(withTokens: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { file in
            file.set("file", answer.file.path)
            file.set("revision", answer.file.revision)
            file.set("dirty", answer.file.isDirty)
            file.set("history", answer.history.rawValue)
            file.set("waiting", answer.waiting)
            file.array("lines") { lines in
                for line in answer.lines { lines.object { write(line, to: &$0) } }
            }
            guard withTokens else { return }
            file.array("tokens") { tokens in
                for token in answer.tokens {
                    tokens.object { object in
                        object.set("line", token.line)
                        object.set("start", token.range.lowerBound)
                        object.set("length", token.range.count)
                        object.set("text", text(of: token))
                        if let edit = token.edit { object.set("edit", edit.uid) }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ line: LineAnswer, to object: inout JSONObjectWriter) {
        object.set("line", line.number)
        object.set("text", text(of: line))
        object.set("tokens", line.tokens)
        object.set("level", line.certainty.rawValue)
        if let content = line.content {
            write(content.edit, to: &object)
            if let prompt = prompt(of: line) { object.set("prompt", prompt) }
            object.object("content") { write(content, to: &$0) }
        }
        if let session = line.session {
            object.set("session", session.session)
            object.set("agent", session.agent)
            if let model = session.model { object.set("model", model) }
            if let prompt = prompt(of: line) { object.set("prompt", prompt) }
            object.set("because", session.reason)
        }
        if let history = line.history {
            object.object("history") { written in
                written.set("commit", history.commit.hash)
                written.set("author", history.commit.author)
                written.set("at", history.commit.authoredAt)
                written.set("summary", history.commit.summary)
                written.set("path", history.path)
                written.set("line", history.line)
            }
        }
        guard !line.others.isEmpty else { return }
        object.array("also") { others in
            for other in line.others {
                others.object { object in
                    write(other.edit, to: &object)
                    object.object("content") { write(other, to: &$0) }
                }
            }
        }
    }

    private func write(_ edit: EditOrigin, to object: inout JSONObjectWriter) {
        object.set("edit", edit.uid)
        object.set("generation", edit.generation)
        object.set("session", edit.session)
        object.set("agent", edit.agent)
        if let model = edit.model { object.set("model", model) }
        object.set("at", edit.at)
    }

    private func write(_ content: ContentEvidence, to object: inout JSONObjectWriter) {
        object.set("aligned", content.aligned)
        object.set("of", content.of)
        object.set("run", content.run)
        object.set("same_path", content.isSameFile)
        if content.isUncertain { object.set("uncertain", true) }
        if content.isTied { object.set("tied", true) }
        if !content.changed.isEmpty {
            let bytes = Array(answer.file.text.utf8)
            object.array("changed") { words in
                for range in content.changed {
                    words.add(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
                }
            }
        }
    }

    func text(of token: TokenAnswer) -> String {
        let bytes = answer.file.text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: min(token.range.lowerBound, bytes.count))
        let end = bytes.index(start, offsetBy: min(token.range.count, bytes.distance(from: start, to: bytes.endIndex)))
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    // MARK: - Porcelain

    /// Columns parted by tabs: line, level, edit, generation, session, agent, model, milliseconds, commit, text. What is
    /// not known is a dash.
    func porcelain(byToken: Bool) -> [UInt8] {
        var text = ""
        if byToken {
            for token in answer.tokens {
                text += columns(
                    [
                        "\(token.line)", "\(token.range.lowerBound)", token.edit?.uid, token.edit?.generation,
                        token.edit?.session, token.edit?.agent, token.edit?.model, token.edit.map { "\($0.at)" },
                        self.text(of: token),
                    ])
            }
            return Array(text.utf8)
        }
        for line in answer.lines {
            let edit = line.content?.edit
            text += columns(
                [
                    "\(line.number)", line.certainty.rawValue, edit?.uid, edit?.generation,
                    edit?.session ?? line.session?.session, edit?.agent ?? line.session?.agent,
                    edit?.model ?? line.session?.model, edit.map { "\($0.at)" }, line.history?.commit.hash,
                    self.text(of: line),
                ])
        }
        return Array(text.utf8)
    }

    private func columns(_ values: [String?]) -> String {
        values.map { value in
            guard let value, !value.isEmpty else { return "-" }
            return Visible.text(value.replacing("\t", with: "    "))
        }.joined(separator: "\t") + "\n"
    }

    // MARK: - Tokens

    func tokenTable(width: Int?) -> [UInt8] {
        let columns = [
            OutputColumn("line", alignment: .trailing, minimumWidth: 4),
            OutputColumn("token", minimumWidth: 16, isFlexible: true),
            OutputColumn("edit", minimumWidth: 15), OutputColumn("when", minimumWidth: 16),
            OutputColumn("by", minimumWidth: 12, isFlexible: true),
            OutputColumn("asked", minimumWidth: 20, isFlexible: true, rank: 1),
        ]
        var writer = OutputFormat.table.writer(width: width)
        var bytes: [UInt8] = []
        let places = width.map { columns.fitting($0) } ?? Array(columns.indices)
        writer.begin(places.map { columns[$0] }, to: &bytes)
        for token in answer.tokens {
            let edit = token.edit
            let values: [OutputValue] = [
                .integer(Int64(token.line)), .text(text(of: token)), .of(edit.map { "edit:" + $0.uid.short }),
                edit.map { .timestamp(Timestamp(milliseconds: $0.at)) } ?? .null,
                .of(edit.map { $0.model ?? $0.agent }),
                .of(edit?.turn.flatMap { asked[$0]?.title }),
            ]
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        return bytes
    }
}
