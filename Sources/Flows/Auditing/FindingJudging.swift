package import Provenance
import Redaction
package import Store
import Text

/// What a person says of findings, after a look at the words: they are written down, and merged with other stores.
package struct FindingJudging: Equatable, Sendable {
    /// Why nothing was said, as one sentence.
    package struct Refusal: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package var status: Finding.Status
    package var reason: String
    /// A day as `2026-12-31`, from which on the findings are open again.
    package var until: String?

    package init(status: Finding.Status, reason: String, until: String? = nil) {
        self.status = status
        self.reason = reason
        self.until = until
    }

    /// - Parameter links: as `finding:4f2a91`; all are found before anything is said of one.
    /// - Returns: the findings as they are now, in that order.
    package func judge(_ links: [String], by who: String, in store: Store, now: Int64) throws -> [FindingRow] {
        let end = try end(now: now)
        guard ![.accepted, .false].contains(status) || reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(description: "It wants a reason: who reads it later has no other words.")
        }
        guard Redactor().redact(reason) == nil else {
            throw Refusal(description: "The reason holds what looks like a secret, so nothing was said: take it out.")
        }
        let ids = try links.map { link -> Int64 in
            guard link.hasPrefix("finding:"),
                case .one(_, let id, _) = try store.find(.finding, String(link.dropFirst("finding:".count)))
            else { throw Refusal(description: "'\(link)' is no finding of this store (any more).") }
            return id
        }
        for id in ids {
            try store.judge(
                id, FindingJudgement(status: status, who: who, reason: reason, at: now, until: end))
        }
        // The risk of their turns follows.
        try Intake(store: store).settle()
        return try store.findingRows(ids)
    }

    /// A day begins at midnight in UTC, so that it is the same one wherever the store is read.
    private func end(now: Int64) throws -> Int64? {
        guard let until else { return nil }
        guard let end = Timestamp(iso: until + "T00:00Z")?.milliseconds else {
            throw Refusal(description: "'\(until)' is no day: write it as 2026-12-31.")
        }
        guard end > now else { throw Refusal(description: "'\(until)' is over already: name a day to come.") }
        return end
    }
}
