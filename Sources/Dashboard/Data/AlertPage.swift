package import Flows
package import Provenance
package import Store
package import Text
package import Trace

/// An alert as its screen shows it: what is kept of it at once, all that can be told of it once it is traced.
package struct AlertPage: Equatable, Sendable {
    /// One frame.
    package struct Line: Equatable, Sendable {
        /// From 1, the innermost of the root cause first.
        package var number: Int
        /// `src/pay/refund.py:88`
        package var place: String
        package var function: String?
        /// As it stood where it ran.
        package var text: String?
        package var isOwn = false
        /// Who wrote it; empty where that is not known (yet).
        package var author = ""
        package var at: Int64?
        package var certainty: Certainty?
        /// What the answer rests on.
        package var evidence: String?
        /// Which of the suspects it leads to.
        package var suspect: Int?
        /// What it was raised as, where there are several exceptions.
        package var exception: String?
        /// In the repository, for the editor.
        package var path: String?
        package var line: Int?

        package init(number: Int, place: String) {
            self.number = number
            self.place = place
        }
    }

    /// An edit, or at least a session, that may have brought what failed.
    package struct Lead: Equatable, Sendable {
        package var sentence: String
        package var prompt: String?
        package var facts: [TraceStory.Fact] = []
        /// The rows' ids.
        package var turn: Int64?
        package var edit: Int64?
        package var session: String?
        package var title = ""
        /// Whether it is told what else the prompt wrote.
        package var isWide = false

        package init(sentence: String) { self.sentence = sentence }
    }

    /// The row's id and the uid; `nil` for what is not kept.
    package var id: Int64?
    package var uid: String?
    package var title: String
    /// What went wrong, where it is known beside the title.
    package var headline: String
    package var at: Int64?
    package var severity: String?
    package var service: String?
    /// What was running, as the alert says.
    package var release: String?
    /// At which commit the lines are read, and why there.
    package var revision: String?
    /// The frames that tell something: those of the repository, where there are any.
    package var lines: [Line] = []
    package var hidden = 0
    package var leads: [Lead] = []
    /// What is said where nothing is suspected.
    package var verdict: [String] = []
    package var notes: [String] = []
    /// As Markdown, for an incident.
    package var story: String?
    /// What came with the alert.
    package var text: String?
    /// The checkout of its repository.
    package var root: String?
    /// All is told that can be told.
    package var isTraced = false

    package init(title: String, headline: String = "") {
        self.title = title
        self.headline = headline
    }

    /// Which frames are shown: those of the repository, else the innermost few.
    private static func shown(_ isOwn: [Bool]) -> [Int] {
        let hasOwn = isOwn.contains(true)
        return isOwn.indices.filter { isOwn[$0] || isOwn.count <= 3 || !hasOwn && $0 < 3 }
    }

    private static let mostText = 16 << 10
}

// MARK: - What is kept

extension AlertPage {
    package init(_ detail: AlertDetail) {
        let first = detail.frames.first
        self.init(
            title: detail.alert.title,
            headline: [first?.type, first?.message].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": "))
        take(detail)
        // Of a trace that was kept it is no more than the commit at which its lines were read.
        let wasRead = detail.frames.contains { $0.resolution?.revision == detail.alert.revision }
        release = wasRead ? nil : detail.alert.revision
        for index in Self.shown(detail.frames.map(\.isOwn)) {
            let frame = detail.frames[index]
            let resolution = frame.resolution
            let (path, number) = (resolution?.path, resolution?.line ?? frame.line)
            var line = Line(
                number: index + 1, place: (path ?? frame.file) + (number.map { ":\($0)" } ?? ""))
            line.function = frame.function
            line.text = frame.source
            line.isOwn = frame.isOwn
            line.author = resolution?.model ?? resolution?.commit.map { "commit \($0.prefix(8))" } ?? ""
            line.certainty = resolution?.certainty
            line.evidence = resolution.map(\.evidence).flatMap { $0.isEmpty ? nil : $0 }
            (line.path, line.line) = (path, resolution?.line)
            if let resolution, resolution.edit != nil || resolution.session != nil {
                line.suspect = lead(of: resolution)
            }
            lines.append(line)
        }
        hidden = detail.frames.count - lines.count
    }

    private mutating func take(_ detail: AlertDetail) {
        let alert = detail.alert
        (id, uid, title, at) = (alert.id, alert.uid, alert.title, alert.at)
        (severity, service) = (alert.severity, alert.service)
        text = detail.text.map { $0.utf8.count > Self.mostText ? String($0.prefix(Self.mostText / 4)) : $0 }
        root = detail.repository?.directory
    }

    private mutating func lead(of resolution: FrameResolution) -> Int {
        let known = leads.firstIndex { lead in
            lead.turn == resolution.turn && lead.session == resolution.session
        }
        if let known { return known }
        let who = resolution.model.map { "by \($0)" } ?? "by a model that is not recorded"
        var lead = Lead(
            sentence: resolution.edit == nil
                ? "No edit is known; the commit points to a session."
                : "The line was generated \(who)" + (resolution.asked == nil ? "." : ", in answer to:"))
        lead.prompt = resolution.asked
        lead.facts = [TraceStory.Fact("Evidence", " (\(resolution.certainty.rawValue)): \(resolution.evidence)")]
        (lead.turn, lead.edit, lead.session) = (resolution.turn, resolution.edit, resolution.session)
        lead.title = resolution.asked ?? ""
        leads.append(lead)
        return leads.count - 1
    }
}

// MARK: - What was traced

extension AlertPage {
    /// - Parameter clock: for the moments that sentences name; the story for others keeps to UTC.
    package init(_ traced: AlertTracing.Traced, now: Int64, clock: TimeZoneClock = .local) {
        let answer = traced.answer
        let told = TraceStory(answer, now: now, clock: clock)
        self.init(answer.failure, headline: told.headline)
        if let detail = traced.alert { take(detail) }
        isTraced = true
        root = answer.root ?? root
        revision = told.revisionSentence
        story = TraceStory(answer, now: now).markdown
        verdict = told.verdict
        notes = answer.notes
        leads = answer.suspects.map { Self.lead($0, of: answer, told) }
        let several = answer.failure.exceptions.count + answer.failure.suppressed.count > 1
        let exceptions = answer.failure.exceptions + answer.failure.suppressed
        lines = Self.shown(answer.frames.map(\.isOwn)).map { index in
            let frame = answer.frames[index]
            let number = frame.line ?? frame.frame.line
            var line = Line(
                number: index + 1,
                place: (frame.path ?? frame.frame.file ?? frame.frame.module ?? "?") + (number.map { ":\($0)" } ?? ""))
            line.function = frame.frame.function
            line.text = frame.text ?? frame.frame.source
            line.isOwn = frame.isOwn
            line.certainty = frame.answer?.certainty
            line.evidence = frame.answer.map { TraceStory.evidence($0, in: frame) }
            let writer = frame.writer
            line.author = writer?.name ?? (frame.candidates.isEmpty ? "" : "one of \(frame.candidates.count) files")
            line.at = writer?.at
            line.suspect = answer.suspects.firstIndex { $0.frames.contains(index) }
            if several, exceptions.indices.contains(frame.exception) {
                line.exception = [exceptions[frame.exception].type, exceptions[frame.exception].message]
                    .compactMap(\.self).joined(separator: ": ")
            }
            (line.path, line.line) = (frame.path, number)
            return line
        }
        hidden = answer.frames.count - lines.count
    }

    /// A failure that was read and not yet traced.
    package init(reading failure: Failure) {
        self.init(failure, headline: TraceStory.headline(of: failure))
        let frames = failure.exceptions.flatMap(\.frames)
        let own = frames.map(\.mayBeOwn)
        lines = Self.shown(own).map { index in
            let frame = frames[index]
            var line = Line(
                number: index + 1,
                place: (frame.file ?? frame.module ?? "?") + (frame.line.map { ":\($0)" } ?? ""))
            line.function = frame.function
            line.text = frame.source
            return line
        }
        hidden = frames.count - lines.count
    }

    private init(_ failure: Failure, headline: String) {
        self.init(title: failure.title ?? headline, headline: headline)
        at = failure.time?.milliseconds
        severity = failure.severity
        service = failure.service
        release = failure.release ?? failure.revision
    }

    private static func lead(_ suspect: Suspect, of answer: TraceAnswer, _ told: TraceStory) -> Lead {
        var lead = Lead(sentence: told.lead(suspect))
        lead.prompt = suspect.prompt.map { String($0.prefix(4000)) }
        // The screen has a key for it.
        lead.facts = told.facts(suspect).filter { $0.name != "Look" }
        lead.turn = suspect.edit?.turn ?? suspect.frames.first.flatMap { answer.frames[$0].answer?.session?.turn }
        lead.edit = suspect.edit?.id
        lead.session = suspect.session
        lead.title = suspect.prompt.map { String($0.prefix(200).prefix { !$0.isNewline }) } ?? ""
        lead.isWide = suspect.reach != nil
        return lead
    }
}
