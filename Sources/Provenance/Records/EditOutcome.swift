/// What the answer to a tool call says of the edits that the call made.
package struct EditOutcome: Equatable, Sendable {
    package var call: UID
    /// The file, where the answer or its call names one: in some files more is secret than in others.
    package var path: String?
    package var status: Edit.Status
    package var kind: Edit.Kind?
    package var before: Body?
    package var after: Body?
    package var patch: Body?
    package var added: Int?
    package var removed: Int?
    package var firstLine: Int?

    package init(call: UID, status: Edit.Status) {
        self.call = call
        self.status = status
    }
}
