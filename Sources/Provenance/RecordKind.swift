/// The kinds of record that a link can name: `generation:4f2a…`.
package enum RecordKind: String, CaseIterable, Sendable {
    case session, turn, prompt, segment, generation, edit, finding, decision, alert
}
