import Store
import Terminal
import Testing

@testable import Dashboard

/// The graph walked in columns.
@Suite struct ProvenanceTests {
    private static func at(_ kind: NodeKind, _ id: Int64, _ columns: Int = 120, _ rows: Int = 40) -> Desk {
        var desk = Desk(columns, rows)
        desk.press(.character("3"))
        desk.state.screens.top = ProvenanceScreen(.node(.row(kind, id)))
        desk.send(.resize(desk.state.size))
        return desk
    }

    private static func screen(_ desk: Desk) -> ProvenanceScreen? { desk.state.screens.top as? ProvenanceScreen }
    private static func path(_ desk: Desk) -> [String] { screen(desk)?.path.map(\.link) ?? [] }

    /// Opens a screen as soon as it hears of anything.
    private struct Eager: Screen {
        var wish: String
        var name: String { wish }
        var actions: [Action] { [.close] }
        mutating func perform(_ action: Action, _ context: inout ScreenContext) {}
        mutating func receive(_ answer: Answer, _ context: inout ScreenContext) {
            context.open(Eager(wish: "opened by \(wish)"))
            context.say("heard of it")
        }
        func view(size: Size, _ context: ViewContext) -> Frame { Frame(size: size) }
    }

    @Test func `what the uppermost screen opens on an answer is opened, what others open is not`() {
        var desk = Desk()
        desk.state.screens.push(Eager(wish: "below"))
        desk.state.screens.push(Eager(wish: "top"))
        desk.send(.answer(.done("Done.")))
        #expect(desk.state.screens.all.map(\.name).suffix(3) == ["below", "top", "opened by top"])
        #expect(desk.text.contains("heard of it"))
    }

    @Test func `3 begins with what is under the cursor, and b leads back to where one was`() {
        var desk = Desk(120, 40)
        desk.press(.character("3"))
        #expect(Self.path(desk) == ["turn:u12"])
        desk.press(.character("b"), .enter, .character("}"), .character("3"))
        #expect(Self.path(desk) == ["edit:e13"])
        desk.press(.character("b"))
        #expect(desk.state.screens.top is TurnScreen)
    }

    @Test func `one key walks an edge: five hops from an alert to the prompt behind it`() {
        var desk = Self.at(.alert, 5)
        desk.type("hhhhh")
        #expect(
            Self.path(desk) == ["alert:a5", "frame:a5.0.0", "edit:e12", "generation:g12", "turn:u12", "session:s1"])
    }

    @Test func `keys pressed before the neighbours are read are obeyed once they are`() {
        var desk = Self.at(.alert, 5)
        desk.answers = false
        desk.type("hhhhh")
        #expect(Self.path(desk).count == 2)
        desk.answerAll()
        #expect(Self.path(desk).last == "session:s1")
    }

    @Test func `not even the first page need be read`() {
        var desk = Desk(120, 40)
        desk.answers = false
        desk.type("3h")
        #expect(Self.screen(desk)?.walk == nil)
        desk.answers = true
        desk.send(.resize(desk.state.size))
        #expect(Self.path(desk).count == 2)
    }

    @Test func `siblings are gone through, and the way back is offered first`() {
        var desk = Self.at(.generation, 120)
        desk.type("hj")
        #expect(Self.path(desk) == ["generation:g12", "prompt:p12"])
        desk.type("j")
        #expect(Self.path(desk).last == "segment:c1" && desk.lastLine.contains("3 of"))
        desk.type("l")
        #expect(Self.path(desk) == ["generation:g12"])
        // To the sibling that one came from, and not to the first one.
        desk.type("h")
        #expect(Self.path(desk).last == "segment:c1")
    }

    @Test func `a cycle leads back to its node in the path and is never expanded twice`() {
        var desk = Self.at(.generation, 120)
        desk.type("llj")
        #expect(Self.path(desk).last == "frame:a5.0.0")
        desk.type("lll")
        // Through alert and prompt round to the answer again.
        #expect(Self.path(desk) == ["generation:g12"])
        desk.type("lljll")
        #expect(Self.path(desk).last == "prompt:p13")
        #expect(desk.text.contains("@"))
    }

    @Test func `what two ways lead to is marked`() {
        var desk = Self.at(.prompt, 12)
        #expect(!desk.text.contains("*2"))
        desk.type("h")
        // The answer is a part of the turn and prompted by the prompt beside it.
        desk.press(.character("b"))
        desk = Self.at(.turn, 12)
        desk.type("l")
        #expect(desk.text.contains("*2"))
    }

    @Test func `b and f go through what was walked, and b at its beginning leaves`() {
        var desk = Self.at(.alert, 5)
        desk.type("hhh")
        desk.press(.enter)
        #expect(Self.path(desk) == ["generation:g12"])
        desk.type("b")
        #expect(Self.path(desk).count == 4)
        desk.type("bbb")
        #expect(Self.path(desk) == ["alert:a5"])
        desk.type("ffff")
        #expect(Self.path(desk) == ["generation:g12"])
        desk.type("bbbbb")
        #expect(!(desk.state.screens.top is ProvenanceScreen))
    }

    @Test func `pins stay in sight and are come to by one key`() {
        var desk = Self.at(.alert, 5)
        desk.type(".hhh.")
        #expect(desk.text.contains("pinned  alert checkout-500  generation"))
        desk.type("h'")
        #expect(Self.path(desk) == ["alert:a5"])
        desk.type(".")
        #expect(Self.screen(desk)?.pins.map(\.link) == ["generation:g12"])
    }

    @Test func `each step of the path can be taken another way`() {
        var desk = Self.at(.generation, 120)
        desk.type("lh")
        desk.type("ll")
        desk.press(.tab)
        #expect(desk.lastLine.contains("go there"))
        desk.type("h")
        #expect(desk.text.contains("edit src/pay/refund_test.py"))
        desk.type("j")
        desk.press(.enter)
        #expect(Self.path(desk) == ["generation:g12", "edit:e13"])
    }

    @Test func `words are searched for among the siblings`() {
        var desk = Self.at(.generation, 120)
        desk.type("h/refunds.md")
        #expect(Self.path(desk).last == "segment:c2")
        #expect(desk.text.contains("match 1 of 1"))
        desk.press(.escape)
        #expect(Self.path(desk).last == "turn:u12")
        desk.type("/context")
        desk.press(.enter)
        desk.type("nn")
        #expect(Self.path(desk).last == "segment:c3")
        desk.type("N")
        #expect(Self.path(desk).last == "segment:c2")
    }

    @Test func `long lists are read page by page as one comes to their end`() {
        var desk = Self.at(.repository, 1)
        desk.type("l")
        #expect(desk.text.contains("has session 100+") && desk.lastLine.contains("1 of"))
        for _ in 0..<12 { desk.press(.pageDown) }
        #expect(Self.path(desk).last == "session:s130")
        #expect(Self.screen(desk)?.siblings?.count == 130)
    }

    @Test func `a later question takes the place of an earlier one, and a screen that was told so asks again`() {
        var desk = Self.at(.generation, 120)
        desk.answers = false
        desk.type("h")
        guard case .loadGraph(let request)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        desk.open = []
        desk.send(.answer(.superseded(ticket: request.ticket)))
        #expect(desk.open.contains { if case .loadGraph = $0 { true } else { false } })
        desk.answerAll()
        #expect(desk.text.contains("in 1") || desk.text.contains("has part"))
    }

    @Test func `the story, the tree and the screen of a node are one key away`() {
        var desk = Self.at(.generation, 120)
        desk.type("S")
        #expect(desk.state.screens.top is StoryScreen && desk.text.contains("Where it comes from"))
        desk.type("bT")
        #expect(desk.state.screens.top is TreeScreen && desk.text.contains("prompted by prompt"))
        // The tree has the same keys: T closes it again, S tells of the node that one is at.
        desk.type("T")
        #expect(desk.state.screens.top is ProvenanceScreen)
        desk.type("TjS")
        #expect(desk.state.screens.top is StoryScreen)
        desk.type("bk")
        #expect(desk.state.screens.top is TreeScreen)
        desk.type("jj")
        desk.press(.enter)
        #expect(Self.path(desk).count == 1)
        desk.type("bbi")
        #expect(desk.state.screens.top is TurnScreen)
        desk.type("bhjji")
        #expect(desk.state.screens.top is ContextScreen && desk.text.contains("line 7 of charge.py"))
    }

    @Test func `a link typed in the palette is a beginning, too`() {
        var desk = Desk(120, 40)
        desk.type(":provenance alert:a5")
        desk.press(.enter)
        #expect(Self.path(desk) == ["alert:a5"])
        desk.type(":provenance edit:nobody")
        desk.press(.enter)
        #expect(desk.text.contains("The store holds no 'edit:nobody'"))
    }

    @Test(arguments: ScreenTests.sizes) func `nothing in a title breaks a column`(size: [Int]) {
        var desk = Self.at(.segment, 4, size[0], size[1])
        for keys in ["", "l", "hjjjj", "T", "b/evil"] {
            desk.type(keys)
            let frame = desk.frame
            for row in 0..<frame.size.rows {
                for cell in frame.row(row) {
                    #expect(cell.base.value >= 0x20 && !(0x7F..<0xA0).contains(cell.base.value))
                    #expect(
                        !(0x202A...0x202E).contains(cell.base.value) && !(0x2066...0x2069).contains(cell.base.value))
                }
            }
            // Lines between columns stand where they stand.
            if size[0] >= 100, desk.state.screens.top is ProvenanceScreen {
                let layout = ProvenanceLayout(size: desk.state.screenSize, hasPins: false)
                for row in 2..<layout.rows {
                    #expect(frame[row + desk.state.rowsAbove, layout.middle.column - 1]?.text == "│")
                }
            }
        }
    }

    @Test(arguments: ScreenTests.sizes) func `a walk as it is shown`(size: [Int]) throws {
        var desk = Self.at(.alert, 5, size[0], size[1])
        desk.type("hhh")
        try ScreenTests().expect(desk, "provenance", size)
    }

    @Test(arguments: ScreenTests.sizes) func `where a walk begins`(size: [Int]) throws {
        var desk = Self.at(.generation, 120, size[0], size[1])
        desk.type(".")
        try ScreenTests().expect(desk, "provenance-begin", size)
    }

    @Test(arguments: ScreenTests.sizes) func `a step of the path being chosen`(size: [Int]) throws {
        var desk = Self.at(.generation, 120, size[0], size[1])
        desk.type("hjjjlh")
        desk.press(.tab)
        try ScreenTests().expect(desk, "provenance-path", size)
    }

    @Test(arguments: ScreenTests.sizes) func `the tree`(size: [Int]) throws {
        var desk = Self.at(.edit, 120, size[0], size[1])
        desk.type("Tjj")
        try ScreenTests().expect(desk, "provenance-tree", size)
    }

    @Test(arguments: [[40, 10], [80, 24]]) func `a walk in words`(size: [Int]) throws {
        var desk = Desk(size[0], size[1], isPlain: true)
        desk.state.screens.push(ProvenanceScreen(.node(.row(.alert, 5))))
        desk.send(.resize(desk.state.size))
        desk.type("hhhh")
        for sign in "▸▾●▲◆─│◀▶◂@" { #expect(!desk.text.contains(sign), "\(sign) in\n\(desk.text)") }
        try ScreenTests().expect(desk, "plain-provenance", size)
    }

    @Test(arguments: ColourScreenTests.Mode.allCases) func `a walk as it is painted`(mode: ColourScreenTests.Mode)
        throws
    {
        for size in [[80, 24], [120, 40]] {
            var desk = Self.at(.alert, 5, size[0], size[1])
            desk.type("hhhhj")
            try ScreenTests().expect(
                ColourScreenTests().text(of: desk.frame, mode), "\(mode.rawValue)-provenance-\(size[0])x\(size[1])")
        }
    }
}
