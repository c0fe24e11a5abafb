import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks one engine, and takes down what it answers.
package struct EngineClient: Sendable {
    package let engine: Engine
    private let key: String?
    private let client: HTTPClient
    package var patience = HTTPPatience()
    var retries = RetryRule()

    package init(_ engine: Engine, key: String? = nil, allowsPublic: Bool = false) {
        self.engine = engine
        self.key = key
        client = HTTPClient(allowsPublic: allowsPublic)
    }

    package static let loadingWords = "it is loading its model"

    /// Says to a recorder on the way that who asks keeps the answer itself.
    static let recordedField = "x-colophon-recorded"

    var hasKey: Bool { key != nil }

    /// Who watches an answer grow, and may have enough of it.
    package struct Watch {
        package var isCancelled: () -> Bool = { false }
        /// What was added to the text, which may be nothing, and all so far.
        package var grew: (_ text: Substring, _ answer: EngineAnswer) -> Void = { _, _ in }
        /// What is done meanwhile, as a sentence: waiting, asking again.
        package var waits: (String) -> Void = { _ in }

        package init() {}
    }

    /// An answer, and when it came.
    package struct Outcome: Sendable {
        package var answer: EngineAnswer
        package var request: EngineRequest
        /// Unix milliseconds.
        package var startedAt: Int64
        package var endedAt: Int64
        /// Until the first text or token came; `nil` where none did.
        package var firstTokenAfter: Int64?
        /// Why it is not complete, as a sentence.
        package var shortfall: String?
        /// What was done without, as sentences.
        package var notes: [String] = []
    }

    /// - Throws: `EngineFailure` where nothing of an answer came. An answer that broke off is one.
    package func ask(_ question: EngineQuestion, _ watch: Watch = Watch()) throws(EngineFailure) -> Outcome {
        var question = question
        var notes: [String] = []
        var templated = self.templated(question)
        var isLoadingTold = false
        var attempt = 1
        let began = Self.now
        while true {
            let request = question.request(to: engine, templated: templated)
            let reading = AnswerReading(request.dialect, watch)
            let startedAt = Self.now
            let end: HTTPEnd
            do {
                end = try client.stream(
                    HTTPRequest(engine.address + request.path, body: request.body, headers: headers),
                    patience: patience, to: reading)
            } catch {
                if case .cancelled = error { throw .cancelled }
                // Only what broke before a word was said is tried again; who is not there will not be there at once.
                guard case .failed(_, let words) = error, attempt <= retries.attempts else {
                    throw .http(error)
                }
                try wait(retries.backOff(attempt, .random(in: 0..<1)), "\(words); asking again", watch)
                attempt += 1
                continue
            }
            if let status = reading.head?.status, !(200..<300 ~= status) {
                if case .cancelled = end { throw .cancelled }
                let complaint = Complaint(body: reading.refusal)
                if question.wantsLogprobs, status == 400, complaint.words.contains("logprob") {
                    question.wantsLogprobs = false
                    notes.append("It tells no probabilities of tokens: \(complaint.words)")
                    continue
                }
                let isLoading = complaint.saysLoading(status)
                if isLoading, Self.now - began < Int64(patience.firstByte) {
                    if !isLoadingTold { watch.waits(Self.loadingWords) }
                    isLoadingTold = true
                    try wait(patience.beforeNextLook, watch)
                    // The template was not to be had until now.
                    if templated == nil { templated = self.templated(question) }
                    continue
                }
                guard
                    let pause = retries.wait(
                        status: status, complaint: complaint, retryAfter: reading.head?.retryAfter, attempt: attempt,
                        random: .random(in: 0..<1))
                else { throw failure(status, complaint, reading.head, isLoading: isLoading) }
                let state = [408, 409, 429, 503, 529].contains(status) ? "is busy" : "has failed"
                try wait(pause, "it \(state) (\(status)); asking again", watch)
                attempt += 1
                continue
            }
            let answer = reading.finish(end)
            let isEmpty = answer.text.isEmpty && answer.observedTokens == 0 && answer.thinking.isEmpty
            if isEmpty, answer.end != .complete {
                let isDropped = if case .dropped = end { true } else { end == .whole && answer.end == .truncated }
                if isDropped, reading.head?.contentType?.lowercased().hasPrefix("text/html") == true {
                    throw .noEngine(host: engine.host, says: "it answers with a page for people (text/html)")
                }
                if isDropped, attempt <= retries.attempts {
                    try wait(retries.backOff(attempt, .random(in: 0..<1)), "the connection broke; asking again", watch)
                    attempt += 1
                    continue
                }
                throw failure(of: answer, end)
            }
            return Outcome(
                answer: answer, request: request, startedAt: startedAt, endedAt: Self.now,
                firstTokenAfter: reading.firstAt.map { $0 - startedAt }, shortfall: shortfall(of: answer, end),
                notes: notes)
        }
    }

    /// What would be sent.
    package func request(for question: EngineQuestion) -> EngineRequest {
        question.request(to: engine, templated: templated(question))
    }

    /// The headers without the key's own words.
    package var shownHeaders: [String] {
        headers.map { header in key.map { header.replacing($0, with: "(the key)") } ?? header }
    }

    private func templated(_ question: EngineQuestion) -> String? {
        engine.kind == .llama && engine.path == nil ? template(question) : nil
    }

    /// The headers, a key among them: it is in no address, no record and no list of processes.
    private var headers: [String] {
        var headers = ["Content-Type: application/json", "\(Self.recordedField): 1"]
        if engine.kind == .anthropic { headers.append("anthropic-version: 2023-06-01") }
        if let key { headers.append(engine.kind == .anthropic ? "x-api-key: \(key)" : "Authorization: Bearer \(key)") }
        return headers
    }

    /// The prompt as the model's template sets it; `nil` where the server will not say.
    private func template(_ question: EngineQuestion) -> String? {
        var json = JSONWriter()
        json.object { object in
            object.array("messages") { messages in
                if let system = question.system {
                    messages.object {
                        $0.set("role", "system"); $0.set("content", system)
                    }
                }
                messages.object {
                    $0.set("role", "user"); $0.set("content", question.prompt)
                }
            }
        }
        return try? fetch("/apply-template", body: json.bytes, patience: patience) { $0["prompt"].string }
    }

    /// Asks for one JSON value.
    ///
    /// - Returns: `nil` where the server answers otherwise than with that.
    func fetch<Value>(
        _ path: String, body: [UInt8]? = nil, patience: HTTPPatience, _ read: (JSONValue) -> Value?
    ) throws(HTTPFailure) -> Value? {
        let reading = BodyReading()
        let request = HTTPRequest(engine.address + path, body: body, headers: headers)
        let end = try client.stream(request, patience: patience, to: reading)
        guard end == .whole, reading.status == 200 else { return nil }
        let tape = JSONTape()
        return reading.body.withUnsafeBytes { bytes in (try? tape.parse(bytes)).flatMap(read) }
    }

    /// - Returns: the status of a question, and what is complained of where that is an error.
    func refusal(of path: String, patience: HTTPPatience) throws(HTTPFailure) -> (status: Int, complaint: Complaint) {
        let reading = BodyReading()
        _ = try client.stream(HTTPRequest(engine.address + path, headers: headers), patience: patience, to: reading)
        return (reading.status, Complaint(body: reading.body))
    }

    private func wait(_ milliseconds: Int, _ words: String, _ watch: Watch) throws(EngineFailure) {
        watch.waits(words)
        try wait(milliseconds, watch)
    }

    private func wait(_ milliseconds: Int, _ watch: Watch) throws(EngineFailure) {
        let end = Self.now + Int64(milliseconds)
        while Self.now < end {
            if watch.isCancelled() { throw .cancelled }
            usleep(UInt32(min(50, max(1, end - Self.now))) * 1000)
        }
    }

    static var now: Int64 { Timestamp.now.milliseconds }
}
