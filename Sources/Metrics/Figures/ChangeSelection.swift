package import Store

/// Which changes a figure is of.
package enum ChangeSelection: Hashable, Sendable {
    case all
    /// With generated code.
    case generated
    /// In which nothing generated was found: the control.
    case control
    case kind(String)
    case repository(String)
    /// The share that was generated: none, up to one half, more.
    case share(ClosedRange<Double>)

    package func holds(_ change: ChangeFact) -> Bool { holds([change], 0) }

    /// The same of one among many, of which no copy is made.
    func holds(_ changes: [ChangeFact], _ place: Int) -> Bool {
        switch self {
        case .all: true
        case .generated: (changes[place].generated ?? 0) > 0
        case .control: changes[place].generated == 0
        case .kind(let kind): changes[place].kind == kind
        case .repository(let name): changes[place].repository == name
        case .share(let range): changes[place].generated.map(range.contains) ?? false
        }
    }
}
