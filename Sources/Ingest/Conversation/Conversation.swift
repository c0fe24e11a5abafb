import Provenance
import Text

/// What a reader remembers of a conversation between its records: the session, how far its segments are numbered, the
/// prompt that answers work for, and calls whose results are still to come. Kept as JSON with the file's position.
struct Conversation: Equatable {
    struct Thread: Equatable {
        /// Number of the last segment.
        var last = 0
        /// Number of the first segment that the model still sees.
        var first = 1
        /// Segments were taken back that others stand around: what the model sees is no longer one range.
        var hasGap = false
        var prompt: UID?
    }

    var session: Session
    /// By the sub-agent's id, empty for the conversation itself.
    var threads: [String: Thread] = [:]
    var model: String?
    /// How many records there have been, where the format names none.
    var records = 0
    var calls = OpenCalls<PendingCall>()
    /// The answer that what follows belongs to, where the format does not name it.
    var answer: UID?

    init(agent: String, makerID: String) {
        session = Session(uid: UID(of: .session, makerID: makerID), agent: agent, makerID: makerID)
    }

    /// Numbers and tells one segment.
    @discardableResult
    mutating func addSegment(
        _ text: String, origin: Segment.Origin, makerID: String, thread: String = "", at: Int64,
        into sightings: inout [Sighting], _ complete: (inout Segment) -> Void = { _ in }
    ) -> Int {
        threads[thread, default: Thread()].last += 1
        let number = threads[thread]?.last ?? 1
        if origin == .summary {
            threads[thread]?.first = number
            threads[thread]?.hasGap = false
        }
        var segment = Segment(
            uid: UID(of: .segment, makerID: makerID), session: session.uid, thread: thread, number: number,
            origin: origin, text: Body(text), at: at)
        complete(&segment)
        sightings.append(.segment(segment))
        return number
    }

    /// Tells what somebody asked: the pieces as segments and, where words of theirs are among them, the prompt.
    ///
    /// - Parameter files: what was read into the context with it.
    mutating func ask(
        _ words: PersonWords, files: [ContextFile] = [], makerID: String, thread: String = "",
        asker: Prompt.Asker = .person, hasImage: Bool = false, at: Int64, into sightings: inout [Sighting]
    ) {
        var numbers: [Int] = []
        var pieces = words.pieces
        let isImage = hasImage && words.words.isEmpty
        if isImage { pieces.append(.init(isPerson: true, text: "[image]")) }
        for piece in pieces {
            numbers.append(
                addSegment(
                    piece.text, origin: piece.isPerson ? .user : .system, makerID: "\(makerID)/\(numbers.count)",
                    thread: thread, at: at, into: &sightings))
        }
        for file in files {
            numbers.append(
                addSegment(
                    file.text, origin: .file, makerID: "\(makerID)/\(numbers.count)", thread: thread, at: at,
                    into: &sightings
                ) { $0.path = file.path.flatMap { $0.isEmpty ? nil : $0 } })
        }
        let said = isImage ? "[image]" : words.words
        guard !said.isEmpty else { return }
        var prompt = Prompt(
            uid: UID(of: .prompt, makerID: makerID), session: session.uid, asker: asker, thread: thread,
            words: Body(said), at: at)
        if let first = numbers.first, let last = numbers.last { prompt.segments = first...last }
        prompt.branch = session.branch
        if asker == .agent { prompt.parent = threads[""]?.prompt }
        threads[thread, default: Thread()].prompt = prompt.uid
        sightings.append(.prompt(prompt))
    }

    /// An answer that begins here: it has seen what stands before it and works for the prompt that was asked last.
    func answer(makerID: String, thread: String = "", at: Int64) -> Generation {
        let seen = threads[thread] ?? Thread()
        var generation = Generation(
            uid: UID(of: .generation, makerID: makerID), session: session.uid, thread: thread, startedAt: at)
        generation.makerID = makerID
        generation.prompt = seen.prompt ?? threads[""]?.prompt
        generation.model = model
        if seen.last >= seen.first, !seen.hasGap { generation.context = seen.first...seen.last }
        return generation
    }

    /// What a tool answered; a file's text where the tool reads files.
    mutating func addResult(
        _ text: String, of call: PendingCall?, makerID: String, thread: String = "", at: Int64,
        into sightings: inout [Sighting]
    ) {
        guard !text.isEmpty else { return }
        let numbered = call?.isReading == true ? NumberedLines(text) : nil
        addSegment(
            numbered?.text ?? text, origin: call?.isReading == true ? .file : .tool, makerID: makerID, thread: thread,
            at: at, into: &sightings
        ) { segment in
            segment.tool = call?.name
            segment.source = call?.source
            segment.path = call?.path
            segment.firstLine = numbered?.first
            segment.lineCount = numbered?.count
        }
    }
}

/// A file whose text came with a prompt.
struct ContextFile: Equatable {
    var path: String?
    var text: String
}

/// What a tool was asked, until its result arrives.
struct PendingCall: Equatable {
    var name: String
    var path: String?
    /// The tool shows a file, as far as its name tells.
    var isReading: Bool
    /// Where its answer is fetched from.
    var source: String?

    init(name: String, path: String?, source: String? = nil) {
        self.source = source
        self.name = name
        self.path = path.flatMap { $0.isEmpty ? nil : $0 }
        isReading = self.path != nil && ToolName(name).isReading
    }
}
