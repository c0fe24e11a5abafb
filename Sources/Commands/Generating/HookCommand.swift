import ArgumentParser
import Flows
import Foundation
import Ingest
import Text

struct HookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "Takes what an agent hands to its hook, and records the edit at once.",
        discussion: """
            An agent runs it after a tool was used: colophon hook claude-code, codex or gemini; 'colophon init' writes its \
            settings. It says nothing and always ends well, whatever happens: problems are in hook.log beside the store. \
            The agent's history, read later, completes the same records.
            """)

    // Whatever stands there: what an agent calls wrongly must not fail.
    @Argument(parsing: .captureForPassthrough, help: "claude-code, codex or gemini.")
    var agent: [String] = []

    func run() throws {
        let name = agent.first ?? ""
        if ["--help", "-h"].contains(name) { return print(Colophon.helpMessage(for: Self.self)) }
        // Where the store is comes from the environment alone: settings of an agent name no options.
        guard let path = try? StoreOptions.parse([]).path() else { return }
        guard let agent = HookReading.Agent(rawValue: name) else {
            return HookLog(store: path).note("'\(name)' is no agent whose hooks are known.")
        }
        if isatty(STDIN_FILENO) == 1 {
            return Console.note("An agent runs this and hands it JSON: 'colophon init' writes the agent's settings.")
        }
        let at = Timestamp.now.milliseconds
        let bytes = Self.read()
        if case .failed(let sentence) = HookRecording(store: path).record(bytes, from: agent, at: at) {
            HookLog(store: path).note("\(agent.rawValue): \(sentence)")
        }
    }

    private static func read() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= HookRecording.limit {
            let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
