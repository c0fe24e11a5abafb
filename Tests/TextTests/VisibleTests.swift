import Testing
import Text

struct VisibleTests {
    @Test(arguments: [
        ("plain é 日本 😀 …", "plain é 日本 😀 …"), ("\u{1B}[31mred", "␛[31mred"), ("a\0b\u{7F}", "a␀b␡"),
        ("x\u{9B}31m", "x<U+009B>31m"), ("abc\u{202E}def\u{2066}", "abc<U+202E>def<U+2066>"),
        ("\u{FEFF}a", "<U+FEFF>a"),
        ("a\u{200B}b\u{200E}\u{61C}", "a<U+200B>b<U+200E><U+061C>"), ("t\u{E0041}", "t<U+E0041>"),
        ("a\tb\r\nc", "a␉b␍␊c"),
        ("a\u{3164}=1", "a<U+3164>=1"), ("pass\u{200D}word", "pass<U+200D>word"), ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("日\u{200D}\u{200D}", "日\u{200D}<U+200D>"),
    ])
    func `controls and what cannot be seen are shown`(text: String, shown: String) {
        #expect(Visible.text(text).utf8.elementsEqual(shown.utf8))
        #expect(Visible.text(shown).utf8.elementsEqual(shown.utf8))
        #expect(Visible.isNeeded(for: text) == !text.utf8.elementsEqual(shown.utf8))
    }

    @Test func `newlines and tabs stay where that is asked for`() {
        #expect(Visible.text("a\tb\nc\u{1B}", keeping: [.newline, .tab]) == "a\tb\nc␛")
        #expect(Visible.text("a\tb\nc", keeping: .newline) == "a␉b\nc")
        #expect(Visible.text("a\r\nb", keeping: .newline) == "a␍\nb")
    }
}
