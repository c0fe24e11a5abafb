import Testing
import Text

struct JSONTests {
    @Test func `a record is read by path`() throws {
        let text = """
             {"type":"assistant","message":{"model":"opus","usage":{"input_tokens":12,"cached":null},
              "content":[{"type":"text","text":"Hello"},{"type":"tool_use","input":{}}]},"ok":true}
            """
        try withJSON(text) { value in
            #expect(value["type"].equals("assistant"))
            #expect(!value["type"].equals("assistan"))
            #expect(value["message"]["usage"]["input_tokens"].int == 12)
            #expect(value["message"]["content"][0]["text"].string == "Hello")
            #expect(value["message"]["content"][1]["input"].kind == .object)
            #expect(value["message"]["content"].count == 2)
            #expect(value["ok"].bool == true)
            #expect(value.count == 3)
        }
    }

    @Test func `what is absent or of another kind is missing, nil or empty`() throws {
        try withJSON(#"{"a":[1],"n":null,"s":"x"}"#) { value in
            #expect(value["b"]["c"][3].kind == .missing)
            #expect(value["a"]["x"].kind == .missing)
            #expect(value["a"][1].kind == .missing)
            #expect(value["a"][-1].kind == .missing)
            #expect(value["n"].kind == .null && !value["n"].exists)
            #expect(value["a"].exists && !value["b"].exists)
            #expect(value["a"].string == nil && value["s"].int == nil && value["s"].bool == nil)
            #expect(Array(value["s"].elements).isEmpty && Array(value["a"].members).isEmpty)
            #expect(value["s"].count == 0)
        }
    }

    @Test func `escapes, surrogate pairs and long strings are unescaped`() throws {
        try withJSON(#"["a\n\t\"\\\/\b\f\r\u00e9\u20AC\ud83d\ude00z"]"#) { value in
            #expect(value[0].string == "a\n\t\"\\/\u{8}\u{C}\r\u{E9}\u{20AC}\u{1F600}z")
        }
        let long = String(repeating: "0123456789\\n", count: 1_000)
        try withJSON("\"\(long)\"") { #expect($0.string?.utf8.count == 11_000) }
    }

    @Test func `lone surrogates and invalid UTF-8 read as the replacement character`() throws {
        try withJSON(#"["\ud800","\udc00x","\ud800\ud800\udc00","\ud800\n"]"#) { value in
            #expect(value.elements.map(\.string) == ["\u{FFFD}", "\u{FFFD}x", "\u{FFFD}\u{10000}", "\u{FFFD}\n"])
        }
        try withJSON([0x22, 0x61, 0xFF, 0x62, 0x22]) { #expect($0.string == "a\u{FFFD}b") }
        try withJSON([0x22, 0xC3, 0x5C, 0x6E, 0x22]) { #expect($0.string == "\u{FFFD}\n") }
    }

    @Test func `keys are found however they are escaped, and the last duplicate wins`() throws {
        try withJSON(#"{"\u0061b":1,"k":1,"k":{"x":[2]},"":3}"#) { value in
            #expect(value["ab"].int == 1)
            #expect(value["k"]["x"][0].int == 2)
            #expect(value[""].int == 3)
            #expect(value.members.map(\.key) == ["ab", "k", "k", ""])
        }
        try withJSON(#""tab\there""#) { value in
            #expect(value.equals("tab\there"))
            #expect(!value.equals("tab\ther"))
            #expect(!value.equals("tab\there!"))
        }
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("12", 12), ("-7", -7), ("1.0e3", 1000), ("120e-1", 12), ("1.50e1", 15),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("0e99999999999999999999", 0),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.5", nil), ("1e19", nil), ("1e-1", nil),
            ("123456789012345678901234567890", nil), ("922337203685477580700e-2", Int64.max), ("0.0", 0),
            ("1e99999999999999999999", nil),
        ] as [(String, Int64?)])
    func `integers are exact or nil`(text: String, expected: Int64?) throws {
        try withJSON(text) { #expect($0.int == expected) }
    }

    @Test(
        arguments: [
            ("0.1", 0.1), ("-1.25e-3", -0.00125), ("1e22", 1e22), ("1e23", 1e23),
            ("123456789012345678", 123_456_789_012_345_680),
            ("2.2250738585072014e-308", 2.2250738585072014e-308), ("1e400", nil), ("-1e400", nil), ("1e-400", 0),
            ("9007199254740993", 9007199254740992), ("3.141592653589793238462643", Double.pi),
        ] as [(String, Double?)])
    func `numbers are the nearest double, or nil beyond the largest`(text: String, expected: Double?) throws {
        try withJSON(text) { #expect($0.double == expected) }
    }

    @Test func `a value gives its own text back`() throws {
        try withJSON(#" {"a" : [ 1, {"b":"c\n"} ] , "d":"é"} "#) { value in
            #expect(value["a"].source == #"[ 1, {"b":"c\n"} ]"#)
            #expect(value["d"].source == "\"é\"")
            #expect(value["d"].sourceLength == 4)
            #expect(value.source == #"{"a" : [ 1, {"b":"c\n"} ] , "d":"é"}"#)
            #expect(value["x"].source.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("", .empty, 0), (" \n", .empty, 2), ("{", .endsEarly, 1), ("[1,", .endsEarly, 3),
            ("{\"a\"", .endsEarly, 4),
            ("\"abc", .openString, 0), ("[\"a\\", .openString, 1), ("\"\\x\"", .badEscape, 1),
            ("\"\\u12G4\"", .badEscape, 1),
            ("\"\\u12\"", .endsEarly, 1), ("01", .badNumber, 0), ("-", .badNumber, 0), ("1.", .badNumber, 0),
            ("1e+", .badNumber, 0), ("tru", .badWord, 0), ("nul!", .badWord, 0), ("{} {}", .trailing, 3),
            ("1 2", .trailing, 2),
            ("[1 2]", .commaExpected, 3), ("[1}", .commaExpected, 2), ("{\"a\":1]", .commaExpected, 6),
            ("{1:2}", .keyExpected, 1),
            ("{\"a\":1,}", .keyExpected, 7), ("[1,]", .unexpected(0x5D), 3), ("{\"a\" 1}", .colonExpected, 5),
            ("{,}", .keyExpected, 1), ("[,]", .unexpected(0x2C), 1), ("'a'", .unexpected(0x27), 0),
            ("NaN", .unexpected(0x4E), 0),
        ] as [(String, JSONError.Reason, Int)])
    func `broken JSON is an error that says where`(text: String, reason: JSONError.Reason, offset: Int) {
        #expect(jsonError(text) == JSONError(offset: offset, reason: reason))
    }

    @Test func `every beginning of a value is an error, and no beginning crashes`() throws {
        let text = Array(#"{"a":[1.5e3,true,null,"x\u00e9\n",{"b":{}}],"c":-0}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try withJSON(Array(text[..<length])) { _ in } }
        }
        try withJSON(text) { #expect($0["c"].int == 0) }
    }

    @Test func `nesting is limited and does not need the stack`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(jsonError(nested(512)) == nil)
        #expect(jsonError(nested(513)) == JSONError(offset: 513, reason: .tooDeep))
        #expect(jsonError(String(repeating: "{\"a\":", count: 100_000))?.reason == .tooDeep)
    }

    @Test func `control characters in strings and a byte order mark are tolerated`() throws {
        try withJSON([0xEF, 0xBB, 0xBF, 0x22, 0x00, 0x0A, 0x22]) { #expect($0.string == "\0\n") }
    }

    @Test func `a value of an earlier parse is missing, not wrong`() throws {
        let tape = JSONTape()
        try Array(#"{"a":"first"}"#.utf8).withUnsafeBytes { first in
            let old = try tape.parse(first)
            let inner = old["a"]
            try Array("[1]".utf8).withUnsafeBytes { second in
                _ = try tape.parse(second)
                #expect(inner.kind == .missing && inner.string == nil && old["a"].kind == .missing)
            }
        }
    }

    @Test func `errors are sentences with the place`() {
        #expect(
            jsonError("[1 2]")?.description == "The JSON needs a comma or a closing bracket at byte 3.")
        #expect(jsonError("[x]")?.description == "A JSON value cannot begin with \"x\", as at byte 1.")
    }
}
