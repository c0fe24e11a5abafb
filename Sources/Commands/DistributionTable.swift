import Flows
import Store
import Text

/// What was measured on real transcripts, and beside each figure that of a store.
struct DistributionTable {
    private(set) var text: String

    /// Shown of each distribution: one in ten is smaller, half are, and so on.
    private static let ranks: [(rank: Double, title: String)] = [
        (0.1, "10 %"), (0.5, "50 %"), (0.9, "90 %"), (0.99, "99 %"),
    ]

    init(_ store: Store) throws {
        var sink: [UInt8] = []
        var sizes = OutputFormat.table.writer(width: nil)
        sizes.begin(
            [OutputColumn("what", title: "size")]
                + Self.ranks.flatMap { rank, title in
                    [
                        OutputColumn("real_\(rank)", title: title, alignment: .trailing),
                        OutputColumn("here_\(rank)", title: "here", alignment: .trailing),
                    ]
                }, to: &sink)
        for measure in Measure.allCases {
            let here = try store.quantiles(of: measure, at: Self.ranks.map(\.rank))
            let values = Self.ranks.indices.flatMap { place -> [OutputValue] in
                let real = Measured.quantile(of: measure, at: Self.ranks[place].rank)
                return [.integer(Int64(real)), here.isEmpty ? .null : .integer(Int64(here[place].rounded()))]
            }
            sizes.row([.text(measure.rawValue)] + values, to: &sink)
        }
        sizes.end(to: &sink)
        sink += Array("\n".utf8)

        var shares = OutputFormat.table.writer(width: nil)
        shares.begin(
            [
                OutputColumn("what", title: "share"), OutputColumn("real", title: "real", alignment: .trailing),
                OutputColumn("here", alignment: .trailing),
            ], to: &sink)
        for share in Share.allCases {
            let here = try store.share(of: share).map { OutputValue.text(Self.percent($0)) }
            shares.row(
                [.text(share.rawValue), .text(Self.percent(Measured.share(share))), here ?? .null], to: &sink)
        }
        shares.end(to: &sink)
        text = String(decoding: sink, as: UTF8.self) + "\nreal: \(Measured.source)\n"
    }

    /// `45.2 %`
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
