import Store

/// Which incident came of which release.
///
/// A cause that somebody named, or that a trace found, says which commit it was: then it is the first release that holds
/// it. Else it is the last one before it of the same service, not older than the time that a failure takes to show.
struct FailureLinks {
    enum Means: String, CaseIterable { case named, trace, time }

    struct Link: Equatable {
        /// The place of the release; `nil` where none fits.
        var release: Int?
        var means: Means?
    }

    let releases: [ReleaseFact]
    let incidents: [IncidentFact]
    let links: [Link]

    /// Clocks differ, and an alert comes some minutes before or after its incident.
    private static let hour: Int64 = 3_600_000

    init(_ releases: [ReleaseFact], _ incidents: [IncidentFact], _ traced: [TracedFact]) {
        let releases = releases.sorted { $0.at < $1.at }
        self.releases = releases
        self.incidents = incidents
        links = incidents.map { incident in
            func holding(_ moment: Int64) -> Int? {
                releases.firstIndex {
                    $0.at >= moment && $0.at <= incident.startedAt && ($0.landedAt ?? .max) >= moment
                }
            }
            if let landed = incident.causeLandedAt, let place = holding(landed) {
                return Link(release: place, means: .named)
            }
            let alert = traced.first { fact in
                abs(fact.at - incident.startedAt) <= Self.hour && Self.agree(fact.service, incident.service)
                    && fact.landedAt != nil
            }
            if let landed = alert?.landedAt, let place = holding(landed) { return Link(release: place, means: .trace) }
            let before = releases.lastIndex { $0.at <= incident.startedAt && Self.agree($0.service, incident.service) }
            guard let before, incident.startedAt - releases[before].at <= PipelineFacts.detection else { return Link() }
            return Link(release: before, means: .time)
        }
    }

    private static func agree(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return true }
        return one.lowercased() == other.lowercased()
    }

    /// How many incidents are linked by each means.
    var counts: [Means: Int] {
        links.reduce(into: [:]) { counts, link in
            if let means = link.means { counts[means, default: 0] += 1 }
        }
    }

    var failed: Set<Int> { Set(links.compactMap(\.release)) }
}
