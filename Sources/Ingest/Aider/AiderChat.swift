import Provenance
import Text

/// One chat of aider's, line by line.
struct AiderChat {
    static let start = "# aider chat started at "

    private let directory: String
    private var startedAt: Int64?
    private var name = ""
    private var conversation: Conversation?
    private var model: String?
    private var sightings: [Sighting] = []
    private var question: [String] = []
    private var answer: [String] = []
    private var turns = 0
    private var answers = 0
    /// Edits of the last answer that aider has not yet spoken of.
    private var proposed: [Edit] = []

    init(directory: String) {
        self.directory = directory
    }

    mutating func begin(at: Int64, named line: String) {
        self = AiderChat(directory: directory)
        startedAt = at
        name = line
    }

    mutating func take(_ line: String) {
        if line.hasPrefix("#### ") || line == "####" {
            if question.isEmpty { endAnswer(tokens: TokenCounts()) }
            question.append(String(line.dropFirst(5)).trimmed.description)
            return
        }
        if !question.isEmpty { ask() }
        if line.hasPrefix("> ") { hear(line.dropFirst(2)) } else { answer.append(line) }
    }

    /// What has been read of the chat.
    mutating func finish() -> [Sighting] {
        if !question.isEmpty { ask() }
        endAnswer(tokens: TokenCounts())
        defer { self = AiderChat(directory: directory) }
        return sightings
    }

    private mutating func ask() {
        let words = question.joined(separator: "\n")
        question = []
        answers = 0
        proposed = []
        guard let startedAt, let said = Self.words(of: words) else { return }
        if conversation == nil {
            let digest = SHA256.hash("\(name)\n\(words)").hex.prefix(32)
            var begun = Conversation(agent: AiderReader.agent, makerID: String(digest))
            begun.session.startedAt = startedAt
            begun.session.directory = directory
            conversation = begun
            sightings.append(.session(begun.session))
        }
        turns += 1
        let id = "\(conversation?.session.makerID ?? "")/\(turns)"
        conversation?.ask(
            PersonWords(said, wrappers: [], prefixes: []), makerID: id, at: startedAt, into: &sightings)
    }

    /// `nil` for commands that aider answers itself.
    private static func words(of text: String) -> String? {
        guard text.hasPrefix("/") else { return text.trimmed.isEmpty ? nil : text }
        let command = text.prefix { !$0.isWhitespace }
        let rest = text.dropFirst(command.count).trimmed
        guard ["/ask", "/code", "/architect", "/context"].contains(command), !rest.isEmpty else {
            // A path is no command.
            return command.dropFirst().contains("/") ? text : nil
        }
        return String(rest)
    }

    /// What aider itself says: the model, the tokens of an answer that is over, what became of its edits.
    private mutating func hear(_ line: Substring) {
        for prefix in ["Main model: ", "Model: "] where line.hasPrefix(prefix) {
            model = line.dropFirst(prefix.count).split(separator: " ").first.map(String.init)
        }
        if line.hasPrefix("Tokens: ") {
            endAnswer(tokens: AiderTokens.counts(in: line))
        } else if line.hasPrefix("Applied edit to ") {
            endAnswer(tokens: TokenCounts())
            settle(.applied) { $0.path.hasSuffix(String(line.dropFirst(16).trimmed)) }
        } else if line.contains("SearchReplaceNoExactMatch") || line.contains("failed to match") {
            endAnswer(tokens: TokenCounts())
            settle(.failed) { _ in true }
        }
    }

    private mutating func settle(_ status: Edit.Status, where isMeant: (Edit) -> Bool) {
        for edit in proposed where isMeant(edit) {
            sightings.append(.outcome(EditOutcome(call: edit.call, status: status)))
        }
        proposed.removeAll(where: isMeant)
    }

    private mutating func endAnswer(tokens: TokenCounts) {
        let lines = answer
        answer = []
        let text = lines.joined(separator: "\n").trimmed
        guard let conversation, let startedAt, turns > 0, !text.isEmpty else { return }
        answers += 1
        let id = "\(conversation.session.makerID)/\(turns)/\(answers)"
        var generation = conversation.answer(makerID: id, at: startedAt)
        generation.makerID = nil
        generation.model = model
        generation.tokens = tokens
        let blocks = SearchReplace.blocks(in: lines)
        generation.output = Body(String(text))
        sightings.append(.generation(generation))
        proposed = blocks.enumerated().map { number, block in
            let call = UID(of: .edit, makerID: "\(id)/\(number)")
            var edit = Edit(
                uid: call, call: call, generation: generation.uid, session: generation.session,
                path: CommandEdits.join(directory, block.path), kind: block.before.isEmpty ? .create : .update,
                means: .tool, at: startedAt)
            if !block.before.isEmpty { edit.before = Body(block.before) }
            edit.after = Body(block.after)
            edit.countLines()
            return edit
        }
        sightings += proposed.map(Sighting.edit)
    }

    /// `2026-01-31 18:05:00` on this machine's clock; `nil` for what is no time.
    static func moment(_ text: Substring) -> Int64? {
        guard let asUTC = Timestamp(iso: String(text.trimmed))?.milliseconds else { return nil }
        let zone = TimeZoneClock.local
        // The clock's distance from UTC is that of the moment itself: twice, for the hours around a change of it.
        var moment = asUTC
        for _ in 0..<2 {
            let shown = zone.parts(of: Timestamp(milliseconds: moment))
            guard let read = Timestamp(iso: "\(shown.date)T\(shown.clock)Z")?.milliseconds else { return asUTC }
            moment -= read - asUTC
        }
        return moment
    }
}
