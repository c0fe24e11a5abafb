import Store
import Terminal
import Testing
import Text

@testable import Dashboard

/// The turn screen as a reader of code sees it.
@Suite struct CodeViewTests {
    /// A turn whose one edit has this code.
    private func desk(
        _ columns: Int = 120, _ rows: Int = 24, patch: String? = nil, before: String? = nil, after: String? = nil,
        prompt: String = "do it", language: String? = "python"
    ) -> Desk {
        let row = Samples.turn(1, at: Samples.now, "do it", path: "a.py", added: 1)
        var detail = Samples.detail(of: row)
        detail.prompt = prompt
        var edit = EditDetail(edit: detail.answers[0].edits[0].edit, before: before, after: after, patch: patch)
        edit.edit.firstLine = 1
        edit.edit.language = language
        detail.answers[0].edits = [edit]
        var desk = Desk(columns, rows, turns: [row])
        desk.details = [1: detail]
        desk.press(.enter)
        return desk
    }

    private let patch = """
        @@ -10,4 +20,5 @@
         def pay(request):
        -    return charge(request, retries=2)
        +    return charge(request, retries=3)
        +    # never reached
         end
        """

    private func row(_ desk: Desk, _ words: String) -> Int? {
        (0..<desk.state.size.rows).first { desk.frame.text(row: $0).contains(words) }
    }

    /// Where a frame shows words in some role, and what they are.
    private func words(in frame: Frame, _ isWanted: (Style) -> Bool) -> [String] {
        var words: [String] = []
        for row in 0..<frame.size.rows {
            var word = ""
            for cell in frame.row(row) {
                if isWanted(cell.style) {
                    word += cell.text
                } else if !word.isEmpty {
                    words.append(word)
                    word = ""
                }
            }
            if !word.isEmpty { words.append(word) }
        }
        return words
    }

    // MARK: Diff, side by side, code

    @Test func `d goes from the diff to both sides beside each other, to the code alone, and round`() {
        var desk = desk(patch: patch)
        #expect(row(desk, "−     return charge") != nil)
        desk.press(.character("d"))
        let beside = row(desk, "retries=2").map { desk.frame.text(row: $0) } ?? ""
        #expect(beside.contains("11 −     return charge(request, retries=2)"))
        #expect(beside.contains("│   21 +     return charge(request, retries=3)"))
        #expect(row(desk, "22 +     # never reached").map { desk.frame.text(row: $0).hasPrefix("      ") } == true)
        desk.press(.character("d"))
        #expect(!desk.text.contains("retries=2") && desk.text.contains("retries=3"))
        desk.press(.character("d"))
        #expect(row(desk, "−     return charge") != nil)
    }

    @Test func `where there is no room for two sides they stand one above the other, and it is said`() {
        var desk = desk(80, patch: patch)
        desk.press(.character("d"))
        #expect(desk.frame.text(row: 1).contains("needs 100 columns"))
        #expect(row(desk, "retries=2") != row(desk, "retries=3"))
        desk.send(.resize(Size(columns: 130, rows: 24)))
        #expect(row(desk, "retries=2") == row(desk, "retries=3"))
    }

    @Test func `the words that changed in a line are told from those that did not`() {
        var desk = desk(patch: patch)
        for _ in 0..<2 {
            #expect(words(in: desk.frame) { $0.modifiers.contains(.underline) } == ["2", "3"])
            desk.press(.character("d"))
        }
    }

    @Test func `lines that have nothing in common are not taken for one that was changed`() {
        #expect(ChangedWords("return charge(request)", "import os").left.isEmpty)
        let words = ChangedWords("a = first(x, 1)", "a = second(x, 1)")
        #expect(words.left == [4..<9] && words.right == [4..<10])
        #expect(ChangedWords("退款 = 1", "退款 = 2").right == [9..<10])
    }

    @Test func `what is known as before and after is shown as what differs between the two`() {
        let desk = desk(before: "one\ntwo\nthree\n", after: "one\n2\nthree\n")
        let rows = ["1   one", "− two", "2 + 2", "3   three"].map { row(desk, $0) }
        #expect(rows.allSatisfy { $0 != nil })
        #expect(rows.compactMap { $0 } == rows.compactMap { $0 }.sorted())
    }

    // MARK: Long lines

    @Test func `w lets long lines run out of the screen with a mark, and L moves what is seen of them`() {
        let long = (0..<40).map { "word\($0)" }.joined(separator: " ")
        var desk = desk(80, after: "short\n" + long + "\n")
        #expect(desk.text.contains("word39"))
        desk.press(.character("w"))
        #expect(!desk.text.contains("word39"))
        #expect(row(desk, "word0 ").map { desk.frame.text(row: $0).hasSuffix("›") } == true)
        desk.press(.character("L"))
        #expect(row(desk, "word9 ").map { desk.frame.text(row: $0).contains("‹") } == true)
        for _ in 0..<20 { desk.press(.character("L")) }
        #expect(row(desk, "word39").map { !desk.frame.text(row: $0).hasSuffix("›") } == true)
        desk.press(.character("H"))
        #expect(!desk.text.contains("word39"))
        for _ in 0..<20 { desk.press(.character("H")) }
        #expect(desk.text.contains("word0 "))
    }

    @Test func `a wide character is never shown by half, wherever a line is cut`() {
        var desk = desk(41, 12, after: "x" + String(repeating: "长", count: 60) + "\n", language: nil)
        desk.press(.character("w"), .character("}"))
        for _ in 0..<8 {
            let frame = desk.frame
            for row in 0..<frame.size.rows {
                #expect(frame.row(row).reduce(0) { $0 + Int($1.width) } == 41)
            }
            desk.press(.character("L"))
        }
    }

    // MARK: Searching

    @Test func `what is searched for is lit while it is typed, counted, and gone through by n and N`() {
        var desk = desk(80, 30, patch: patch, prompt: "Charge what the request says")
        desk.press(.character("/"))
        desk.type("charge")
        #expect(desk.text.contains("match 1 of 3"))
        #expect(words(in: desk.frame) { $0.role == .matchCurrent } == ["Charge"])
        #expect(words(in: desk.frame) { $0.role == .match } == ["charge", "charge"])
        desk.press(.enter)
        #expect(desk.lastLine.contains("match 1 of 3"))
        desk.press(.character("n"))
        #expect(desk.lastLine.contains("match 2 of 3"))
        desk.press(.character("n"), .character("n"))
        #expect(desk.lastLine.contains("match 1 of 3"), "after the last one comes the first")
        desk.press(.character("N"))
        #expect(desk.lastLine.contains("match 3 of 3"))
        desk.press(.escape)
        #expect(words(in: desk.frame) { $0.role == .match || $0.role == .matchCurrent }.isEmpty)
        #expect(desk.state.screens.depth == 1, "Esc clears first, and leaves then")
        desk.press(.escape)
        #expect(desk.state.screens.depth == 0)
    }

    @Test func `a capital letter minds case`() {
        var desk = desk(80, 30, patch: patch, prompt: "Charge what the request says")
        desk.press(.character("/"))
        desk.type("Charge")
        #expect(desk.text.contains("match 1 of 1"))
        desk.press(.control("u"))
        desk.type("nowhere")
        #expect(desk.text.contains("no match"))
    }

    @Test func `Esc while typing goes back to where one was, with what was found before`() {
        let code = (0..<300).map { "line \($0)" }.joined(separator: "\n")
        var desk = desk(80, after: code)
        desk.press(.character("/"))
        desk.type("line 7")
        desk.press(.enter)
        let before = desk.text
        desk.press(.character("/"))
        desk.type("line 250")
        #expect(desk.text.contains("line 250"))
        desk.press(.escape)
        #expect(desk.text == before)
    }

    @Test func `words are found across the end of a line of the screen, and on both sides`() {
        let prompt = String(repeating: "many words ", count: 12) + "across the break"
        var desk = desk(120, patch: patch, prompt: prompt)
        desk.press(.character("/"))
        desk.type("words across the")
        #expect(desk.text.contains("match 1 of 1"))
        desk.press(.control("u"))
        desk.type("reached")
        desk.press(.enter)
        #expect(words(in: desk.frame) { $0.role == .matchCurrent } == ["reached"])
    }

    @Test func `letters beyond ASCII are found in either case`() {
        #expect(Needle("änderung")?.ranges(in: "die Änderungen") == [4..<13])
        #expect(Needle("Änderung")?.ranges(in: "die änderungen") == [])
        #expect(Needle("退款")?.count(in: "退款, 退款") == 2)
        #expect(Needle("aa")?.count(in: "aaaa") == 2)
        #expect(Needle("") == nil)
    }

    @Test func `a match far down a long document is brought to the screen`() {
        let code = (0..<20_000).map { "x = \($0)" }.joined(separator: "\n")
        var desk = desk(100, 24, after: code)
        desk.press(.character("/"))
        desk.type("= 19876")
        #expect(desk.text.contains("19877 + x = 19876"))
        #expect(desk.text.contains("match 1 of 1"))
    }

    // MARK: The line that one stands on

    @Test func `j and k move a line that is lit, and a click sets it`() {
        var desk = desk(80, after: "one\ntwo\nthree\n")
        desk.press(.character("}"), .character("j"))
        let lit = { (desk: Desk) in self.words(in: desk.frame) { $0.surface == .selection }.joined() }
        #expect(lit(desk).contains("one"))
        desk.press(.character("j"))
        #expect(lit(desk).contains("two") && !lit(desk).contains("one"))
        let place = row(desk, "three") ?? 0
        desk.send(.mouse(MouseEvent(.press(.left), at: Position(row: place, column: 20))))
        #expect(lit(desk).contains("three"))
        desk.press(.character("k"))
        #expect(lit(desk).contains("two"))
    }

    @Test func `the lit line is always on the screen`() {
        let code = (0..<200).map { "line \($0)" }.joined(separator: "\n")
        var random = PropertyTests.Random(state: 11)
        for columns in [50, 120] {
            var desk = desk(columns, 14, patch: patch + "\n" + code, prompt: code)
            let keys: [Key] = [
                .down, .up, .pageDown, .pageUp, .control("d"), .control("u"), .character("g"), .character("G"),
                .character("}"), .character("{"), .character("d"), .character("w"), .tab, .character("v"),
            ]
            for step in 0..<300 {
                desk.press(keys.randomElement(using: &random) ?? .up)
                if step % 25 == 0 {
                    desk.send(
                        .resize(
                            Size(
                                columns: .random(in: 40...210, using: &random),
                                rows: .random(in: 10...40, using: &random))))
                }
                if step % 40 == 0 { desk.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 4, column: 8)))) }
                let isLit = !words(in: desk.frame) { $0.surface == .selection }.isEmpty
                #expect(isLit, "step \(step)")
                if !isLit { return }
            }
        }
    }

    @Test func `Y copies the line, v and y the lines chosen, without what was taken out`() {
        var desk = desk(80, patch: patch)
        desk.press(.character("}"), .character("j"), .character("j"))
        desk.answers = false
        desk.press(.character("Y"))
        #expect(desk.open.last == .copy(.code, "def pay(request):"))
        desk.press(.character("v"), .character("j"), .character("j"))
        #expect(desk.lastLine.contains("3 chosen"))
        desk.press(.character("y"))
        #expect(desk.open.last == .copy(.code, "def pay(request):\n    return charge(request, retries=3)"))
        #expect(!desk.lastLine.contains("chosen"))
    }

    @Test func `long lines are copied whole, and the editor is asked for the whole line`() {
        let long = String(repeating: "word ", count: 60)
        var desk = desk(60, after: long + "\nnext\n")
        desk.press(.character("}"), .character("j"), .character("j"))
        desk.answers = false
        desk.press(.character("Y"))
        #expect(desk.open.last == .copy(.code, long))
        desk.press(.character("e"))
        guard case .loadPiece(let request)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(request.words == long)
    }

    // MARK: Colours

    @Test func `a line far down has the colours that its place in the text gives it`() {
        let code = "a = '''\n" + String(repeating: "text\n", count: 500) + "'''\nreturn 1\n"
        var desk = desk(80, after: code)
        desk.press(.character("G"), .character("k"), .character("k"), .character("k"))
        #expect(words(in: desk.frame) { $0.role == .syntaxKeyword } == ["return"])
        #expect(words(in: desk.frame) { $0.role == .syntaxString }.contains("text"))
    }

    // MARK: The pager

    @Test func `P hands all of it to the pager as text that a terminal may print`() {
        var desk = desk(120, patch: patch + "\n+\u{1B}[2J\u{202E}", prompt: "the \u{7}prompt")
        desk.answers = false
        desk.press(.character("P"))
        guard case .page(let text)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(text.contains("the ␇prompt") && text.contains("  20   def pay(request):"))
        #expect(text.contains("     −     return charge(request, retries=2)"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
}
