import Flows
import Store
import Terminal
import Testing
import Text

@testable import Dashboard

@Suite struct UntrustedTextTests {
    /// Every C0 and C1 control, DEL, and sequences that terminals obey, in 7 and 8 bits; and what reorders or hides text.
    static let attacks: [String] =
        ((0x00...0x1F).map { $0 } + (0x7F...0x9F).map { $0 }).compactMap { Unicode.Scalar($0).map { "a\($0)b" } }
        + [
            "\u{1B}[2J", "\u{1B}[?1049l", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;QUJD\u{1B}\\", "\u{1B}P$q q\u{1B}\\",
            "\u{9B}31m", "\u{9D}8;;http://x\u{9C}", "\u{90}q\u{9C}", "\u{1B}_G\u{1B}\\", "\u{1B}c", "\u{1B}#8",
            "\u{202E}evil\u{202C}", "\u{2066}evil\u{2069}", "\u{200B}\u{FEFF}\u{E0041}", "\r\nfake row",
        ]

    @Test(arguments: [[40, 100], [120, 120], [170, 120]])
    func `nothing that a terminal obeys reaches a cell of the list`(size: [Int]) {
        let rows = Self.attacks.enumerated().map { index, attack in
            var row = Samples.turn(
                Int64(1000 - index), at: Samples.now - Int64(index), attack, agent: attack, model: attack,
                path: "x/" + attack)
            row.repository = attack
            row.branch = attack
            row.status = attack
            return row
        }
        var desk = Desk(size[0], size[1], turns: rows)
        check(desk)
        desk.press(.character("G"))
        check(desk)
    }

    @Test func `nothing that a terminal obeys reaches a cell of a turn, a preview, a notice or the first line`() {
        for attack in [Self.attacks.joined(separator: " "), Self.attacks.joined(separator: "\n"), "\u{1B}]0;x\u{7}"] {
            var row = Samples.turn(1, at: Samples.now, attack, agent: attack, model: attack, path: attack)
            row.repository = attack
            var desk = Desk(170, 60, turns: [row], repository: attack)
            desk.answers = false
            desk.send(.storeChanged)
            let detail = Self.detail(of: row)
            answer(&desk, detail)
            check(desk)
            desk.send(.note(attack))
            check(desk)
            desk.send(.answer(.failed(ticket: 0, attack)))
            check(desk)
            desk.press(.enter)
            answer(&desk, detail)
            var line = -1
            while let screen = desk.state.screens.top as? TurnScreen, screen.top != line {
                line = screen.top
                check(desk)
                desk.press(.pageDown)
            }
            desk.press(.escape, .character("/"))
            desk.send(.paste(attack + ":" + attack))
            check(desk)
        }
    }

    /// A frame drops what it cannot show; a reader is to see that it was there.
    @Test(arguments: [TurnDocument.Part.all, .asked, .wrote])
    func `what a turn is laid out of is visible before it reaches a frame`(part: TurnDocument.Part) {
        let all = Self.attacks.joined(separator: " ")
        let row = Samples.turn(1, at: Samples.now, all, agent: all, model: all, path: all)
        for view in [CodeView.diff, .sideBySide, .code] {
            let document = TurnDocument(
                Self.detail(of: row), TurnDocument.Layout(part: part, columns: 90, view: view), clock: WallClock(.utc))
            for line in document.lines {
                let texts: [String] =
                    switch line {
                    case .heading(let spans), .spans(let spans), .prose(let spans): spans.map(\.text)
                    case .words(let text, _): [text]
                    case .code(let code): code.text.map(\.text)
                    case .pair(let left, let right): [left, right].compactMap { $0 }.flatMap { $0.text.map(\.text) }
                    case .empty: []
                    }
                for text in texts {
                    if let scalar = text.unicodeScalars.first(where: Self.isObeyed) {
                        Issue.record("U+\(String(scalar.value, radix: 16)) in \(line)")
                        return
                    }
                }
            }
        }
    }

    @Test func `what a conversation is laid out of is visible before it reaches a frame, and so are its facts`() {
        let all = Self.attacks.joined(separator: " ")
        var row = Samples.turn(1, at: Samples.now, all, agent: all, model: all, path: all)
        row.inReplyTo = all
        var detail = Self.detail(of: row)
        detail.inReplyTo = all
        typealias Piece = TurnStory.ContextPiece
        let story = TurnStory(
            detail: detail,
            pieces: [
                Piece(origin: "file", tool: all, path: all, firstLine: .max, lineCount: .max, at: .min),
                Piece(origin: all, tool: all, path: all, thread: all, at: .max), Piece(origin: "summary", at: 0),
            ], errands: [TurnStory.Errand(thread: all, words: all, at: 0)])
        var facts = SessionDetail(session: detail.session)
        facts.models = [all]
        facts.parent = all
        let lines =
            StoryLines(story, columns: 90, clock: WallClock(.utc)).lines.map(\.spans)
            + SessionFacts.lines(of: facts, clock: WallClock(.utc), now: Samples.now)
            + [TurnColumns.asked(row, 100_000)]
        for line in lines {
            if let scalar = line.map(\.text).joined().unicodeScalars.first(where: Self.isObeyed) {
                Issue.record("U+\(String(scalar.value, radix: 16)) in \(line)")
                return
            }
        }
        var desk = Desk(120, 60, turns: [row])
        desk.press(.character("s"))
        check(desk)
    }

    @Test func `nothing that a terminal obeys reaches a cell of an alert, or of its story`() {
        let all = Self.attacks.joined(separator: " ")
        var page = Samples.tracedAlert
        (page.title, page.headline, page.severity, page.service, page.release) = (all, all, all, all, all)
        (page.revision, page.verdict, page.notes, page.text) = (all, [all], [all], all)
        page.story = all + Self.attacks.joined(separator: "\n")
        for index in page.lines.indices {
            (page.lines[index].place, page.lines[index].function, page.lines[index].text) = (all, all, all)
            (page.lines[index].author, page.lines[index].evidence, page.lines[index].exception) = (all, all, all)
        }
        (page.leads[0].sentence, page.leads[0].prompt, page.leads[0].title) = (all, all, all)
        page.leads[0].facts = [TraceStory.Fact("Evidence", all)]
        for lines in [page.lines, []] {
            page.lines = lines
            for isTraced in [false, true] {
                page.isTraced = isTraced
                var desk = Desk(120, 60)
                desk.alerts = [AlertRow(id: 5, uid: all, at: Samples.now, title: all)]
                desk.keptAlerts = [5: page]
                desk.tracedAlerts = [5: page]
                desk.press(.character("5"), .enter)
                check(desk)
                desk.press(.character("j"))
                check(desk)
                desk.press(.character("S"))
                check(desk)
            }
        }
    }

    private func answer(_ desk: inout Desk, _ detail: TurnDetail) {
        while !desk.open.isEmpty {
            switch desk.open.removeFirst() {
            case .loadTurn(let request): desk.send(.answer(.turn(request, detail)))
            case .loadPage(let request): desk.send(.answer(.page(request, [.turn(detail.turn)])))
            default: break
            }
        }
    }

    private func check(_ desk: Desk) {
        let frame = desk.frame
        for row in 0..<frame.size.rows {
            if let scalar = frame.text(row: row).unicodeScalars.first(where: Self.isObeyed) {
                Issue.record("U+\(String(scalar.value, radix: 16)) in row \(row)")
            }
        }
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// An answer with an edit of each kind for every attack.
    private static func detail(of row: TurnRow) -> TurnDetail {
        var detail = Samples.detail(of: row)
        detail.prompt = attacks.joined(separator: " ")
        let all = attacks.joined(separator: " ")
        detail.turn.change = "acme/shop#" + all
        detail.turn.branch = all
        detail.session.title = all
        detail.session.agent = all
        detail.session.agentVersion = all
        detail.session.repository = all
        detail.session.directory = "/" + all
        guard let sample = detail.answers.first else { return detail }
        detail.answers = []
        for (index, attack) in attacks.enumerated() {
            var finding = FindingRow(
                id: Int64(index), uid: "f", at: row.at, rule: attack, severity: attack, message: attack)
            finding.path = attack
            finding.status = attack
            // One of them is told beside the code.
            finding.edit = sample.edits[0].edit.uid
            finding.firstLine = index % 3
            detail.findings.append(finding)
            var answer = sample
            answer.output = attack
            answer.generation.id = Int64(index)
            answer.generation.model = attack
            answer.generation.thread = attack
            for edit in answer.edits.indices {
                answer.edits[edit].edit.path = attack
                answer.edits[edit].edit.movedFrom = attack
                answer.edits[edit].edit.status = attack
                answer.edits[edit].edit.language = edit == 0 ? "python" : attack
                answer.edits[edit].before = edit == 2 ? attack : nil
                answer.edits[edit].after = attack
            }
            answer.edits[0].patch = "@@ " + attack + "\n+" + attack + "\n-" + attack + "\n " + attack
            detail.answers.append(answer)
        }
        return detail
    }
}
