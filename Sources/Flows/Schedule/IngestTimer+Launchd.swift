extension IngestTimer {
    private static let label = "dev.colophon.ingest"

    /// An agent in `~/Library/LaunchAgents` (launchd.plist(5)).
    static func launchd(_ job: IngestJob, home: String, user: UInt32) -> IngestTimer {
        let path = "\(home)/Library/LaunchAgents/\(label).plist"
        let words = ([job.program] + job.arguments).map { "        <string>\(escaped($0))</string>\n" }.joined()
        let variables = job.variables.sorted { $0.key < $1.key }.map {
            "        <key>\(escaped($0.key))</key>\n        <string>\(escaped($0.value))</string>\n"
        }.joined()
        let list = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
                <key>Label</key>
                <string>\(label)</string>
                <key>ProgramArguments</key>
                <array>
            \(words)    </array>
                <key>EnvironmentVariables</key>
                <dict>
            \(variables)    </dict>
                <key>StartInterval</key>
                <integer>3600</integer>
                <key>ProcessType</key>
                <string>Background</string>
            </dict>
            </plist>

            """
        let ending = Command(words: ["launchctl", "bootout", "gui/\(user)/\(label)"], mayFail: true)
        return IngestTimer(
            keeper: .launchd, files: [File(path: path, text: list)],
            starting: [ending, Command(words: ["launchctl", "bootstrap", "gui/\(user)", path])], ending: [ending])
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
