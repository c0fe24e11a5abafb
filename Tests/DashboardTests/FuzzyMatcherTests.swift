import Dashboard
import Testing

@Suite struct FuzzyMatcherTests {
    private func ranked(_ query: String, _ texts: [String]) -> [String] {
        let matcher = FuzzyMatcher(query)
        return texts.compactMap { text in matcher.score(text).map { (text, $0) } }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    @Test func `the text itself comes before its beginning, beginnings of words, and letters in that order`() {
        let texts = ["presortable", "half sort", "sort by", "sort", "s o r t", "suborbit", "other"]
        #expect(Array(ranked("sort", texts).prefix(2).sorted()) == ["s o r t", "sort"])
        #expect(Array(ranked("sort", texts).dropFirst(2)) == ["sort by", "half sort", "presortable", "suborbit"])
    }

    @Test func `words may be told by their beginnings, whatever the case`() {
        #expect(ranked("hpd", ["half page down", "heaped"]) == ["half page down", "heaped"])
        #expect(ranked("RefPy", ["src/refund.py", "src/traefpyx"]) == ["src/refund.py", "src/traefpyx"])
        #expect(ranked("ssrf", ["src/shop/refund.py"]) == ["src/shop/refund.py"])
        #expect(ranked("gB", ["goBack"]) == ["goBack"])
    }

    @Test func `letters that stand together come before those that are far apart, and short texts before long ones`() {
        #expect(ranked("und", ["axuxnxdx", "xundx"]).first == "xundx")
        #expect(ranked("ref", ["refund and more", "refund"]) == ["refund", "refund and more"])
    }

    @Test func `nothing fits where a letter is missing, and everything where none is typed`() {
        #expect(ranked("xyz", ["xy", ""]) == [])
        #expect(ranked(" ", ["b", "a b"]) == ["b", "a b"])
        #expect(ranked("退", ["退款", "款"]) == ["退款"])
    }

    @Test func `many equal letters take no time`() {
        let text = String(repeating: "a ", count: 400) + "b"
        #expect(FuzzyMatcher(String(repeating: "a", count: 200) + "c").score(text) == nil)
        #expect(FuzzyMatcher(String(repeating: "a", count: 200) + "b").score(text) != nil)
    }
}
