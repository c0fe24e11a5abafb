import Testing

@testable import Trace

struct SourceMapTests {
    /// Line 1: column 0 → cart.ts 1:1; column 9 → cart.ts 3:5 named `total`. Line 2: column 2 → app.ts 1:1.
    private static let mappings = "AAAA,SAEIA;ECFJ"

    @Test func `A place in a bundle leads to its source, its name and its text`() throws {
        let map = try map(
            """
            {"version":3,"file":"app.js","sourceRoot":"src","sources":["cart.ts","app.ts"],"names":["total"],\
            "sourcesContent":["a\\nb\\n  return 1\\n"],"mappings":"\(Self.mappings)"}
            """)
        #expect(map.original(line: 1, column: 1) == SourceMap.Place(file: "src/cart.ts", line: 1, column: 1))
        #expect(map.original(line: 1, column: 9)?.line == 1)
        #expect(
            map.original(line: 1, column: 40) == SourceMap.Place(file: "src/cart.ts", line: 3, column: 5, name: "total")
        )
        #expect(map.original(line: 2, column: 3)?.file == "src/app.ts")
        #expect(map.original(line: 2, column: 1) == nil)
        #expect(map.original(line: 3, column: 1) == nil)
        #expect(map.original(line: 0, column: 1) == nil)
        let frame = map.original(Frame(file: "http://a/app.js", line: 1, column: 12, function: "t"))
        #expect(frame?.function == "total")
        #expect(frame?.source == "  return 1")
    }

    @Test func `Sections are one map`() throws {
        let part = #"{"version":3,"sources":["a.ts"],"names":[],"mappings":"AAAA"}"#
        let other = #"{"version":3,"sources":["b.ts"],"names":[],"mappings":"AAAA;AACA"}"#
        let map = try map(
            #"{"version":3,"sections":[{"offset":{"line":0,"column":100},"map":\#(other)},{"offset":{"line":0,"column":0},"map":\#(part)}]}"#
        )
        #expect(map.original(line: 1, column: 50)?.file == "a.ts")
        #expect(map.original(line: 1, column: 150)?.file == "b.ts")
        #expect(map.original(line: 2, column: 1) == SourceMap.Place(file: "b.ts", line: 2, column: 1))
    }

    @Test func `What is no map is refused in words`() {
        for text in [
            "", "{", "[]", #"{"version":2,"mappings":""}"#, #"{"version":3}"#, #"{"version":3,"mappings":"A!"}"#,
            #"{"version":3,"mappings":"AA"}"#, #"{"version":3,"mappings":"ggggggggggggA"}"#,
        ] {
            #expect(throws: SourceMapError.self) { try map(text) }
        }
    }

    @Test func `Any mappings are read or refused`() {
        var dice = Dice(seed: 5)
        let letters = Array("ABCDEgh+/,;;,AAAAz09!".utf8)
        for _ in 0..<3000 {
            let text = String(
                decoding: (0..<dice.roll(40)).map { _ in letters[dice.roll(letters.count)] }, as: UTF8.self)
            guard let map = try? map(#"{"version":3,"sources":["a"],"names":["n"],"mappings":"\#(text)"}"#) else {
                continue
            }
            for line in 0..<5 { _ = map.original(line: line, column: dice.roll(100)) }
        }
    }

    private func map(_ text: String) throws -> SourceMap {
        try Array(text.utf8).withUnsafeBytes { try SourceMap($0) }
    }
}
