package import Provenance
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads aider's chat history, a Markdown file for people: `# aider chat started at …`, what was asked behind `####`, what
/// aider said behind `>`, and the rest is the model's.
///
/// Nothing in it has an id: a session is named by its start and first question, and what follows by its place in it. The
/// only time is the session's start, on this machine's clock.
package struct AiderReader: WholeHistoryReader {
    package static let agent = "aider"

    private let file: HistoryFile

    package init(state: String, file: HistoryFile) {
        self.file = file
    }

    package mutating func read(tell: ([Sighting]) -> Bool) throws -> WholeReading {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(code: errno, offset: 0) }
        defer { close(descriptor) }
        var reading = WholeReading()
        let lines = LineReader(descriptor: descriptor, limit: 1 << 20)
        var chat = AiderChat(directory: file.path.split(separator: "/").dropLast().map { "/" + $0 }.joined())
        while let line = try lines.next() {
            if line.isTooLong {
                reading.skips.append(.init(place: line.number, reason: "it is longer than 1 MB"))
                continue
            }
            let text = String(decoding: line.bytes, as: UTF8.self)
            if text.hasPrefix(AiderChat.start) {
                guard tell(chat.finish()) else { return reading }
                guard let at = AiderChat.moment(text.dropFirst(AiderChat.start.count)) else {
                    reading.skips.append(.init(place: line.number, reason: "the chat's start is no time"))
                    continue
                }
                chat.begin(at: at, named: text)
            } else {
                chat.take(text)
            }
        }
        _ = tell(chat.finish())
        return reading
    }
}
