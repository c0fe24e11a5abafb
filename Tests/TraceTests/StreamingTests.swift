import Testing
import Text

@testable import Trace

struct StreamingTests {
    @Test(arguments: Fixture.all)
    func `However a stream is cut, it tells the same`(fixture: Fixture) {
        let bytes = Array(fixture.text.utf8)
        let whole = bytes.withUnsafeBytes { TraceReader.read(whole: $0) }
        var dice = Dice(seed: 3)
        for round in 0..<8 {
            #expect(read(bytes, round == 0 ? { 1 } : { 1 + dice.roll(60) }) == whole)
        }
    }

    @Test(.enabled(if: SharedTraces.folder != nil, "no samples"))
    func `So it is with the samples, one and all in one stream`() {
        var dice = Dice(seed: 4)
        var all: [UInt8] = []
        for name in SharedTraces.names {
            let bytes = SharedTraces.bytes(name)
            all += bytes + [0x0A]
            let whole = bytes.withUnsafeBytes { TraceReader.read(whole: $0) }
            #expect(read(bytes) { 1 + dice.roll(200) } == whole, "\(name)")
        }
        let whole = all.withUnsafeBytes { TraceReader.read(whole: $0) }
        #expect(whole.count > 60)
        #expect(read(all) { 1 + dice.roll(5000) } == whole)
    }

    @Test(arguments: Fixture.all.filter { $0.failures > 0 })
    func `A trace is found between a log's other lines, and says where it began`(fixture: Fixture) {
        let before =
            "2026-01-01 10:00:00 INFO started\n{\"level\":\"info\",\"msg\":\"fine\"}\n<html>no report</html>\n\n"
        let failures = TraceReader.read(whole: before + fixture.text + "\n\n2026-01-01 10:00:09 INFO stopped\n")
        let alone = TraceReader.read(whole: fixture.text.replacing("\u{FEFF}", with: ""))
        #expect(failures.map(\.exceptions) == alone.map(\.exceptions))
        #expect(failures.allSatisfy { $0.origin.line > 4 && $0.origin.offset >= Int64(before.utf8.count) })
    }

    @Test func `A failure is answered without waiting for the end`() {
        var reader = TraceReader()
        func read(_ text: String) -> [Failure] { Array(text.utf8).withUnsafeBytes { reader.read($0) } }
        #expect(read("Error: one\n    at f (/srv/a.js:1:2)\n").isEmpty)
        #expect(read("GET /\n").count == 1)
        #expect(read("Error: two\n    at f (/srv/a.js:9:2)\n").isEmpty)
        #expect(reader.quiet().count == 1)
        #expect(reader.quiet().isEmpty)
        #expect(read("src/a.ts(3,13): error TS7006: bad\n").isEmpty)
        #expect(reader.finish().count == 1)
    }

    @Test func `The same failure is answered once and counted`() throws {
        var reader = TraceReader()
        let text = Array("Error: id 17\n    at f (/srv/a.js:1:2)\n\n".utf8)
        var failures: [Failure] = []
        for _ in 0..<5 { failures += text.withUnsafeBytes { reader.read($0) } }
        failures += reader.finish()
        let failure = try #require(failures.first)
        #expect(failures.count == 1)
        #expect(reader.times(failure.fingerprint) == 5)
    }

    @Test func `Lines of many pods are told apart, and each failure says whose it is`() {
        var text = ""
        let pods = (0..<30).map { "shop-\($0)" }
        for line in ["Error: no", "    at f (/srv/POD.js:3:4)", "    at g (/srv/POD.js:5:6)", "GET /"] {
            for pod in pods { text += "[pod/\(pod)/app] " + line.replacing("POD", with: pod) + "\n" }
        }
        let failures = TraceReader.read(whole: text)
        #expect(failures.count == 30)
        for failure in failures {
            #expect(failure.frames.count == 2)
            #expect(
                failure.origin.stream.map { "/srv/" + $0.split(separator: "/")[1] + ".js" } == failure.frames[0].file)
        }
    }

    @Test func `What the payload says of what was running is kept`() throws {
        let event = try #require(Fixture.payloads.first { $0.name == "sentry event" })
        let failure = try #require(TraceReader.read(whole: event.text).first)
        #expect(failure.release == "shop@1.4.2+3f2a9c1")
        #expect(failure.revision == "3f2a9c1")
        #expect(failure.environment == "production")
        #expect(failure.rootCause.frames.map(\.isInApp) == [nil, true])
        #expect(failure.rootCause.frames.last?.source == "    return order['coupon']")
        #expect(failure.rootCause.frames.last?.before == ["def rate(order):"])
        let alert = try #require(Fixture.payloads.first { $0.name == "alertmanager" })
        let alarms = TraceReader.read(whole: alert.text)
        #expect(alarms.map(\.kind) == [.alert, .alert])
        #expect(alarms.map(\.title) == ["Errors", "Latency"])
        #expect(
            alarms[0].service == "shop" && alarms[0].release == "1.4.2"
                && alarms[0].time?.iso == "2026-01-01T10:00:00.000Z")
        #expect(alarms[1].primary == nil)
    }

    @Test func `Source lines, times and levels that a trace has are kept`() throws {
        let failures = TraceReader.read(
            whole: """
                /srv/a.js:3
                  total(null)
                  ^

                TypeError: no
                    at f (/srv/a.js:3:3)
                2026-01-01 10:00:00,123 ERROR com.acme.App - java.lang.Error: no
                \tat com.acme.A.a(A.java:1)
                """)
        #expect(failures.map { $0.frames[0].source } == ["  total(null)", nil])
        // One that no line dates was written just before the next that is dated.
        #expect(failures.map { $0.time?.iso } == ["2026-01-01T10:00:00.123Z", "2026-01-01T10:00:00.123Z"])
        let later = TraceReader.read(
            whole: "2026-01-01 09:00:00 INFO on\nError: no\n    at f (/srv/a.js:3:3)\n2026-01-01 10:00:00 INFO off\n")
        #expect(later.map { $0.time?.iso } == ["2026-01-01T09:00:00.000Z"])
        // And one in lines without the head that the line before it has.
        let journal = TraceReader.read(
            whole: "2026-01-01T09:00:00Z host shop[41]: GET /\nError: no\n    at f (/srv/a.js:3:3)\n")
        #expect(journal.map { $0.time?.iso } == ["2026-01-01T09:00:00.000Z"])
        #expect(failures.map(\.severity) == [nil, "error"])
    }

    @Test func `A trace without a time was written when the line before it was, whoever wrote that`() throws {
        let text = """
            2026-11-25T07:50:00.000Z shop.example shop[4127]: /refund key=17
            Traceback (most recent call last):
              File "/srv/shop/refund.py", line 16, in refund
                pay()
            ValueError: no
            2026-11-25T07:59:00.000Z shop.example shop[4127]: /ready

            """
        let failure = try #require(TraceReader.read(whole: text).first)
        #expect(failure.time.map { "\($0)" } == "2026-11-25T07:50:00.000Z")
    }

    @Test func `Places of files are told without the marks of bundlers`() {
        func paths(_ file: String, module: String? = nil) -> [String] { Frame(file: file, module: module).paths }
        #expect(paths("file:///srv/a.mjs") == ["/srv/a.mjs"])
        #expect(paths("webpack:///./src/a.jsx?ab12") == ["./src/a.jsx"])
        #expect(paths("webpack-internal:///(app)/./src/a.ts") == ["./src/a.ts"])
        #expect(paths("https://a.example/js/a.js?v=3") == ["/js/a.js"])
        #expect(paths("package:shop/cart.dart") == ["lib/cart.dart"])
        #expect(paths("C:\\src\\A.cs") == ["C:/src/A.cs"])
        #expect(paths("A.kt", module: "com.acme.B") == ["com/acme/A.kt", "A.kt"])
        #expect(paths("shop/Cart.swift", module: "shop") == ["shop/Cart.swift", "Cart.swift"])
        #expect(paths("https://a.example") == [])
    }

    private func read(_ bytes: [UInt8], _ length: () -> Int) -> [Failure] {
        var reader = TraceReader()
        var failures: [Failure] = []
        var place = 0
        while place < bytes.count {
            let end = min(place + length(), bytes.count)
            failures += reader.read(bytes[place..<end])
            place = end
        }
        return failures + reader.finish()
    }
}
