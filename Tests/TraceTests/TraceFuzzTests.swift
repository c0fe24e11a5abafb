import Foundation
import Testing

@testable import Trace

/// The reader, handed what no program prints: nothing may crash it, and however it is cut it tells the same.
///
/// `make soak SUITE=TraceFuzzTests` hands over many more; a run is repeated by its number: `COLOPHON_FUZZ=trace:17`.
struct TraceFuzzTests {
    private static let isLong = ProcessInfo.processInfo.environment["COLOPHON_SOAK"] != nil
    private static let wanted = ProcessInfo.processInfo.environment["COLOPHON_FUZZ"]

    private static let episodes: Range<Int> = {
        let parts = (wanted ?? "").split(separator: ":")
        guard parts.first == "trace", parts.count == 2, let number = Int(parts[1]) else {
            return 0..<(isLong ? 200_000 : 600)
        }
        return number..<number + 1
    }()

    @Test func `Damaged traces are read whatever they are`() {
        let inputs = Fixture.all.map { Array($0.text.utf8) }
        for number in Self.episodes {
            var dice = Dice(seed: UInt64(number))
            let bytes = damaged(inputs, &dice)
            let whole = bytes.withUnsafeBytes { TraceReader.read(whole: $0) }
            for failure in whole { check(failure, number) }
            var reader = TraceReader()
            var failures: [Failure] = []
            var place = 0
            while place < bytes.count {
                let end = min(place + 1 + dice.roll(300), bytes.count)
                failures += reader.read(bytes[place..<end])
                place = end
            }
            failures += reader.finish()
            #expect(failures == whole, "again with COLOPHON_FUZZ=trace:\(number)")
        }
    }

    @Test(arguments: [
        "(", "[", "{", "{\"a\":[", "<a>", "<testsuite>", "at ", ":1", "a(1,", "File \"a", "| ", " > eval:", "\\n", "\\",
        "goroutine 1 [running]:\n", "Caused by: a.B: c\n", "---> ", "---> A: b\n", "Error: ", "a.b.", "::", "_ ",
        "at f (a:1:1)\n", "\tat a.b(C.java:1)\n", "#0 a(1): b()\n", "\u{1B}[", "\u{1B}]", "[cause]: ", "panic: \n",
        "Traceback (most recent call last):\n", "  File \"a.py\", line 1, in f\n", "x@http://a/b.js:1:1\n", "'", "\"",
        "&#", "<![CDATA[", "]]", "<!--", "E \n", "> \n", "=== RUN   T\n", "--- FAIL: T (0)\n", "    a_test.go:1: b\n",
        "[pod/a/b] Error: c\n", "thread 'a' panicked at '", "in a:1 ", " in ", " at ", "::error file=a::%0A",
        "not ok 1 - a\n  ---\n",
    ])
    func `What repeats without end is read all the same`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
        for failure in bytes.withUnsafeBytes({ TraceReader.read(whole: $0) }) { check(failure, -1) }
        let lead = Array("Error: a\n    at f (a.js:1:1)\n".utf8)
        for failure in (lead + bytes).withUnsafeBytes({ TraceReader.read(whole: $0) }) { check(failure, -1) }
    }

    @Test func `A line without end, and bytes that are no text`() {
        var dice = Dice(seed: 1)
        var bytes = Array("{\"stack\":\"".utf8)
        while bytes.count < 6 << 20 { bytes.append(UInt8(0x61 + dice.roll(20))) }
        bytes += Array("\"}\nError: a\n    at f (/srv/a.js:1:1)\n".utf8)
        #expect(bytes.withUnsafeBytes { TraceReader.read(whole: $0) }.count == 1)
        let noise = (0..<300_000).map { _ in UInt8(dice.roll(256)) }
        let failures = (noise + Array("\nError: a\n    at f (/srv/a.js:1:1)\n".utf8)).withUnsafeBytes {
            TraceReader.read(whole: $0)
        }
        #expect(failures.contains { $0.primary?.frame.file == "/srv/a.js" })
    }

    @Test func `A report on one long line is read as it comes`() {
        var text = "<?xml version=\"1.0\"?><testsuites><testsuite>"
        for number in 0..<9000 {
            text +=
                "<testcase classname=\"a\" name=\"t\(number)\"><failure message=\"no &amp; no\">Error: no\n    at f (/srv/t\(number).js:3:4)\(String(repeating: " ", count: 100))</failure></testcase>"
        }
        let flat = text.replacing("\n", with: "&#10;") + "</testsuite></testsuites>\n"
        #expect(flat.utf8.count > LineCutter.limit)
        let failures = TraceReader.read(whole: flat)
        #expect(failures.count == 9000)
        #expect(failures.last?.test == "a.t8999")
    }

    /// What is kept of a failure is bounded, and what it says can be asked.
    private func check(_ failure: Failure, _ number: Int) {
        #expect(!failure.exceptions.isEmpty && failure.exceptions.count <= 2 * TraceLimit.exceptions, "\(number)")
        for exception in failure.exceptions {
            #expect(exception.frames.count <= TraceLimit.frames, "\(number)")
            #expect((exception.message?.utf8.count ?? 0) <= 4 * TraceLimit.message, "\(number)")
        }
        for frame in failure.frames {
            #expect(frame.line.map { $0 > 0 } ?? true, "\(number): \(frame)")
            _ = frame.paths
        }
        _ = failure.primary
        #expect(failure.fingerprint.count == 32)
    }

    private func damaged(_ inputs: [[UInt8]], _ dice: inout Dice) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0...dice.roll(3) {
            var part = inputs[dice.roll(inputs.count)]
            for _ in 0..<dice.roll(6) where !part.isEmpty {
                let place = dice.roll(part.count)
                let end = min(place + dice.roll(40), part.count)
                switch dice.roll(7) {
                case 0: part.remove(at: place)
                case 1: part[place] = UInt8(dice.roll(256))
                case 2: part.removeSubrange(place..<end)
                case 3: part.insert(contentsOf: part[place..<end], at: dice.roll(part.count))
                case 4: part.insert(0x0A, at: place)
                case 5:
                    let other = inputs[dice.roll(inputs.count)]
                    let from = dice.roll(other.count)
                    part.insert(contentsOf: other[from..<min(from + dice.roll(200), other.count)], at: place)
                default: part.removeSubrange(place...)
                }
            }
            bytes += part + (dice.roll(3) == 0 ? [] : [0x0A])
        }
        return bytes
    }
}
