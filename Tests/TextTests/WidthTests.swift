import Testing
import Text

struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｆｕｌｌ", 8), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("1\u{20E3}", 1),
        ("🇩🇪", 2), ("🇩", 1), ("🇩🇪🇫🇷", 4), ("🇩🇪🇫", 3), ("नि", 2), ("ｶﾞ", 2), ("\u{301}", 0), ("a\u{200B}b", 2), ("…", 1),
        ("─", 1),
        ("❤\u{FE0F}\u{200D}🔥x", 3), ("\u{5D0}\u{5B0}", 1), ("©", 1), ("©\u{FE0F}", 2), ("\u{378}", 1),
        ("\u{10FFFF}", 1),
    ])
    func `text has the columns it takes in a terminal`(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test func `a cell holds a base and at most four marks`() {
        let zalgo = Array(("a" + String(repeating: "\u{301}", count: 9) + "b").clusters)
        #expect(zalgo.map(\.base) == ["a", "b"])
        #expect(zalgo.map(\.combining.count) == [4, 0])
    }

    @Test func `joined emoji, skin tones and keycaps keep only their base`() {
        let clusters = Array("👩🏽‍🚀1\u{FE0F}\u{20E3}❤\u{FE0F}.".clusters)
        #expect(clusters.map(\.base) == ["👩", "1", "❤", "."])
        #expect(clusters.map(\.combining) == [[], [], [], []])
        #expect(clusters.map(\.columns) == [2, 2, 2, 1])
        #expect(Array("🇩🇪".clusters) == [Cluster(base: "🇩", combining: ["🇪"], columns: 2)])
    }

    @Test(arguments: [
        ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -3, ""),
        ("", 0, ""),
        ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("a👩‍👩‍👧b", 4, "a👩‍👩‍👧b"), ("a👩‍👩‍👧bc", 4, "a👩‍👩‍👧…"), ("a👩‍👩‍👧bc", 3, "a…"),
    ])
    func `text is cut between cells`(text: String, columns: Int, cut: String) {
        #expect(text.truncated(to: columns) == cut)
    }

    @Test func `text is cut without an ellipsis where that does not fit`() {
        #expect("hello".truncated(to: 2, ellipsis: "...") == "he")
    }

    @Test func `text is padded to a width on either side`() {
        #expect("日本".padded(to: 6) == "日本  ")
        #expect("7".padded(to: 3, alignment: .trailing) == "  7")
        #expect("long".padded(to: 2) == "long")
    }
}
