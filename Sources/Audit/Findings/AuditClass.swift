/// What a finding is about.
package enum AuditClass: UInt8, Sendable, CaseIterable {
    /// An attacker gains by it.
    case security
    /// It fails or misleads by itself.
    case hygiene

    package var name: String { self == .security ? "security" : "hygiene" }

    init?(named name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}
