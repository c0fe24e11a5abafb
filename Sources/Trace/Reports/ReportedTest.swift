/// One test of a report, and what is said of its failing.
struct ReportedTest {
    private struct Complaint {
        var type: String?
        var message: String?
        var body = ""
        var stack: String?
    }

    private let name: String?
    private let file: String?
    private let line: Int?
    private let origin: Failure.Origin
    private let depth: Int
    private var complaints: [Complaint] = []
    private var output = ""

    init(element: String, attributes: [String: String], origin: Failure.Origin, depth: Int) {
        let own = attributes["fullname"] ?? attributes["testName"] ?? attributes["name"]
        let holder = attributes["fullname"] == nil && element == "testcase" ? attributes["classname"] : nil
        if let own, let holder, !holder.isEmpty, holder != own, !own.hasPrefix(holder) {
            name = holder + (holder.contains("::") ? "::" : holder.contains(" ") ? " " : ".") + own
        } else {
            name = own ?? attributes["classname"]
        }
        file = attributes["file"] ?? attributes["filepath"]
        line = attributes["line"].flatMap { Int($0) }
        self.origin = origin
        self.depth = depth
    }

    mutating func begin(_ attributes: [String: String]) {
        guard complaints.count < 16 else { return }
        complaints.append(Complaint(type: attributes["type"], message: attributes["message"]))
    }

    mutating func end(body: String) { edit { $0.body = body } }

    mutating func message(_ text: String) { edit { $0.message = text } }

    mutating func stack(_ text: String) { edit { $0.stack = text } }

    mutating func output(_ text: String) {
        if output.utf8.count < 64 << 10 { output += text.prefix(64 << 10) }
    }

    private mutating func edit(_ change: (inout Complaint) -> Void) {
        if !complaints.isEmpty { change(&complaints[complaints.count - 1]) }
    }

    func failures() -> [Failure] {
        complaints.flatMap(failures)
    }

    private func failures(_ complaint: Complaint) -> [Failure] {
        var text = complaint.body
        if let stack = complaint.stack { text = (complaint.message ?? "") + "\n" + stack }
        var found = read(text)
        if found.isEmpty, let message = complaint.message { found = read(message) }
        if found.isEmpty { found = places(text) ?? complaint.message.flatMap(places) ?? [] }
        if found.isEmpty { found = read(output) }
        if found.isEmpty {
            var exception = Failure.Exception()
            if let file { exception.append(Frame(file: file, line: line)) }
            found = [Failure(exceptions: [exception])]
        }
        return found.map { failure in
            var failure = failure
            failure.kind = .test
            failure.test = name
            failure.origin = origin
            let last = failure.exceptions.count - 1
            if failure.exceptions[last].type == nil, let type = complaint.type, !type.isEmpty, !type.contains(" ") {
                failure.exceptions[last].type = type
            }
            if failure.exceptions[last].message == nil {
                let words = complaint.message ?? text
                failure.exceptions[last].message = words.isEmpty ? nil : String(words.prefix(TraceLimit.message))
            }
            failure.language = failure.language ?? FileName.language(of: failure.frames, else: "")
            if failure.language == "" { failure.language = nil }
            return failure
        }
    }

    private func read(_ text: String) -> [Failure] {
        guard !text.isEmpty else { return [] }
        let isPytest = text.contains(".py:") && (text.contains("\nE ") || text.contains("> ") || text.contains(" E "))
        if isPytest {
            let found = NestedText.read(text, depth: depth + 1, origin: origin, test: name, isPytest: true)
            if !found.isEmpty { return found }
        }
        return NestedText.read(text, depth: depth + 1, origin: origin, test: name)
    }

    /// PHPUnit and others print places alone, a line each, the innermost first; else what the words name.
    private func places(_ text: String) -> [Failure]? {
        var text = text
        var exception = Failure.Exception()
        var words: [Frame] = []
        text.withUTF8 { bytes in
            var rest = ByteView(UnsafeRawBufferPointer(bytes))
            while !rest.isEmpty, exception.frames.count < 64 {
                let end = rest.index(of: 0x0A) ?? rest.count
                let line = rest.upTo(end).trimmed
                rest = rest.from(end + 1)
                if let place = Location(atEnd: line), place.column == nil, Diagnostic.isPath(place.file) {
                    exception.append(place.frame())
                } else if words.count < 8 {
                    words += Mention.find(line.upTo(2048), limit: 4).frames
                }
            }
        }
        if exception.frames.isEmpty { for frame in words { exception.append(frame) } }
        return exception.frames.isEmpty ? nil : [Failure(exceptions: [exception])]
    }
}
