import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    @Test(
        arguments: [
            ("a", .character("a")), ("é", .character("é")), ("世", .character("世")), ("\u{1}", .control("a")),
            ("\u{4}", .control("d")), ("\0", .control(" ")), ("\u{1C}", .control("\\")), ("\r", .enter), ("\n", .enter),
            ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}x", .alt("x")), ("\u{1B}é", .alt("é")),
            ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5C", .right), ("\u{1B}[H", .home), ("\u{1B}[1~", .home),
            ("\u{1B}[4~", .end), ("\u{1B}OF", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
            ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
            ("\u{1B}[[C", .function(3)), ("\u{1B}[99;5u", .control("c")), ("\u{1B}[120;3u", .alt("x")),
            ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")),
        ] as [(String, Key)]) func `a key is known by the bytes that terminals send for it`(_ bytes: String, _ key: Key)
    {
        #expect(events(bytes) == [.key(key)])
    }

    @Test func `bytes may come one at a time`() {
        let bytes = "é\u{1B}[1;5C\u{1B}[<0;3;4Mx\u{1B}[200~a\r\nb\u{1B}[201~q"
        var decoder = InputDecoder()
        var piecemeal: [TerminalEvent] = []
        for byte in bytes.utf8 {
            decoder.feed([byte])
            while let event = decoder.next() { piecemeal.append(event) }
        }
        #expect(piecemeal == events(bytes))
        #expect(piecemeal.count == 6)
        #expect(decoder.patience == nil)
    }

    @Test func `a lone escape is the key once nothing follows in time`() {
        var decoder = InputDecoder()
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.patience == 25)
        #expect(decoder.giveUp() == .key(.escape))
        #expect(decoder.patience == nil)
    }

    @Test func `escape twice is escape, then whatever follows`() {
        #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    }

    @Test func `Alt with a bracket is not mistaken for ever for a sequence`() {
        var decoder = InputDecoder()
        decoder.feed("\u{1B}[".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == .key(.alt("[")))
        #expect(decoder.giveUp() == nil)
    }

    @Test func `a paste is text, never keys`() {
        let events = events("\u{1B}[200~q\r\n\u{1B}[Ax\ry\u{1B}[201~z")
        #expect(events == [.paste("q\n\u{1B}[Ax\ny"), .key(.character("z"))])
    }

    @Test func `a paste without an end gives the keyboard back`() {
        var decoder = InputDecoder()
        decoder.feed("\u{1B}[200~half\u{1B}[20".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.patience == 1000)
        #expect(decoder.giveUp() == .paste("half\u{1B}[20"))
        decoder.feed("q".utf8)
        #expect(decoder.next() == .key(.character("q")))
    }

    @Test func `the mouse says button, place and modifiers, from zero`() {
        #expect(
            events("\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<65;1;1M\u{1B}[<64;1;1M\u{1B}[<34;10;20M\u{1B}[<20;2;2M") == [
                .mouse(MouseEvent(.press(.left), at: Position(row: 3, column: 2))),
                .mouse(MouseEvent(.release(.left), at: Position(row: 3, column: 2))),
                .mouse(MouseEvent(.wheelDown, at: Position(row: 0, column: 0))),
                .mouse(MouseEvent(.wheelUp, at: Position(row: 0, column: 0))),
                .mouse(MouseEvent(.drag(.right), at: Position(row: 19, column: 9))),
                .mouse(MouseEvent(.press(.left), at: Position(row: 1, column: 1), shift: true, control: true)),
            ])
    }

    @Test func `focus comes and goes`() {
        #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    }

    @Test(arguments: [
        "\u{1B}[?2026;2$y", "\u{1B}]10;rgb:00/00/00\u{7}", "\u{1B}]11;?\u{7}", "\u{1B}]11;rgb:zz/0/0\u{7}",
        "\u{1B}P1+r\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[99~",
    ])
    func `answers and sequences that mean nothing are passed over`(_ noise: String) {
        #expect(events("\(noise)q") == [.key(.character("q"))])
    }

    @Test(
        arguments: [
            ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", .dark), ("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", .dark),
            ("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\", .light), ("\u{1B}]11;rgb:ff/ff/ff\u{7}", .light),
            ("\u{1B}]11;rgba:ffff/ffff/ffff/8000\u{7}", .light), ("\u{1B}]11;#fafafa\u{7}", .light),
            ("\u{1B}]11;#000000000000\u{7}", .dark), ("\u{1B}[?997;1n", .dark), ("\u{1B}[?997;2n", .light),
        ] as [(String, Appearance)])
    func `the ground is known by what the terminal says of it`(_ bytes: String, _ appearance: Appearance) {
        #expect(events(bytes + "q") == [.appearance(appearance), .key(.character("q"))])
    }

    @Test func `an answer that comes in pieces, and late, is never keys`() {
        var decoder = InputDecoder()
        decoder.expectsAnswer = true
        decoder.feed("\u{1B}]11;rgb:1e1e/1e".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.patience == 1000)
        #expect(decoder.giveUp() == nil)
        decoder.feed("1e/2e2e".utf8)
        #expect(decoder.next() == nil)
        decoder.feed("\u{1B}".utf8)
        #expect(decoder.next() == nil)
        decoder.feed("\\q/".utf8)
        #expect(decoder.next() == .key(.character("q")))
        #expect(decoder.next() == .key(.character("/")))
        #expect(decoder.patience == nil)
        decoder.feed("\u{1B}[?62;22c".utf8)
        #expect(decoder.next() == nil)
        #expect(!decoder.expectsAnswer)
    }

    @Test func `an answer without an end gives the keyboard back`() {
        var decoder = InputDecoder()
        decoder.expectsAnswer = true
        decoder.feed("\u{1B}]11;rgb:".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == nil)
        decoder.feed("q".utf8)
        #expect(decoder.next() == .key(.character("q")))
        decoder.feed("\u{1B}]11;".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == nil)
        #expect(decoder.patience == 1000)
        #expect(decoder.giveUp() == nil)
        #expect(decoder.patience == nil)
        decoder.feed("aj".utf8)
        #expect(decoder.next() == .key(.character("a")))
    }

    @Test func `escape is escape while an answer is waited for`() {
        var decoder = InputDecoder()
        decoder.expectsAnswer = true
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == .key(.escape))
        decoder.feed("\u{1B}]".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.giveUp() == .key(.alt("]")))
    }

    @Test func `bytes that are no text are one key each and lose nothing after them`() {
        var decoder = InputDecoder()
        decoder.feed([0xFF, 0xC3, 0x28, 0xE4, 0xB8])
        var events: [TerminalEvent] = []
        while let event = decoder.next() { events.append(event) }
        let bad = TerminalEvent.key(.character("\u{FFFD}"))
        #expect(events == [bad, bad, .key(.character("("))])
        #expect(decoder.giveUp() == bad)
    }

    @Test func `no bytes crash it, and every byte is used up`() {
        var generator = SplitMix(state: 7)
        for _ in 0..<2000 {
            var decoder = InputDecoder()
            let alphabet = Array("\u{1B}[O<;~M0129uAP]\u{7}\\é".utf8)
            decoder.feed((0..<24).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
            var steps = 0
            while steps < 100 {
                steps += 1
                if decoder.next() != nil { continue }
                if decoder.patience == nil { break }
                _ = decoder.giveUp()
            }
            #expect(steps < 100)
        }
    }

    @Test func `a large paste takes time in proportion`() {
        let text = String(repeating: "line of a stack trace\n", count: 50_000)
        var decoder = InputDecoder()
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        var pasted: TerminalEvent?
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            decoder.feed(bytes[start..<min(start + 4096, bytes.count)])
            pasted = decoder.next()
        }
        #expect(pasted == .paste(text))
    }

    private func events(_ text: String) -> [TerminalEvent] {
        var decoder = InputDecoder()
        decoder.feed(text.utf8)
        var events: [TerminalEvent] = []
        while let event = decoder.next() { events.append(event) }
        return events
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
