package import Provenance

/// One rule as its file states it.
package struct AuditRule: Sendable {
    /// `python.sql-injection`
    package var id: String
    package var title: String
    package var cwe: Int
    package var owasp: [String]
    /// Whether the lists of OWASP have the CWE, or the rule's writer placed it.
    package var isOfficialOWASP: Bool
    package var kind: AuditClass
    package var severity: Severity
    package var confidence: AuditConfidence
    package var languages: [String]
    package var message: String
    package var remedy: String

    /// The user's own.
    package var isOwn = false

    /// The bit of its kind of sink; a value that is cleared of it is safe here.
    var sink: UInt32 = 0
    var calls: [NamePattern] = []
    /// Parts of the last word of what is called: `run` of `self._cli_run`.
    var callWords: [String] = []
    var sets: [NamePattern] = []
    var keys: [NamePattern] = []
    var uses: [NamePattern] = []
    /// What a function gives back.
    var isReturn = false
    /// Text that is put together, wherever it goes.
    var isBuiltText = false
    /// A literal anywhere.
    var isLiteral = false
    /// A check that is written in code, by its name.
    var check: Check?
    var lines: LineCondition?
    var conditions: [ArgumentCondition] = []
    /// Confidence where the value comes from a parameter, and where it is only known to be dynamic; nil for no finding.
    var parameterConfidence: AuditConfidence? = .medium
    var unknownConfidence: AuditConfidence? = .low
    /// Found only in a function that uses one of these words, or in none that uses them.
    var nearWords: [String] = []
    var unlessNearWords: [String] = []
    /// Found only where the function, what is assigned to or what is called is named so.
    var nearNames: [String] = []
    /// As `nearNames`, but the name of the function does not count.
    var isNearFunction = true
    /// Confidence where nothing is named so; nil for no finding.
    var otherConfidence: AuditConfidence?
    /// Only where the text has one of these words at all (imports of a library).
    var textWords: [String] = []
}
