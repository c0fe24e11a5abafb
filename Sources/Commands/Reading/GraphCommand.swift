import ArgumentParser
import Flows
import Graph
import Provenance
import Store
import Text

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Shows or draws what a record came from and what it became.",
        discussion: """
            A link is what 'colophon show' takes, or segment:ID, frame:ALERT.0.0, revision:HASH, deployment:ID,
            repository:IDENTITY or change:owner/name#12. 'dot' is for Graphviz, 'prov' is W3C PROV-JSON.

              colophon graph prompt:4f2a --direction effects     everything that a prompt became
              colophon graph edit:91c0 --direction causes        the context that an edit's author saw
              colophon graph alert:77de --to session:12ab        the shortest way from one to the other
              colophon graph edit:91c0 --format dot | dot -Tsvg > edit.svg
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case tree, table, dot, mermaid, json, prov
    }

    enum Direction: String, CaseIterable, ExpressibleByArgument {
        case causes, effects, both

        var direction: GraphDirection? { GraphDirection(rawValue: rawValue) }
    }

    @Argument(help: "Where to begin, for example edit:4f2a91.")
    var link: String

    @Option(help: ArgumentHelp("How many edges away.", valueName: "n"))
    var depth = 2

    @Option(help: "tree, table, dot, mermaid, json or prov.")
    var format: Format = .tree

    @Option(help: "causes, effects or both.")
    var direction: Direction = .both

    @Option(help: ArgumentHelp("The shortest path to this record instead.", valueName: "link"))
    var to: String?

    @Option(help: ArgumentHelp("No more records than these.", valueName: "n"))
    var limit = 500

    @OptionGroup var options: StoreOptions

    func validate() throws {
        guard (0...1000).contains(depth) else { throw ValidationError("--depth is a number from 0 to 1000.") }
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit is a number from 1 to 100000.") }
    }

    func run() throws {
        let store = try options.openForReading()
        try OriginIndexing.catchUp(store)
        let start = try NodeLink.resolve(link, in: store)
        let graph: Subgraph
        if let to {
            let goal = try NodeLink.resolve(to, in: store)
            guard let path = try GraphWalk(store: store).shortestPath(from: start, to: goal) else {
                throw CommandError("No way was found from '\(link)' to '\(to)' within 64 edges and 10 seconds.")
            }
            graph = path
        } else {
            graph = try GraphWalk(store: store, limits: WalkLimits(nodes: limit, depth: depth)).reach(
                from: start, direction.direction)
        }
        switch format {
        case .tree: Console.write(TreeDrawing(graph, width: Console.columns).text)
        case .table: Console.write(table(graph))
        case .dot: Console.write(GraphvizDrawing(graph).text)
        case .mermaid: Console.write(MermaidDrawing(graph).text)
        case .json: Console.write(GraphJSON(graph).bytes)
        case .prov: Console.write(ProvJSON(graph).bytes)
        }
        if format != .tree, format != .json {
            // More than --depth was not asked for.
            for cut in graph.cuts where !cut.hasSuffix("edges away") { Console.note("Left out: \(cut).") }
        }
    }

    private static let columns = [
        OutputColumn("depth", alignment: .trailing, minimumWidth: 2),
        OutputColumn("link", minimumWidth: 16),
        OutputColumn("title", minimumWidth: 20, isFlexible: true),
        OutputColumn("mark", minimumWidth: 8, rank: 1),
        OutputColumn("trust", minimumWidth: 9, rank: 2),
        OutputColumn("at", title: "when", minimumWidth: 16, rank: 3),
    ]

    private func table(_ graph: Subgraph) -> [UInt8] {
        var writer = OutputFormat.table.writer(width: Console.columns)
        var bytes: [UInt8] = []
        let places = Console.columns.map { Self.columns.fitting($0) } ?? Array(Self.columns.indices)
        writer.begin(places.map { Self.columns[$0] }, to: &bytes)
        for (node, depth) in zip(graph.nodes, graph.depths) {
            let uid = node.uid.count > 24 ? String(node.uid.prefix(24)) : node.uid
            let values: [OutputValue] = [
                .integer(Int64(depth)), .text("\(node.kind):\(uid)"), .text(node.title), .of(node.mark),
                .of(node.trust?.word), node.at.map { .timestamp(Timestamp(milliseconds: $0)) } ?? .null,
            ]
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        return bytes
    }
}
