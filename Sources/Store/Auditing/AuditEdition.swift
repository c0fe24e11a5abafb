/// An auditor, its version and its rules: what was at work.
package struct AuditEdition: Hashable, Sendable {
    package var auditor: String
    /// Empty where it is not known.
    package var version: String
    /// A digest of its rules; empty where it is not known.
    package var rules: String
    /// The report that was read; empty for an audit of the store.
    package var source: String

    package init(auditor: String, version: String = "", rules: String = "", source: String = "") {
        self.auditor = auditor
        self.version = version
        self.rules = rules
        self.source = source
    }
}
