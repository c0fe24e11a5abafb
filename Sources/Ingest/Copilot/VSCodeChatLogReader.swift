package import Provenance
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a chat of VS Code with Copilot that is kept as a log of changes: what they come to, and what was taken back.
package struct VSCodeChatLogReader: WholeHistoryReader {
    private let file: HistoryFile
    private let tape = JSONTape()
    private var reading = WholeReading()

    /// How the file begins, as `JSON.stringify` writes it.
    static let beginning = Array(#"{"kind":0,"v":{""#.utf8)

    package init(state: String, file: HistoryFile) {
        self.file = file
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        let log = try replayed()
        let requests = log.requests
        guard let head = log.chat, var chat = chat(head, requests.lazy.map(\.bytes)) else {
            throw UnreadableHistory("it holds no chat with an id")
        }
        guard tell([.session(chat.conversation.session)]) else { return reading }
        let names = requests.map { name(of: $0.bytes) }
        let there = Set(zip(requests, names).compactMap { $0.isGone ? nil : $1 })
        var told: Set<String> = []
        for (number, (request, name)) in zip(requests, names).enumerated() {
            // One that was set anew in its place has grown, and is no other.
            if let name, request.isGone && there.contains(name) || !told.insert(name).inserted { continue }
            var sightings: [Sighting] = []
            let verdict = request.bytes.withUnsafeBytes { bytes -> LineVerdict in
                guard let value = try? tape.parse(bytes) else { return .broken("it is no JSON object") }
                let isOpen = request.isLast && Self.isOpen(value)
                return chat.tell(value, request.isGone ? .gone : isOpen ? .open : .whole, into: &sightings)
            }
            if case .broken(let reason) = verdict { skip(number + 1, "request \(number + 1): \(reason)") }
            guard tell(sightings) else { break }
        }
        return reading
    }

    private mutating func replayed() throws -> ChatLog {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnreadableHistory(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        let lines = LineReader(descriptor: descriptor)
        var log = ChatLog()
        while let line = try lines.next() {
            if line.isTooLong {
                skip(line.number, "it is longer than \(LineReader.limit >> 20) MB, even with its long texts cut")
                continue
            }
            if line.bytes.isEmpty { continue }
            do {
                guard try log.take(tape.parse(line.bytes)) else {
                    throw UnreadableHistory("it comes to more than \(ChatLog.limit >> 20) MB")
                }
            } catch let refusal as ChatLog.Refusal {
                skip(line.number, refusal.reason)
            } catch let error as JSONError {
                skip(line.number, line.isTerminated ? "\(error)" : "it is cut off")
            }
        }
        return log
    }

    private func chat(_ head: [UInt8], _ requests: some Sequence<[UInt8]>) -> VSCodeChat? {
        var folder = VSCodeWorkspace.folder(of: file.path)
        if folder == nil { folder = requests.lazy.compactMap { object($0) { VSCodeChat.directory(of: $0) } }.first }
        return object(head) { VSCodeChat($0, directory: folder) }
    }

    private func name(of request: [UInt8]) -> String? {
        object(request) { $0["requestId"].string }
    }

    private func object<Value>(_ bytes: [UInt8], _ use: (JSONValue) -> Value?) -> Value? {
        bytes.withUnsafeBytes { bytes in (try? tape.parse(bytes)).flatMap(use) }
    }

    /// The answer is being given, or waits for the person: its rounds are written with the result, which only one that was
    /// cancelled (2) or failed (3) may lack.
    private static func isOpen(_ request: JSONValue) -> Bool {
        let state = request["modelState"]["value"].int
        return state != nil && state != 2 && state != 3 && !request["result"].exists
    }

    private mutating func skip(_ place: Int, _ reason: String) {
        reading.skips.append(.init(place: place, reason: reason))
    }
}
