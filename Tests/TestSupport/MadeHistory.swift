import Foundation

/// Made-up histories in the shape of Claude Code's, the same for the same seed: sessions of a few turns with answers, edits
/// and sub-agents.
package struct MadeHistory {
    private var state: UInt64
    private let name: String

    package init(seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        name = "s\(seed)"
    }

    /// Writes sessions into a folder.
    ///
    /// - Returns: how many bytes there are.
    @discardableResult
    package mutating func write(sessions: Int, turns: Int, to folder: String) throws -> Int {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var bytes = 0
        for session in 0..<sessions {
            let id = "\(name)-\(session)"
            let (main, agents) = conversation(id, turns: turns)
            try Data(main.utf8).write(to: URL(filePath: "\(folder)/\(id).jsonl"))
            try Data(agents.utf8).write(to: URL(filePath: "\(folder)/agent-\(id).jsonl"))
            bytes += main.utf8.count + agents.utf8.count
        }
        return bytes
    }

    private mutating func conversation(_ id: String, turns: Int) -> (main: String, agents: String) {
        var main = ""
        var agents = ""
        var second = 0
        for turn in 0..<turns {
            second += 60
            main += line(id, "\(id)-p\(turn)", second, "user", text(words(12)))
            for step in 0..<3 {
                second += 5
                main += answer(id, "\(id)-\(turn)-\(step)", second, "")
            }
            guard turn % 3 == 0 else { continue }
            let agent = "\"isSidechain\":true,\"agentId\":\"a\(turn)\","
            agents += line(id, "\(id)-ap\(turn)", second + 1, "user", text(words(20)), agent)
            agents += answer(id, "\(id)-a\(turn)", second + 2, agent)
        }
        return (main, agents)
    }

    /// An answer that writes a file, and what the tool said to it.
    private mutating func answer(_ id: String, _ key: String, _ second: Int, _ extra: String) -> String {
        let code = (0..<8).map { _ in words(6) + "\\n" }.joined()
        let path = "/made/\(name)/src/f\(next(9)).swift"
        let message = """
            {"id":"msg_\(key)","model":"claude-opus-4-5","role":"assistant","usage":{"input_tokens":\(next(900)),\
            "output_tokens":\(next(500))},"content":[{"type":"text","text":"\(words(30))"},{"type":"tool_use",\
            "id":"toolu_\(key)","name":"Write","input":{"file_path":"\(path)","content":"\(code)"}}]}
            """
        let result = """
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_\(key)","content":"\(words(9))"}]}
            """
        return line(id, "\(key)-l", second, "assistant", message, extra)
            + line(id, "\(key)-r", second + 1, "user", result, extra)
    }

    private func text(_ words: String) -> String { #"{"role":"user","content":"\#(words)"}"# }

    private func line(
        _ id: String, _ uuid: String, _ second: Int, _ type: String, _ message: String, _ extra: String = ""
    ) -> String {
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return """
            {"type":"\(type)","uuid":"\(uuid)","sessionId":"\(id)",\(extra)"cwd":"/made/\(name)","version":"2.1",\
            "gitBranch":"main","timestamp":"2026-11-01T\(clock.joined(separator: ":")).000Z","message":\(message)}

            """
    }

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in Self.syllables[next(16)] + Self.syllables[next(16)] + Self.syllables[next(16)] }
            .joined(separator: " ")
    }

    private static let syllables = [
        "ba", "co", "di", "fu", "ge", "ha", "jo", "ki", "lu", "me", "na", "po", "ri", "su", "te", "vo",
    ]

    private mutating func next(_ bound: UInt64) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % bound)
    }
}

extension MadeHistory {
    fileprivate mutating func next(_ bound: Int) -> Int { next(UInt64(bound)) }
}
