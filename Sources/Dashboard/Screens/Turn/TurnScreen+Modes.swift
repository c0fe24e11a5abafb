import Store
import Terminal
import Text

// What the colours of the code tell of, and the token that one is at.
extension TurnScreen {
    /// What a mode needs beside the document.
    struct Tokens: Equatable {
        var mode = CodeMode.plain
        /// The byte of the shown row at which one looks.
        var byte = 0
        /// By the edits' rows; `nil` where there is nothing to tell.
        var sheets: [Int64: TokenSheet?] = [:]
        /// Those last asked for last.
        var order: [Int64] = []
        var request: TokensRequest?
        var hasFailed = false
        var shade: CodeShade?

        static let kept = 6
    }

    /// The rows of the account and the legend under the code.
    static func barRows(_ mode: CodeMode, _ size: Size) -> Int {
        mode == .plain ? 0 : size.rows >= 12 ? 2 : 1
    }

    /// What is left for reading.
    func readingRows(_ size: Size) -> Int { max(size.rows - Self.barRows(tokens.mode, size), 1) }

    static let modeActions: [Action] = [.goToOrigin, .colour, .tokenBefore, .tokenAfter, .leaveMode]

    mutating func performMode(_ action: Action, _ context: inout ScreenContext) {
        switch action {
        case .colour:
            tokens.mode = tokens.mode.next
            tokens.hasFailed = false
            if tokens.mode != .plain, let last = reader.panes.indices.last { reader.focus = last }
        case .leaveMode: tokens.mode = .plain
        case .tokenBefore: moveToken(by: -1)
        case .tokenAfter: moveToken(by: 1)
        case .goToOrigin: goToOrigin(&context)
        default: break
        }
    }

    // MARK: The token

    /// The row of code that one stands on: its edit, its place in it, and in the document.
    private var here: (edit: Int, place: Int, row: Int)? {
        guard let pane = reader.panes.last, reader.focus == reader.panes.count - 1, pane.document.count > 0 else {
            return nil
        }
        let row = pane.document.row(at: pane.cursor)
        return pane.document.codePlace(ofRow: row).map { (Int($0.code), Int($0.place), row) }
    }

    private func pieces(_ edit: Int, _ place: Int) -> [TokenRows.Piece] {
        tokens.shade?.pieces[edit]?.rows?.pieces(place) ?? []
    }

    /// The token that one is at; the nearest one before it on the line, else the first.
    var token: (edit: Int, piece: TokenRows.Piece)? {
        guard let here else { return nil }
        let pieces = pieces(here.edit, here.place)
        guard let piece = pieces.last(where: { $0.range.lowerBound <= tokens.byte }) ?? pieces.first else { return nil }
        return (here.edit, piece)
    }

    /// So many lines without a token are gone over.
    private static let farthest = 200

    private mutating func moveToken(by step: Int) {
        guard let last = reader.panes.indices.last else { return }
        reader.focus = last
        let here = here
        let line = here.map { pieces($0.edit, $0.place) } ?? []
        if let token, let index = line.firstIndex(of: token.piece), line.indices.contains(index + step) {
            tokens.byte = line[index + step].range.lowerBound
            return
        }
        let pane = reader.panes[last]
        var cursor = pane.cursor
        for _ in 0..<Self.farthest {
            cursor += step
            guard cursor >= 0, cursor < pane.document.count else { return }
            let row = pane.document.row(at: cursor)
            guard row != here?.row, let place = pane.document.codePlace(ofRow: row) else { continue }
            let pieces = pieces(Int(place.code), Int(place.place))
            guard let piece = step > 0 ? pieces.first : pieces.last else { continue }
            tokens.byte = piece.range.lowerBound
            reader.move { $0.move(by: cursor - $0.cursor) }
            return
        }
    }

    private func goToOrigin(_ context: inout ScreenContext) {
        if tokens.mode == .findings {
            guard let here, let finding = finding(at: here) else {
                return context.say("Nothing was found on this line.")
            }
            return context.open(FindingScreen(finding))
        }
        guard let (edit, piece) = token, let sheet = tokens.shade?.pieces[edit]?.sheet else {
            return context.say("There is no token here.")
        }
        switch sheet.tokens[piece.token].origin {
        case .notRecorded: context.say("What the model saw is not recorded, or waits to be looked through.")
        case .new: context.say("It stands in nothing that the model saw: it is new.")
        case .copied(let source, let line):
            let source = sheet.sources[Int(source)]
            context.open(
                ContextScreen(.link(source.link), title: Visible.text(source.path ?? source.title), line: Int(line)))
        }
    }

    private func finding(at here: (edit: Int, place: Int, row: Int)) -> FindingRow? {
        guard let number = reader.panes.last?.document.codes[here.edit].rows[here.place].number else { return nil }
        return tokens.shade?.pieces[here.edit]?.findings.first { finding in
            finding.firstLine.map { ($0...max($0, finding.lastLine ?? $0)).contains(number) } ?? false
        }
    }

    // MARK: What is asked

    mutating func take(_ sheet: TokenSheet?, _ request: TokensRequest) {
        tokens.request = nil
        tokens.sheets[request.edit] = sheet
        tokens.order.removeAll { $0 == request.edit }
        tokens.order.append(request.edit)
        while tokens.order.count > Tokens.kept { tokens.sheets[tokens.order.removeFirst()] = nil }
        tokens.shade = nil
    }

    /// What waited to be looked through may have been; an answer that is under way may be of before.
    mutating func forgetUnlooked() {
        tokens.hasFailed = false
        tokens.request = nil
        for (edit, sheet) in tokens.sheets where sheet?.tokens.contains(where: { $0.origin != .notRecorded }) != true {
            tokens.sheets[edit] = nil
            tokens.order.removeAll { $0 == edit }
        }
    }

    /// Asks for what is not known of the edits that show, the one under the cursor first; one at a time.
    mutating func settleMode(_ context: inout ScreenContext) {
        guard tokens.mode != .plain, let document = documents.last, let detail else {
            tokens.shade = nil
            return
        }
        if tokens.mode.needsTokens, tokens.request == nil, !tokens.hasFailed,
            let edit = wantedEdit(document, rows: readingRows(context.size)),
            let answer = detail.answers.first(where: { $0.edits.contains { $0.edit.id == edit } })
        {
            let request = TokensRequest(ticket: context.ticket(), generation: answer.generation.id, edit: edit)
            tokens.request = request
            context.run(.loadTokens(request))
        }
        shade(document, detail, context.clock)
    }

    private func wantedEdit(_ document: TurnDocument, rows: Int) -> Int64? {
        guard let pane = reader.panes.last else { return nil }
        let first = document.edits.lastIndex { $0.line <= pane.top } ?? 0
        let last = document.edits.lastIndex { $0.line < pane.top + rows } ?? first
        let current = document.edits.lastIndex { $0.line <= pane.cursor } ?? first
        guard document.edits.indices.contains(current), first <= last else { return nil }
        let shown = [current] + (first...last)
        return shown.prefix(Tokens.kept).map { document.edits[$0].id }.first { id in
            tokens.sheets[id] == nil && !isTooLong(id)
        }
    }

    private func isTooLong(_ id: Int64) -> Bool {
        let edit = detail?.answers.lazy.flatMap(\.edits).first { $0.edit.id == id }
        return max(edit?.after?.utf8.count ?? 0, edit?.patch?.utf8.count ?? 0) > TokensRequest.longest
    }

    /// Brings what is known onto the rows that show it, where either has changed.
    private mutating func shade(_ document: TurnDocument, _ detail: TurnDetail, _ clock: WallClock) {
        var shade = tokens.shade?.mode == tokens.mode ? tokens.shade : nil
        if shade == nil || shade?.pieces.count != document.edits.count || shadedCodes != document.text.codes {
            var new = CodeShade(mode: tokens.mode, clock: clock)
            for (index, mark) in document.edits.enumerated() where document.text.codes.indices.contains(index) {
                var piece = CodeShade.Piece()
                piece.findings = detail.findings.filter { $0.editID == mark.id }
                if let sheet = tokens.sheets[mark.id] ?? nil {
                    piece.sheet = sheet
                    piece.rows = TokenRows(sheet, in: document.text.codes[index].rows)
                }
                new.pieces[index] = piece
            }
            shadedCodes = document.text.codes
            shade = new
        }
        tokens.shade = shade
        let (row, range) = (here?.row, tokens.mode.needsTokens ? token?.piece.range : nil)
        tokens.shade?.row = row
        tokens.shade?.token = range
    }

    // MARK: In words

    /// What is told under the code: the token that one is at, and what the colours mean.
    func drawBar(_ size: Size, on frame: inout Frame) {
        let rows = Self.barRows(tokens.mode, size)
        guard rows > 0 else { return }
        let width = size.columns - 2
        let row = size.rows - rows
        frame.fill(row: row, column: 0, width: size.columns, height: rows, style: .text)
        frame.put(words, row: row, column: 1, width: width)
        guard rows > 1 else { return }
        frame.put(
            [Span(tokens.mode.name + "  ", Style(.heading))] + tokens.mode.legend, row: row + 1, column: 1, width: width
        )
    }

    private var words: [Span] {
        let name = Span(tokens.mode.name + "  ", Style(.heading))
        if tokens.mode == .findings {
            guard let here, let finding = finding(at: here) else {
                return [name, Span("nothing was found on this line", .muted)]
            }
            return [
                TurnColumns.severity(finding.severity), Span("  " + Visible.text(finding.rule)),
                Span("  " + Visible.text(finding.message), .muted),
            ]
        }
        if let (edit, piece) = token, let sheet = tokens.shade?.pieces[edit]?.sheet, let clock = tokens.shade?.clock {
            return CodeShade.account(of: sheet.tokens[piece.token], in: sheet, tokens.mode, clock)
        }
        guard let edit = piece?.edit else { return [name, Span("there is no edit here", .muted)] }
        if isTooLong(edit) { return [name, Span("the text is too long to be told token by token", .muted)] }
        guard let known = tokens.sheets[edit] else {
            return [name, Span(tokens.hasFailed ? "the tokens could not be read" : "looking up the tokens…", .muted)]
        }
        return [name, Span(known == nil ? "no text of this edit is recorded" : "no token here", .muted)]
    }

    /// `token 212 of 388`
    var tokenPosition: String? {
        guard tokens.mode.needsTokens, let (edit, piece) = token, let sheet = tokens.shade?.pieces[edit]?.sheet else {
            return nil
        }
        return "token \((piece.token + 1).grouped) of \(sheet.tokens.count.grouped)"
    }
}
