import Text

/// Reads an answer from the bytes of a response as they come: the same answer, wherever they are cut.
package struct AnswerDecoder {
    private let dialect: Dialect
    private let framing: Framing
    private var events = EventReader()
    private var lines = LineSplitter()
    private var body: [UInt8] = []
    private var builder = AnswerBuilder()
    private let tape = JSONTape()

    /// Of one record or of a body that is one; engines' own clients allow lines of 8 MB.
    private static let recordLimit = 64 << 20
    /// Of an answer's text, with the arguments of its calls.
    private let textLimit: Int

    /// - Parameters:
    ///   - choice: which of several answers that come at once is read.
    ///   - textLimit: bytes of text beyond which an answer is given up.
    package init(_ dialect: Dialect, framing: Framing, choice: Int = 0, textLimit: Int = 16 << 20) {
        self.textLimit = textLimit
        self.dialect = dialect
        self.framing = framing
        builder.choice = Int64(choice)
    }

    /// What has been understood so far.
    package var answer: EngineAnswer { builder.answer }
    /// The engine ended its answer, or nothing that comes now can be understood.
    package var isOver: Bool { builder.isOver }

    package mutating func take(_ bytes: UnsafeRawBufferPointer) {
        if builder.isOver { return }
        let waiting: Int
        switch framing {
        case .events:
            for record in events.take(bytes) { read(record) }
            waiting = events.waiting
        case .lines:
            for record in lines.take(bytes) { read(record) }
            waiting = lines.waiting
        case .whole:
            body.append(contentsOf: bytes)
            waiting = body.count
        case .raw:
            body.append(contentsOf: bytes)
            builder.addRaw(&body)
            waiting = body.count
        }
        if waiting > Self.recordLimit { builder.fail("it sends a record of more than \(Self.recordLimit >> 20) MB") }
        if builder.answer.text.utf8.count + builder.callBytes > textLimit {
            builder.fail("its answer is longer than \(textLimit >> 20) MB")
        }
    }

    package mutating func take(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { take($0) }
    }

    /// - Parameter isWhole: whether the transfer came to its own end, so that nothing of the body is missing.
    package mutating func finish(isWhole: Bool) -> EngineAnswer {
        guard !builder.isOver else { return builder.finished() }
        switch framing {
        case .events: break
        case .lines:
            // The last line needs no end; one that was cut is no record.
            if isWhole, let record = lines.finish() { _ = readIfWhole(record) }
        case .whole:
            guard !body.isEmpty, isWhole else { break }
            if !read(wholeBody: body) {
                // Lines that were called something else.
                for record in body.withUnsafeBytes({ lines.take($0) }) { read(record) }
                if let record = lines.finish() { read(record) }
            }
        case .raw:
            if isWhole { builder.endRaw(body) }
        }
        return builder.finished()
    }

    private mutating func readIfWhole(_ record: [UInt8]) -> Bool {
        record.withUnsafeBytes { bytes in
            guard let value = try? tape.parse(bytes) else { return false }
            read(value)
            return true
        }
    }

    private mutating func read(wholeBody bytes: [UInt8]) -> Bool {
        builder.isWhole = true
        defer { builder.isWhole = false }
        return readIfWhole(bytes)
    }

    private mutating func read(_ record: [UInt8]) {
        if builder.isOver { return }
        if dialect == .chat, record.elementsEqual("[DONE]".utf8) { return builder.end() }
        record.withUnsafeBytes { bytes in
            do {
                read(try tape.parse(bytes))
            } catch {
                let shown = Visible.text(String(decoding: bytes.prefix(60), as: UTF8.self))
                builder.fail("it sends what is no JSON: '\(shown)'")
            }
        }
    }

    private mutating func read(_ value: JSONValue) {
        if let complaint = Complaint(value) { return builder.fail(saying: complaint.words) }
        switch dialect {
        case .ollama: builder.readOllama(value)
        case .llama: builder.readLlama(value)
        case .chat: builder.readChat(value)
        case .responses: builder.readResponses(value)
        case .messages: builder.readMessages(value)
        case .plain: break
        }
    }
}
