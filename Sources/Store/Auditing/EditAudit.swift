package import Provenance

/// What the audit of one edit came to.
package struct EditAudit: Sendable {
    /// Why an edit was not looked at.
    package enum Skip: String, CaseIterable, Sendable {
        /// There are no rules for its language, or it has none.
        case language
        /// It is larger than anybody writes.
        case size
        /// What was written is not known.
        case text
    }

    /// The edit's row.
    package var edit: Int64
    /// How much text was looked at.
    package var bytes: Int
    package var skipped: Skip?
    /// Each with range, fingerprint and edit.
    package var findings: [Finding]
    /// It failed or was rejected: nothing of it is in any file, and nothing is noted.
    package var isVoid: Bool
    /// Which texts of the edit were looked at; `nil` where that does not matter.
    package var stamp: String?

    package init(
        edit: Int64, bytes: Int = 0, skipped: Skip? = nil, findings: [Finding] = [], isVoid: Bool = false
    ) {
        self.edit = edit
        self.bytes = bytes
        self.skipped = skipped
        self.findings = findings
        self.isVoid = isVoid
    }
}
