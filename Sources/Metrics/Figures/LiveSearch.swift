import Store

/// Finds what first went live with a commit in it.
struct LiveSearch {
    private let releases: [ReleaseFact]

    /// - Parameter releases: in any order.
    init(_ releases: [ReleaseFact]) {
        let isOrdered = !zip(releases, releases.dropFirst()).contains { $0.at > $1.at }
        self.releases = isOrdered ? releases : releases.sorted { $0.at < $1.at }
    }

    var isEmpty: Bool { releases.isEmpty }

    /// The moment at which something of the main line's state after a moment first went live; what is known to hold an
    /// older state does not count.
    func first(holding moment: Int64) -> Int64? {
        var (low, high) = (0, releases.count)
        while low < high {
            let middle = (low + high) / 2
            if releases[middle].at >= moment { high = middle } else { low = middle + 1 }
        }
        return releases[low...].first { ($0.landedAt ?? .max) >= moment }?.at
    }
}
