import Testing
import Text

@testable import Scanners

/// Whatever a report holds, it is read or refused.
struct HostileReportTests {
    private static let seeds = [
        #"""
        {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T","rules":[{"id":"A","relationships":[{"target":{"id":"89",
        "toolComponent":{"name":"CWE"}}}],"messageStrings":{"d":{"text":"{0} [x](1)"}}}]},"extensions":[{"name":"e"}]},
        "originalUriBaseIds":{"R":{"uri":"file:///a/","uriBaseId":"R"}},"artifacts":[{"location":{"uri":"a.py"}}],
        "taxonomies":[{"name":"CWE","taxa":[{"id":"1"}]}],"results":[{"ruleId":"A","ruleIndex":0,"level":"error",
        "rule":{"index":0,"toolComponent":{"index":0}},"message":{"id":"d","arguments":["y"]},"taxa":[{"index":0,
        "toolComponent":{"index":0}}],"locations":[{"physicalLocation":{"artifactLocation":{"index":0,"uriBaseId":"R"},
        "region":{"startLine":1,"startColumn":2,"endLine":3,"endColumn":4,"charOffset":1,"charLength":2,"byteOffset":1,
        "byteLength":9}}}],"suppressions":[{"kind":"external"}]}]}]}
        """#,
        #"""
        {"version":"1","results":[{"check_id":"a.b","path":"x","start":{"line":1,"col":2},"end":{"line":1,"col":3},
        "extra":{"message":"m","metadata":{"cwe":["CWE-1"]},"dataflow_trace":{"taint_source":["CliLoc",[{"path":"x"},"y"]]}}}],
        "errors":[{"path":"p"}],"paths":{"scanned":["x"]}}
        """#,
        #"""
        {"errors":[],"metrics":{"_totals":{}},"results":[{"filename":"a","test_id":"B1","line_number":1,"col_offset":0,
        "line_range":[1,2],"issue_cwe":{"id":78}}]}
        """#,
        #"""
        {"paging":{"total":1},"issues":[{"key":"k","rule":"r","component":"p:a","line":1,"flows":[{"locations":[{}]}],
        "textRange":{"startLine":1,"endLine":1,"startOffset":0,"endOffset":2}}],"components":[{"key":"p:a","path":"a"}]}
        """#,
    ]
    private static let numbers = [
        "-1", "0", "9223372036854775807", "-9223372036854775808", "1e308", "null", "[]", "{}",
    ]

    @Test(arguments: seeds.indices)
    func `Damaged reports are read or refused`(seed: Int) {
        var dice = Dice(seed: UInt64(seed) + 1)
        let bytes = Array(Self.seeds[seed].utf8)
        let text = TextPlaces("é\nb\n")
        for _ in 0..<3000 {
            var damaged = bytes
            for _ in 0...dice.next(3) {
                let place = dice.next(max(1, damaged.count))
                switch dice.next(5) {
                case 0 where !damaged.isEmpty: damaged[place] = UInt8(dice.next(256))
                case 1: damaged.removeSubrange(place..<min(damaged.count, place + dice.next(40)))
                case 2: damaged.insert(contentsOf: Array(#"{}[]":,0"#.utf8).shuffled(by: &dice), at: place)
                case 3:
                    // A number becomes another.
                    if let digit = damaged[place...].firstIndex(where: { $0 &- 0x30 < 10 }) {
                        damaged.replaceSubrange(digit...digit, with: Self.numbers[dice.next(Self.numbers.count)].utf8)
                    }
                default: damaged = Array(damaged[..<place])
                }
            }
            let reports = damaged.withUnsafeBytes { try? ScannerReader.read($0, name: "r") }
            for result in reports?.flatMap(\.results) ?? [] {
                let range = result.place?.region?.range(in: text)
                #expect(range.map { $0.lowerBound >= 0 && $0.upperBound <= 5 } ?? true)
            }
        }
    }

    @Test func `Deep, wide and endless reports do no harm`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: ScannerError.self) { try ScannerReader.read(deep, name: "r") }
        let many = String(repeating: #"{"issues":[]}"#, count: 20_000)
        #expect((try? ScannerReader.read(many, name: "r"))?.count == 1)
        let brackets = String(repeating: "[", count: 300_000)
        let links = #"{"version":"2.1.0","runs":[{"results":[{"message":{"text":"\#(brackets)"}}]}]}"#
        #expect((try? ScannerReader.read(links, name: "r"))?.first?.results.count == 1)
    }
}

private struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, bound)))
    }
}

extension [UInt8] {
    fileprivate func shuffled(by dice: inout Dice) -> [UInt8] {
        var copy = self
        for index in copy.indices { copy.swapAt(index, dice.next(copy.count)) }
        return Array(copy.prefix(dice.next(4) + 1))
    }
}
