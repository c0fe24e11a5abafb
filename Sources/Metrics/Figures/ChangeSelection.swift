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

    package func holds(_ change: ChangeFact) -> Bool {
        switch self {
        case .all: true
        case .generated: (change.generated ?? 0) > 0
        case .control: change.generated == 0
        case .kind(let kind): change.kind == kind
        case .repository(let name): change.repository == name
        case .share(let range): change.generated.map(range.contains) ?? false
        }
    }
}
