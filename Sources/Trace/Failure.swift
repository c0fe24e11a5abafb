package import Text

/// Something that went wrong, as a log, a report or an alert tells it.
package struct Failure: Equatable, Sendable {
    package enum Kind: String, Sendable {
        /// A stack trace, a panic, a crash.
        case exception
        /// A test that failed.
        case test
        /// A line of a compiler or linter.
        case diagnostic
        /// An alarm; it may have no frame at all.
        case alert
    }

    /// One exception: frames innermost first, whatever the order in the trace.
    package struct Exception: Equatable, Sendable {
        package var type: String?
        package var message: String?
        package var frames: [Frame]

        package init(type: String? = nil, message: String? = nil, frames: [Frame] = []) {
            self.type = type
            self.message = message
            self.frames = frames
        }
    }

    /// Where a failure began in what was read.
    package struct Origin: Equatable, Sendable {
        /// Bytes from the beginning.
        package var offset: Int64
        /// From 1.
        package var line: Int
        /// Whose line it was in a log of several: a pod, a container, a job.
        package var stream: String?

        package init(offset: Int64 = 0, line: Int = 1, stream: String? = nil) {
            self.offset = offset
            self.line = line
            self.stream = stream
        }
    }

    package var kind: Kind
    /// As `Language` names it.
    package var language: String?
    /// Root cause first, what was raised last is last; never empty.
    package var exceptions: [Exception]
    /// What went wrong beside it while it was handled (Java's `Suppressed:`).
    package var suppressed: [Exception] = []
    package var origin = Origin()
    package var time: Timestamp?
    /// What was running, as far as it says: a version or image, a commit, a service, where.
    package var release: String?
    package var revision: String?
    package var service: String?
    package var environment: String?
    /// In lower case, as it was written: `error`, `warning`, `critical`.
    package var severity: String?
    package var test: String?
    /// An alarm's own words.
    package var title: String?
    package var links: [String] = []

    package init(kind: Kind = .exception, language: String? = nil, exceptions: [Exception]) {
        self.kind = kind
        self.language = language
        self.exceptions = exceptions.isEmpty ? [Exception()] : exceptions
    }

    /// The exception that began it; the root cause that has frames where the first has none.
    package var rootCause: Exception {
        exceptions.first { !$0.frames.isEmpty } ?? exceptions[0]
    }

    /// The exception raised last, which is what the log shows on top in most languages.
    package var outermost: Exception { exceptions[exceptions.count - 1] }

    /// The innermost frame that may be the program's own, of the first exception from the root cause on that has one.
    package var primary: (exception: Exception, frame: Frame)? {
        for exception in exceptions {
            if let frame = exception.frames.first(where: \.mayBeOwn) { return (exception, frame) }
        }
        return nil
    }

    /// All frames, the root cause's first.
    package var frames: [Frame] { exceptions.flatMap(\.frames) }
}
