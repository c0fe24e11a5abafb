import Git
import Provenance
package import Store
import Text
package import Trace

/// Traces alerts of the store, and texts that tell of failures, for somebody who looks at one after the other; what it
/// finds is kept.
package struct AlertTracing {
    /// A failure with its answer, and the alert that it is kept as.
    package struct Traced: Sendable {
        package var answer: TraceAnswer
        /// `nil` where it could not be kept, and for what is no alert: the line of a compiler or linter.
        package var alert: AlertDetail?
    }

    private let store: Store
    private let here: Checkout?
    private let keeping: AlertKeeping

    /// A text that is longer is kept as the story that was told of it.
    private static let mostText = 64 << 10

    /// - Parameter here: the work tree in which the user stands: it is looked at before all others.
    package init(store: Store, here: String? = nil) {
        self.store = store
        self.here = here.flatMap { Checkout.discover(from: $0) }
        keeping = AlertKeeping(store: store)
    }

    /// Traces an alert of the store anew, from its text or from the frames that are kept; `nil` where it is gone.
    ///
    /// - Parameter isWide: whether the reach of every suspect is wanted, not of the likeliest alone.
    package func trace(alert id: Int64, isWide: Bool = false, now: Int64) throws -> Traced? {
        guard let detail = try store.alert(id) else { return nil }
        try ShingleIndexing.catchUp(store)
        let told = Self.failure(of: detail)
        var options = Tracing.Options()
        if isWide { options.reaches = .max }
        // Said anew it tells why that commit; where it would be another by now, the one from before counts.
        var answer = try self.answer(told.failure, in: detail.repository, options)
        if let kept = told.kept, kept != answer.revision?.commit.hash {
            options.revision = kept
            do {
                answer = try self.answer(told.failure, in: detail.repository, options)
                answer.revision?.ground = .kept
            } catch let error as RevisionError {
                answer.notes.append(error.description)
            }
        }
        try keepIfPossible(&answer) { try keeping.keep($0, of: detail, now: now) }
        return Traced(answer: answer, alert: try store.alert(id) ?? detail)
    }

    /// Traces the failures that a text tells of, and keeps those that are alerts.
    ///
    /// - Parameter limit: no more than so many.
    package func trace(_ text: String, limit: Int, isWide: Bool = false, now: Int64) throws -> [Traced] {
        let failures = TraceReader.read(whole: text)
        guard !failures.isEmpty else { return [] }
        try ShingleIndexing.catchUp(store)
        var options = Tracing.Options()
        if isWide { options.reaches = .max }
        let kept = failures.count == 1 && text.utf8.count <= Self.mostText ? text : nil
        return try failures.prefix(limit).map { failure in
            var traced = Traced(answer: try answer(failure, in: nil, options))
            guard failure.kind != .diagnostic else { return traced }
            var uid: String?
            try keepIfPossible(&traced.answer) { uid = try keeping.keep($0, text: kept, now: now) }
            if let uid, case .one(_, let id, _) = try store.find(.alert, uid) { traced.alert = try store.alert(id) }
            return traced
        }
    }

    /// An answer is worth having where it cannot be kept, too.
    private func keepIfPossible(_ answer: inout TraceAnswer, _ keep: (TraceAnswer) throws -> Void) throws {
        do {
            try keep(answer)
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            answer.notes.append("This was not kept. \(error.description)")
        }
    }

    // MARK: - Repositories

    private func answer(
        _ failure: Failure, in place: RepositoryPlace?, _ options: Tracing.Options
    ) throws -> TraceAnswer {
        if let checkout = place?.directory.flatMap({ Checkout.discover(from: $0) }) {
            return try Tracing(store: store, checkouts: [checkout], options: options).answer(failure)
        }
        if let here {
            let answer = try Tracing(store: store, checkouts: [here], options: options).answer(failure)
            if answer.hasOwn { return answer }
        }
        var roots: Set<String> = []
        let checkouts = try store.repositories().compactMap(\.directory).compactMap { Checkout.discover(from: $0) }
            .filter { roots.insert($0.root).inserted }
        return try Tracing(
            store: store, checkouts: checkouts.isEmpty ? here.map { [$0] } ?? [] : checkouts, options: options
        ).answer(failure)
    }

    // MARK: - What is known of an alert

    /// The failure that an alert tells of.
    ///
    /// - Returns: with the commit at which its lines were read before, where nothing else says what was running.
    package static func failure(of detail: AlertDetail) -> (failure: Failure, kept: String?) {
        let alert = detail.alert
        let failures = detail.text.map { TraceReader.read(whole: $0) } ?? []
        let own = failures.first { AlertKeeping.uid(of: $0).text == alert.uid }
        let told =
            own ?? failures.first { isThat($0, of: detail.frames) } ?? (detail.frames.isEmpty ? failures.first : nil)
        var failure = told ?? rebuilt(detail)
        failure.time = failure.time ?? Timestamp(milliseconds: alert.at)
        failure.service = failure.service ?? alert.service
        guard own == nil else { return (failure, nil) }
        // What was kept of a stream has the story as its text, and the commit that was found then as its revision; the
        // alert of somebody else says itself what was running.
        let isStory = detail.text?.hasPrefix("## ") ?? false
        if told == nil, !detail.frames.isEmpty || isStory { return (failure, alert.revision) }
        failure.title = failure.title ?? alert.title
        failure.revision = failure.revision ?? alert.revision
        return (failure, nil)
    }

    /// Whether the frames that are kept are those of a failure.
    private static func isThat(_ failure: Failure, of frames: [AlertFrame]) -> Bool {
        let read = (failure.exceptions + failure.suppressed).flatMap(\.frames).prefix(8)
        return !read.isEmpty && read.map(\.line) == frames.prefix(8).map(\.line)
    }

    /// What is left of a failure whose text is not at hand.
    private static func rebuilt(_ detail: AlertDetail) -> Failure {
        var exceptions: [Failure.Exception] = []
        for frame in detail.frames {
            while exceptions.count <= min(frame.exception, 100) { exceptions.append(Failure.Exception()) }
            let index = min(frame.exception, exceptions.count - 1)
            exceptions[index].type = exceptions[index].type ?? frame.type
            exceptions[index].message = exceptions[index].message ?? frame.message
            var read = Frame(file: frame.file == "?" ? nil : frame.file, line: frame.line, function: frame.function)
            read.source = frame.source
            // It may have been found by what the user said of folders, which is not said again.
            read.absolutePath = frame.resolution?.path
            exceptions[index].frames.append(read)
        }
        var failure = Failure(kind: exceptions.isEmpty ? .alert : .exception, exceptions: exceptions)
        if exceptions.allSatisfy({ $0.type == nil && $0.message == nil }) { failure.title = detail.alert.title }
        return failure
    }
}
