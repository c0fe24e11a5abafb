/// When it makes sense to ask an engine again that has not said anything yet.
struct RetryRule {
    /// Beside the first one.
    var attempts = 2
    /// Longer than this no one waits because an engine says so.
    var longestWait = 30_000

    /// - Parameter attempt: how many were made, from 1.
    /// - Returns: milliseconds to wait; `nil` where asking again would change nothing.
    func wait(status: Int, complaint: Complaint, retryAfter: Int?, attempt: Int, random: Double) -> Int? {
        guard attempt <= attempts, Self.mayChange(status: status, complaint) else { return nil }
        if let retryAfter { return retryAfter <= longestWait ? retryAfter : nil }
        return backOff(attempt, random)
    }

    /// Half a second, a second, two … to eight, a quarter more or less, so that not all come back at once.
    func backOff(_ attempt: Int, _ random: Double) -> Int {
        Int(min(8000, 500 * Double(1 << min(attempt - 1, 4))) * (0.75 + random / 2))
    }

    private static func mayChange(status: Int, _ complaint: Complaint) -> Bool {
        switch status {
        // Of money that is spent more asking brings none.
        case 429: complaint.kind != "insufficient_quota"
        case 408, 409: true
        // A feature that is not there, and what llama.cpp says to JSON that it does not understand.
        case 501: false
        case 500: !complaint.words.contains("[json.exception")
        default: status >= 500
        }
    }
}
