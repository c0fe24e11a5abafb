import Testing
import Text

struct JSONWriterTests {
    private func text(_ body: (inout JSONWriter) throws -> Void) rethrows -> String {
        var json = JSONWriter()
        try body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `objects and arrays nest and close`() {
        let json = text {
            $0.object { object in
                object.set("model", "opus")
                object.set("tokens", 12)
                object.set("share", 0.5)
                object.set("cost", Double?.none)
                object.array("edits") { edits in
                    edits.add("a")
                    edits.object { $0.set("ok", true) }
                    edits.array { _ in }
                }
                object.object("empty") { _ in }
            }
        }
        #expect(
            json == #"{"model":"opus","tokens":12,"share":0.5,"cost":null,"edits":["a",{"ok":true},[]],"empty":{}}"#)
    }

    @Test func `each value at the top is a line`() {
        let lines = text {
            $0.value(1)
            $0.array { $0.add(2) }
            $0.object { _ in }
        }
        #expect(lines == "1\n[2]\n{}")
    }

    @Test func `what is thrown in the middle still leaves valid JSON`() throws {
        struct Stop: Error {}
        var json = JSONWriter()
        try? json.object { object in
            object.set("a", 1)
            try object.array("b") { array in
                array.add(2)
                throw Stop()
            }
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"b":[2]}"#)
    }

    @Test func `strings are escaped so that they are safe to print, and read back the same`() throws {
        let text = "q\" b\\ \n\r\t\0\u{1B}[31m\u{7F}\u{85}\u{2028}\u{2029}\u{202E}\u{E0041} é 日本 😀"
        let json = self.text { $0.value(text) }
        #expect(
            json
                == #""q\" b\\ \n\r\t\u0000\u001b[31m\u007f\u0085\u2028\u2029\u202e\udb40\udc41 é 日本 😀""#)
        #expect(try withJSON(json) { $0.string } == text)
    }

    @Test func `numbers that JSON cannot say are null`() {
        #expect(
            text {
                $0.array {
                    $0.add(Double.nan); $0.add(-Double.infinity); $0.add(1e300)
                }
            } == "[null,null,1e+300]")
        #expect(
            text {
                $0.array {
                    $0.add(Int64.min); $0.add(UInt64.max)
                }
            } == "[-9223372036854775808,18446744073709551615]")
    }
}
