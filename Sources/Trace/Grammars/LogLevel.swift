/// The level of a log record, from its words.
enum LogLevel {
    static func find(_ line: ByteView) -> String? {
        let head = line.upTo(160)
        for (word, name) in words {
            guard let place = head.index(of: word) else { continue }
            let before = head[place - 1]
            guard !before.isWord, !head[place + word.utf8CodeUnitCount].isWord else { continue }
            // In small letters it may be a word of the message.
            if word.utf8Start[0].isUpper || before == 0x5B || before == 0x3D || before == 0x22 { return name }
        }
        return nil
    }

    private static let words: [(StaticString, String)] = [
        ("FATAL", "fatal"), ("CRITICAL", "critical"), ("EMERGENCY", "emergency"), ("ALERT", "alert"),
        ("SEVERE", "error"), ("ERROR", "error"), ("WARNING", "warning"), ("WARN", "warning"), ("error", "error"),
        ("fatal", "fatal"), ("warning", "warning"), ("warn", "warning"), ("crit", "critical"),
    ]

    /// Of a number as OpenTelemetry (1 to 24), syslog or pino count it.
    static func named(openTelemetry number: Int64) -> String? {
        switch number {
        case 21...24: "fatal"
        case 17...20: "error"
        case 13...16: "warning"
        case 9...12: "info"
        default: nil
        }
    }
}
