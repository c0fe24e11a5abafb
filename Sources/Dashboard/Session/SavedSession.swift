import Store

/// What the dashboard comes back to when it is opened on the same store again.
package struct SavedSession: Equatable, Sendable {
    package enum Open: String, Sendable {
        case overview, list, pipeline
    }

    /// A list, and the view that it was opened as.
    package struct Place: Equatable, Sendable {
        package var list: ListPlace
        package var view: String?
    }

    package var open = Open.overview
    /// The lists of the overview.
    package var generations = Place(list: ListPlace(.code))
    package var findings = Place(list: ListPlace(.openFindings))
    /// The list over it.
    package var top: Place?
    /// The pane of the overview that the keys are in, from 0.
    package var pane = 0
    package var share = 55
    package var isWide = false
    /// Former filters, the last one last.
    package var filters: [String] = []

    static let keptFilters = 100

    package init() {}
}

extension DashboardState {
    /// What to come back to.
    package var session: SavedSession {
        var session = SavedSession()
        session.isWide = isWide
        session.filters = filters
        if let overview = screens.root as? OverviewScreen {
            session.generations = overview.list.sessionPlace
            session.findings = overview.findings.sessionPlace
            session.pane = overview.focus.rawValue
            session.share = overview.share
        }
        for screen in screens.all.dropFirst().reversed() {
            switch screen {
            case let list as ListScreen:
                session.open = .list
                session.top = list.sessionPlace
            // It shows what is selected below it, which is read anew.
            case is ProvenanceScreen: session.pane = OverviewLayout.Pane.provenance.rawValue
            case is PipelineScreen: session.open = .pipeline
            default: continue
            }
            break
        }
        return session
    }

    /// Comes back to what was left; to its filters alone where the user asked for something else.
    mutating func restore(_ session: SavedSession, placesToo: Bool) {
        filters = session.filters.suffix(SavedSession.keptFilters)
        guard placesToo, var overview = screens.root as? OverviewScreen, screens.depth == 0 else { return }
        isWide = session.isWide
        overview.list = ListScreen(session.generations, lendsPreview: true)
        overview.findings = ListScreen(session.findings, lendsPreview: true)
        overview.focus = OverviewLayout.Pane(rawValue: session.pane) ?? .generations
        overview.share = min(max(session.share, 20), 80)
        screens.top = overview
        switch session.open {
        case .overview: break
        case .list: if let top = session.top { screens.push(ListScreen(top, lendsPreview: false)) }
        case .pipeline: screens.push(PipelineScreen())
        }
    }
}

extension ListScreen {
    fileprivate var sessionPlace: SavedSession.Place {
        SavedSession.Place(list: ListPlace(subject, filter: filter ?? "", order: order), view: viewName)
    }

    fileprivate init(_ place: SavedSession.Place, lendsPreview: Bool) {
        self.init(place: place.list, view: place.view)
        self.lendsPreview = lendsPreview
    }
}
