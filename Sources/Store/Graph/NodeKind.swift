/// The kinds of record that the graph has nodes of; each is the name of its table.
package enum NodeKind: String, CaseIterable, Sendable {
    case repository, session, turn, prompt, segment, generation, edit, finding, decision, revision, change, deployment
    case frame, alert

    /// Known by a name that holds in every store: a hash, `owner/name#12`. A row of its own is not needed.
    var isNamed: Bool { self == .revision || self == .change }
}
