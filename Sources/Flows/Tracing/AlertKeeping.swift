import Git
package import Provenance
package import Redaction
package import Store
import Text
package import Trace

/// Keeps a failure that was traced as an alert, with its frames and who wrote their lines.
package struct AlertKeeping {
    private let store: Store
    private let redactor: Redactor
    private static let mostFrames = 500

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
        let uid = Self.uid(of: failure)
        let story = TraceStory(answer, now: now)
        var alert = Alert(
            uid: uid, title: clean(failure.title ?? story.headline), at: failure.time?.milliseconds ?? now)
        alert.text = Body(clean(text ?? story.markdown))
        alert.service = failure.service
        alert.revision = answer.revision?.commit.hash
        alert.severity = failure.severity.flatMap(Severity.init(rawValue:))
        _ = try store.keep(
            alert, frames: frames(of: answer, now: now), repository: answer.repository)
        return uid.text
    }

    /// The alert that a failure is kept as.
    package static func uid(of failure: Failure) -> UID { UID(of: .alert, makerID: "trace " + failure.fingerprint) }

    /// Keeps what the frames of an alert of the store came to, where that is news.
    package func keep(_ answer: TraceAnswer, of known: AlertDetail, now: Int64) throws {
        let frames = frames(of: answer, now: now)
        guard frames.map(Self.content) != known.frames.map(Self.content) else { return }
        try store.keep(frames, ofAlert: known.alert.id, repository: answer.repository)
    }

    /// A frame without what says when it was answered, and what is found by it.
    private static func content(_ frame: AlertFrame) -> AlertFrame {
        var frame = frame
        frame.resolution?.horizon = 0
        frame.resolution?.at = 0
        frame.resolution?.turn = nil
        frame.resolution?.model = nil
        frame.resolution?.asked = nil
        return frame
    }

    private func frames(of answer: TraceAnswer, now: Int64) -> [AlertFrame] {
        answer.frames.prefix(Self.mostFrames).map { frame($0, of: answer, now: now) }
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
