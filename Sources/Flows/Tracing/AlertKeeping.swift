import Git
import Provenance
package import Redaction
package import Store
import Text
import Trace

/// Keeps a failure that was traced as an alert, with its frames and who wrote their lines.
package struct AlertKeeping {
    private let store: Store
    private let redactor: Redactor

    package init(store: Store, redactor: Redactor = Redactor()) {
        self.store = store
        self.redactor = redactor
    }

    /// The same failure met again is the same alert: it goes by what it says and where, not by when.
    ///
    /// - Parameters:
    ///   - text: the log or payload that told of it, where it is at hand.
    ///   - now: Unix milliseconds; the alert's own time counts where it has one.
    /// - Returns: the alert's uid.
    package func keep(_ answer: TraceAnswer, text: String? = nil, now: Int64) throws -> String {
        let failure = answer.failure
        let uid = UID(of: .alert, makerID: "trace " + failure.fingerprint)
        let story = TraceStory(answer, now: now)
        var alert = Alert(
            uid: uid, title: clean(failure.title ?? story.headline), at: failure.time?.milliseconds ?? now)
        alert.text = Body(clean(text ?? story.markdown))
        alert.service = failure.service
        alert.revision = answer.revision?.commit.hash
        alert.severity = failure.severity.flatMap(Severity.init(rawValue:))
        _ = try store.keep(
            alert, frames: answer.frames.prefix(500).map { frame($0, of: answer, now: now) },
            repository: answer.repository)
        return uid.text
    }

    private func frame(_ traced: TracedFrame, of answer: TraceAnswer, now: Int64) -> AlertFrame {
        let exceptions = answer.failure.exceptions + answer.failure.suppressed
        let exception = exceptions.indices.contains(traced.exception) ? exceptions[traced.exception] : nil
        var frame = AlertFrame(
            exception: traced.exception, depth: traced.depth,
            file: clean(traced.frame.file ?? traced.frame.module ?? "?"),
            line: traced.frame.line.flatMap { $0 > 0 ? $0 : nil }, isOwn: traced.isOwn)
        frame.type = exception?.type.map(clean)
        frame.message = exception?.message.map(clean)
        frame.function = traced.frame.function.map(clean)
        frame.source = (traced.text ?? traced.frame.source).map(clean)
        guard let line = traced.answer else { return frame }
        var resolution = FrameResolution(certainty: line.certainty)
        resolution.revision = answer.revision?.commit.hash
        resolution.path = traced.path
        resolution.line = traced.line
        resolution.edit = line.content?.edit.id
        resolution.session = line.content?.edit.session ?? line.session?.session
        resolution.commit = line.history?.commit.hash
        resolution.evidence = clean(TraceStory.evidence(line, in: traced))
        resolution.at = now
        frame.resolution = resolution
        return frame
    }

    private func clean(_ text: String) -> String {
        let text = text.withoutNUL
        return redactor.redact(text)?.text ?? text
    }
}
