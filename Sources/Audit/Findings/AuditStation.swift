/// A place that a value went through on its way to where a rule objects.
package struct AuditStation: Hashable, Sendable {
    /// UTF-8 bytes of the text.
    package var range: Range<Int>
    /// `the query of the request`, `parameter`; empty for a name that it went through.
    package var what: String
}
