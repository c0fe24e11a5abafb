package import Provenance
package import Text

/// A finding as others are told of it: of a file, or of the store.
package struct ReportedFinding: Equatable, Sendable {
    /// A part of a file. Lines and columns count from 1, columns in UTF-16 units; the end does not belong to it.
    package struct Place: Equatable, Sendable {
        /// From the top of the repository where there is one.
        package var path: String
        package var start: TextPlaces.Place
        package var end: TextPlaces.Place
        /// What happens there.
        package var message: String?

        package init(path: String, start: TextPlaces.Place, end: TextPlaces.Place, message: String? = nil) {
            self.path = path
            self.start = start
            self.end = end
            self.message = message
        }
    }

    package struct Prompt: Equatable, Sendable {
        package var uid: String
        package var text: String

        package init(uid: String, text: String) {
            self.uid = uid
            self.text = text
        }
    }

    package enum Status: Equatable, Sendable {
        case open
        /// Somebody lives with it, and says why.
        case accepted(String?)
        case falsePositive(String?)
        case fixed
        /// Its code does not stand anywhere any more.
        case gone
    }

    package var rule: ReportedRule
    package var message: String
    package var severity: Severity
    /// `low`, `medium`, `high`
    package var confidence: String?
    package var place: Place
    /// From source to sink; empty where no value was followed.
    package var flow: [Place] = []
    /// The value of `primaryLocationLineHash`; see ``LineHashes``.
    package var lineHash: String?
    package var status = Status.open
    /// What stays the same when the code moves.
    package var fingerprint: String?
    /// Uids.
    package var uid: String?
    package var generation: String?
    package var edit: String?
    package var prompt: Prompt?
    /// The tokens of the generation that it covers, from 0.
    package var tokens: Range<Int>?
    /// Which auditors say so.
    package var witnesses: [String] = []

    package init(rule: ReportedRule, message: String, severity: Severity, place: Place) {
        self.rule = rule
        self.message = message
        self.severity = severity
        self.place = place
    }
}

extension [ReportedFinding] {
    /// Those that nobody has said anything of, the worst first: where there is no room for all, they are seen.
    var open: [ReportedFinding] {
        enumerated().filter { $0.element.status == .open }
            .sorted { ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset) }.map(\.element)
    }
}

extension Severity {
    /// 0 for the worst.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ReportedFinding.Status {
    var name: String {
        switch self {
        case .open: "open"
        case .accepted: "accepted"
        case .falsePositive: "false"
        case .fixed: "fixed"
        case .gone: "gone"
        }
    }

    /// Whether it still stands in the code, whatever was said of it.
    var stands: Bool { self != .fixed && self != .gone }
}
