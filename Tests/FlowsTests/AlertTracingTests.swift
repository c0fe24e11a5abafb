import Flows
import Provenance
import Store
import Testing
import Text
import Trace

/// Which failure an alert of the store is traced as.
@Suite struct AlertTracingTests {
    private static let trace = """
        Traceback (most recent call last):
          File "/srv/shop/src/web/router.py", line 212, in dispatch
            return handler(request)
          File "/srv/shop/src/pay/refund.py", line 88, in refund
            rows = db.execute(query)
        sqlite3.OperationalError: near "1": syntax error

        """

    private func alert(_ uid: String, revision: String? = nil) -> AlertRow {
        var row = AlertRow(id: 1, uid: uid, at: 1_795_351_380_000, title: "checkout-500")
        row.revision = revision
        row.service = "pay"
        return row
    }

    private var frames: [AlertFrame] {
        var first = AlertFrame(exception: 0, depth: 0, file: "/srv/shop/src/pay/refund.py", line: 88, isOwn: true)
        (first.type, first.message, first.function) = ("sqlite3.OperationalError", "near", "refund")
        first.resolution = FrameResolution(certainty: .exact)
        first.resolution?.path = "pay/refund.py"
        return [first, AlertFrame(exception: 0, depth: 1, file: "/srv/shop/src/web/router.py", line: 212, isOwn: true)]
    }

    @Test func `what a program recorded is read from its text, and what it says was running counts`() {
        for frames in [[], frames] {
            let told = AlertTracing.failure(
                of: AlertDetail(alert: alert("pager", revision: "v2.31"), text: Self.trace, frames: frames))
            #expect(told.kept == nil && told.failure.revision == "v2.31" && told.failure.title == "checkout-500")
            #expect(told.failure.frames.map(\.line) == [88, 212])
            #expect(told.failure.time?.milliseconds == 1_795_351_380_000 && told.failure.service == "pay")
        }
    }

    @Test func `a trace that was kept with its text says itself what was running`() throws {
        let failure = try #require(TraceReader.read(whole: Self.trace).first)
        let told = AlertTracing.failure(
            of: AlertDetail(
                alert: alert(AlertKeeping.uid(of: failure).text, revision: "9f31c2a"), text: Self.trace, frames: frames)
        )
        #expect(told.kept == nil && told.failure.revision == nil && told.failure.title == nil)
    }

    @Test func `of a trace that was kept as a story the frames are left, and the commit that they were read at`() {
        let told = AlertTracing.failure(
            of: AlertDetail(
                alert: alert("other", revision: "9f31c2a"), text: "## sqlite3.OperationalError: near\n\n| 1 a.py:3 |\n",
                frames: frames))
        #expect(told.kept == "9f31c2a" && told.failure.revision == nil)
        #expect(told.failure.frames.map(\.line) == [88, 212])
        #expect(told.failure.frames[0].paths.contains("pay/refund.py"))
        #expect(told.failure.rootCause.type == "sqlite3.OperationalError")
    }

    @Test func `an alarm without any place is an alarm`() {
        let told = AlertTracing.failure(of: AlertDetail(alert: alert("pager"), text: "p99 above 2 s"))
        #expect(told.failure.kind == .alert && told.failure.frames.isEmpty && told.failure.title == "checkout-500")
        var damaged = AlertFrame(exception: .max, depth: 0, file: "?")
        damaged.line = 3
        let odd = AlertTracing.failure(of: AlertDetail(alert: alert("pager"), frames: [damaged]))
        #expect(odd.failure.frames.count == 1)
    }
}
