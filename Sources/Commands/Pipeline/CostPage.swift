import Metrics
import Store
import Text

/// Costs by groups, written.
struct CostPage {
    let by: StatsCostCommand.Grouping
    let zone: NamedZone
    let prices: PriceTable
    let budget: Double?
    let fixed: Double
    let format: OutputFormat

    private static let mostGroups = 50

    func bytes(_ store: Store, _ scope: PipelineScope) throws -> [UInt8] {
        var groups: [(name: String, cost: CostSummary)] = []
        func add(_ name: String, _ usage: UsageFact) {
            if groups.last?.name != name {
                if let place = groups.firstIndex(where: { $0.name == name }) {
                    return groups[place].cost.add(usage, by: prices)
                }
                groups.append((name, CostSummary()))
            }
            groups[groups.count - 1].cost.add(usage, by: prices)
        }
        if let group = UsageGroup(rawValue: by.rawValue) {
            for (name, usage) in try store.usage(by: group, in: scope, limit: Self.mostGroups) { add(name, usage) }
            groups.sort { ($0.cost.dollars ?? -1, $1.name) > ($1.cost.dollars ?? -1, $0.name) }
        } else {
            for usage in try store.usage(in: scope, offset: zone.offset(at: scope.to)) { add(name(of: usage), usage) }
            if by == .model || by == .agent { groups.sort { $0.name < $1.name } }
        }
        return page(groups)
    }

    private func name(of usage: UsageFact) -> String {
        switch by {
        case .model: return usage.model.isEmpty ? "not recorded" : usage.model
        case .agent: return usage.agent
        case .week:
            // Weeks begin on Monday; 1970 began on a Thursday.
            return day(usage.day - (usage.day + 3) % 7)
        case .month: return String(day(usage.day).prefix(7))
        default: return day(usage.day)
        }
    }

    private func day(_ day: Int64) -> String {
        TimeZoneClock.utc.parts(of: Timestamp(milliseconds: day * 86_400_000)).date
    }

    private func page(_ groups: [(name: String, cost: CostSummary)]) -> [UInt8] {
        var columns = [
            OutputColumn(by.rawValue, minimumWidth: 10, isFlexible: true),
            OutputColumn("generations", alignment: .trailing, minimumWidth: 6, rank: 1),
            OutputColumn("input", alignment: .trailing, minimumWidth: 7, rank: 2),
            OutputColumn("cached", alignment: .trailing, minimumWidth: 7, rank: 3),
            OutputColumn("output", alignment: .trailing, minimumWidth: 7, rank: 2),
            OutputColumn("dollars", alignment: .trailing, minimumWidth: 8),
        ]
        if fixed > 0 {
            columns.append(OutputColumn("with_fixed", title: "with fixed", alignment: .trailing, minimumWidth: 8))
        }
        if budget != nil {
            columns.append(OutputColumn("of_budget", title: "of budget", alignment: .trailing, minimumWidth: 8))
        }
        columns.append(OutputColumn("not_priced", title: "not priced", alignment: .trailing, minimumWidth: 6, rank: 1))
        columns.append(OutputColumn("not_counted", title: "no tokens", alignment: .trailing, minimumWidth: 6, rank: 4))
        var bytes: [UInt8] = []
        let width = Console.columns
        let places = format == .table ? width.map { columns.fitting($0) } : nil
        var writer = format.writer(width: width, clock: zone.clock)
        writer.begin(places.map { $0.map { columns[$0] } } ?? columns, to: &bytes)
        for (name, cost) in groups {
            let row = row(name, cost)
            writer.row(places.map { $0.map { row[$0] } } ?? row, to: &bytes)
        }
        writer.end(to: &bytes)
        if format == .table || format == .markdown { bytes += Array(remarks(groups.map(\.cost)).utf8) }
        return bytes
    }

    private func row(_ name: String, _ cost: CostSummary) -> [OutputValue] {
        var row: [OutputValue] = [
            .text(name.isEmpty ? "not recorded" : name), .integer(cost.generations), .integer(cost.inputTokens),
            .integer(cost.cachedTokens), .integer(cost.outputTokens), money(cost.dollars),
        ]
        let all = cost.dollars.map { $0 + fixed }
        if fixed > 0 { row.append(money(all)) }
        if let budget { row.append(all.map { .text("\(Int(($0 / budget * 100).rounded())) %") } ?? .null) }
        return row + [.integer(cost.unpriced), .integer(cost.uncounted)]
    }

    private func money(_ dollars: Double?) -> OutputValue {
        guard let dollars else { return format == .table || format == .markdown ? .text("not priced") : .null }
        if format == .csv || format == .json { return .number(dollars) }
        let cents = Int64((dollars * 100).rounded())
        return .text("\((cents / 100).grouped).\(cents % 100 < 10 ? "0" : "")\(cents % 100)")
    }

    private func remarks(_ costs: [CostSummary]) -> String {
        var text = "\nList prices in US dollars, as of \(PriceTable.shippedDay).\n"
        let unknown = costs.reduce(into: Set<String>()) { $0.formUnion($1.unknownModels) }.sorted()
        if !unknown.isEmpty {
            let names = unknown.prefix(8).map { $0.isEmpty ? "(no model recorded)" : Visible.text($0) }
            text +=
                "Not priced: \(names.joined(separator: ", "))\(unknown.count > 8 ? " and others" : ""); --prices takes a table of yours.\n"
        }
        let uncounted = costs.reduce(0) { $0 + $1.uncounted }
        if uncounted > 0 { text += "\(uncounted.grouped) answers recorded no tokens: they are in no sum.\n" }
        return text
    }
}
