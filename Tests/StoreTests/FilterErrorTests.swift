import Testing

@testable import Store

@Suite struct `Filter: errors point at the bad word and say what to write` {
    private func error(_ text: String) -> FilterError? {
        do {
            _ = try FilterStore.filter(text)
            return nil
        } catch {
            return error
        }
    }

    /// The part of the text that an error is about.
    private func place(_ text: String) -> String? {
        error(text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    }

    @Test func `an unknown field names the nearest one`() {
        #expect(place("age:<2d modle:opus") == "modle")
        #expect(error("modle:opus")?.suggestion == "model")
        #expect(error("severity:high")?.suggestion == "sev")
        #expect(error("repository:x")?.suggestion == "repo")
        #expect(error("Modell:x")?.message == "There is no field 'Modell': did you mean 'model'?")
    }

    @Test func `a text with a colon is to be quoted`() {
        #expect(place("std::move x") == "std::move")
        #expect(error("std::move")?.suggestion == "\"std::move\"")
        #expect(error("http://x.org/a")?.suggestion == "\"http://x.org/a\"")
        #expect(error("rule::x")?.suggestion == nil)
        #expect(error("zebra:crossing")?.suggestion == "\"zebra:crossing\"")
    }

    @Test func `a field that nothing fills yet says so`() {
        for field in ["alive", "certainty", "conf", "cost"] {
            let error = error("\(field):1")
            #expect(error?.message.hasPrefix("Nothing records '\(field)' yet") == true)
            #expect(error?.range == 0..<field.utf8.count)
        }
    }

    @Test func `wrong values`() {
        #expect(place("risk:>=hihg") == ">=hihg")
        #expect(error("risk:hihg")?.suggestion == "high")
        #expect(place("x status:aplied") == "aplied")
        #expect(error("status:aplied")?.suggestion == "applied")
        #expect(place("tokens:5,many") == "many")
        #expect(place("age:2x") == "2x")
        #expect(error("age:2")?.suggestion == "2d")
        #expect(error("at:yesterdy")?.suggestion == "yesterday")
        #expect(place("tokens:10..5") == "10..5")
        #expect(place("tokens:..") == "..")
        #expect(place("model:>opus") == ">opus")
        #expect(place("model:~ x") == "~")
        #expect(place("model:/op.*s/") == "/op.*s/")
        #expect(error("file:/home/me/src/") == nil)
        #expect(place("file:/a.*b/") == "/a.*b/")
    }

    @Test func `missing pieces`() {
        #expect(place("a model: b") == "model:")
        #expect(place("model:a,,b") == ",")
        #expect(error("a or")?.range == 4..<4)
        #expect(place("or a") == "or")
        #expect(place("a and or b") == "or")
        #expect(place("(a or b") == "(")
        #expect(place("a) b") == ")")
        #expect(place("a ()") == ")")
        #expect(place("a -") == "-")
        #expect(place("a --force") == "--force")
        #expect(error("--force")?.suggestion == "\"--force\"")
        #expect(place("a \"b c") == "\"b c")
        #expect(place("a !!! b") == "!!!")
        #expect(place("\"\"") == "\"\"")
        #expect(place("prompt:...") == "...")
    }

    @Test func `too much of it`() {
        #expect(
            error(String(repeating: "(", count: 5000))?.message == "The filter is nested too deeply: make it simpler.")
        #expect(error(String(repeating: "not ", count: 2000) + "a") != nil)
        #expect(error(String(repeating: "a ", count: 201)) != nil)
        #expect(error(String(repeating: "a ", count: 200)) == nil)
        #expect(error("model:" + String(repeating: "a,", count: 300) + "b") != nil)
        #expect(error(String(repeating: "a", count: 10_001))?.range == 10_000..<10_001)
    }

    @Test func `marks stand under the bad word`() {
        let text = "\"日本\" modle:x"
        #expect(
            error(text)?.pointing(in: text) == """
                "日本" modle:x
                     ^^^^^
                """)
        #expect(error("a or")?.pointing(in: "a or") == "a or\n    ^")
        #expect(error("a\tmodle:x")?.pointing(in: "a\tmodle:x") == "a modle:x\n  ^^^^^")
        // An error of another text still draws.
        #expect(error("age:<2d modle:x")?.pointing(in: "é") == "é\n ^")
    }
}
