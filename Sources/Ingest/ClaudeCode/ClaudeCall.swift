import Provenance
import Text

/// One call of a tool that is known before the history tells it, read as that will be.
struct ClaudeCall {
    var id: String
    var tool: String
    /// JSON, as it was written.
    var input: String
    var session: String
    var directory: String?
    var at: Int64

    /// What the history will tell of a call that is over.
    struct Result {
        /// What went wrong.
        var words: String
        var hasFailed: Bool
        /// `toolUseResult`, as JSON.
        var told: String?
    }

    /// The answer that made it is named by the call.
    func sightings(_ result: Result? = nil) -> [Sighting] {
        let call =
            "{\"id\":\(Self.quoted(id)),\"content\":[{\"type\":\"tool_use\",\"id\":\(Self.quoted(id)),"
            + "\"name\":\(Self.quoted(tool)),\"input\":\(input)}]}"
        var lines = [line("assistant", call)]
        if let result {
            let message =
                "{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\(Self.quoted(id)),"
                + "\"content\":\(Self.quoted(result.words)),\"is_error\":\(result.hasFailed)}]}"
            lines.append(line("user", message, result.told.map { ",\"toolUseResult\":\($0)" } ?? ""))
        }
        let tape = JSONTape()
        var reader = ClaudeCodeReader(state: "", file: "")
        var sightings: [Sighting] = []
        for (number, text) in lines.enumerated() {
            var text = text
            text.withUTF8 { bytes in
                guard let line = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return }
                _ = reader.read(line, at: LinePlace(number: number + 1, start: 0, end: 0), into: &sightings)
            }
        }
        reader.end(into: &sightings)
        return sightings
    }

    private func line(_ type: String, _ message: String, _ more: String = "") -> String {
        let time = Self.quoted(Timestamp(milliseconds: at).iso)
        let directory = directory.map { ",\"cwd\":\(Self.quoted($0))" } ?? ""
        return "{\"type\":\"\(type)\",\"uuid\":\(Self.quoted("call/\(id)/\(type)")),\"sessionId\":"
            + "\(Self.quoted(session)),\"timestamp\":\(time)\(directory),\"message\":\(message)\(more)}"
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        text.writeJSON(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
