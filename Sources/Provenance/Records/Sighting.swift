/// One fact read from a history, or recorded by another program. Sightings of the same uid complete one row, whatever their order and number.
package enum Sighting: Equatable, Sendable {
    case session(Session)
    case prompt(Prompt)
    case segment(Segment)
    case generation(Generation)
    case edit(Edit)
    case outcome(EditOutcome)
    case change(ChangeMention)
    case rule(Rule)
    case finding(Finding)
    case decision(Decision)
    case alert(Alert)
    case link(RecordLink)
    case attribution(Attribution)
}
