import Text

/// Claude Code's own settings, as far as they say how long histories stay.
enum ClaudeSettings {
    /// `cleanupPeriodDays` of settings.json; 30 where nothing is said.
    static func keepsDays(in folder: String) -> Int {
        guard let bytes = FileBytes.read(folder + "/settings.json", limit: 1 << 20) else { return 30 }
        let tape = JSONTape()
        return bytes.withUnsafeBytes { buffer in
            (try? tape.parse(buffer))?["cleanupPeriodDays"].tokenCount ?? 30
        }
    }
}
