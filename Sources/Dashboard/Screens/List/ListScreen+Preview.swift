import Store
import Terminal
import Text

extension ListScreen {
    /// What is selected in short: a turn's prompt with the files that it wrote, or the code of an edit.
    func previewFrame(size: Size, _ context: ViewContext) -> Frame {
        var frame = Frame(size: size)
        guard let row = selectedRow, size.rows > 3 else { return frame }
        frame.rule(heading(row, context), row: 0, width: size.columns)

        let detail = preview?.turn.id == row.turnID ? preview : nil
        if case .finding(let finding) = row {
            drawFinding(finding, on: &frame, context)
            return frame
        }
        if let edit = selectedEdit {
            let known = detail?.answers.lazy.flatMap(\.edits).first { $0.edit.id == edit.edit.id }
            drawCode(known, of: edit, on: &frame)
            return frame
        }
        let files = detail.map(PreviewFile.files) ?? []
        let width = max(size.columns - 3, 1)
        let room = size.rows - 1
        let filesRoom = min(files.count, max(room / 2, 1))
        let reply = room - filesRoom > 3 ? row.turn?.inReplyTo : nil
        let start = reply == nil ? 1 : 2
        if let reply {
            let words = "⟵ \"" + Visible.text(reply) + "\""
            frame.put(words, row: 1, column: 2, width: width, style: .muted, ellipsis: true)
        }
        let prompt = Wrapping.lines(
            ofText: detail?.prompt ?? row.title, columns: width, limit: room - filesRoom + 1)
        let promptRoom = room - filesRoom - (filesRoom > 0 ? 1 : 0) - (start - 1)
        for (index, line) in prompt.prefix(promptRoom).enumerated() {
            let isCut = index == promptRoom - 1 && prompt.count > promptRoom
            frame.put(
                isCut ? line + " …" : line, row: start + index, column: 2, width: width, style: .text,
                ellipsis: true)
        }

        for (index, file) in files.prefix(filesRoom).enumerated() {
            let place = size.rows - filesRoom + index
            let others = files.count - filesRoom + 1
            if index == filesRoom - 1, others > 1 {
                frame.put("and \(others) files more", row: place, column: 2, width: width, style: .muted)
            } else {
                frame.put(file.spans, row: place, column: 2, width: width)
            }
        }
        return frame
    }

    private func drawCode(_ detail: EditDetail?, of edit: TurnEdit, on frame: inout Frame) {
        let size = frame.size
        guard let detail else { return }
        // Only what shows is laid out: the file may be long.
        let lines = CodeLines.lines(
            of: detail.shortened(to: size.rows * 4), columns: size.columns - Document.gutter - 2,
            findings: edit.finding.map { [$0] } ?? [])
        DocumentView.draw(lines, from: 1, on: &frame)
    }

    private func heading(_ row: ListRow, _ context: ViewContext) -> [Span] {
        var words: [String]
        let tokens: Int64?
        switch row {
        case .turn(let row):
            words = [row.repository, row.branch, row.agent, row.model ?? "model not recorded"].compactMap { $0 }
            tokens = row.outputTokens
        case .generation(let row):
            words = [row.agent, row.model ?? "model not recorded"]
            tokens = row.outputTokens
        case .session(let row):
            words = [row.repository, row.branch, row.agent, row.agentVersion].compactMap { $0 }
            tokens = nil
        case .finding(let row):
            words = [row.severity, row.rule, row.cwe, row.path, row.auditor].compactMap { $0 }
            tokens = nil
        case .alert(let row):
            words = [row.severity, row.service, row.revision].compactMap { $0 }
            tokens = nil
        }
        words.removeAll(where: \.isEmpty)
        if let edit = selectedEdit { words.insert(edit.edit.path, at: 0) }
        if let tokens { words.append("\(tokens.grouped) tokens out") }
        let day = row.isDated ? context.clock.short(row.at, now: context.now) : ListRow.undated
        return [Span(day, Style(.heading)), Span("  " + Visible.text(words.joined(separator: "  ")), .muted)]
    }
}

/// All edits of one file in a turn, as one line.
private struct PreviewFile {
    var path: String
    var added = 0
    var removed = 0
    var edits = 0
    var status: String

    /// In the order in which they were first written.
    static func files(of detail: TurnDetail) -> [PreviewFile] {
        var files: [PreviewFile] = []
        var places: [String: Int] = [:]
        for answer in detail.answers {
            for edit in answer.edits.map(\.edit) {
                let place = places[edit.path, default: files.count]
                if place == files.count {
                    places[edit.path] = place
                    files.append(PreviewFile(path: edit.path, status: edit.status))
                }
                files[place].added = files[place].added.adding(edit.added ?? 0)
                files[place].removed = files[place].removed.adding(edit.removed ?? 0)
                files[place].edits += 1
                files[place].status = edit.status
            }
        }
        return files
    }

    var spans: [Span] {
        var spans = [Span(Visible.text(path))]
        if added > 0 { spans.append(Span("  +\(added)", Style(.diffAdded))) }
        if removed > 0 { spans.append(Span(added > 0 ? " −\(removed)" : "  −\(removed)", Style(.diffRemoved))) }
        if edits > 1 { spans.append(Span("  \(edits) edits", .muted)) }
        spans.append(Span("  " + Visible.text(status), TurnColumns.status(status)))
        return spans
    }
}

extension EditDetail {
    /// The edit with no more than so many lines of its texts.
    fileprivate func shortened(to lines: Int) -> EditDetail {
        func cut(_ text: String?) -> String? {
            text.map { text in
                var left = lines
                let end = text.utf8.firstIndex { byte in
                    if byte == UInt8(ascii: "\n") { left -= 1 }
                    return left < 0
                }
                return end.map { String(text[..<$0]) } ?? text
            }
        }
        return EditDetail(edit: edit, before: cut(before), after: cut(after), patch: cut(patch))
    }
}
