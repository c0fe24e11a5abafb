import Foundation
import Provenance
import Testing

@testable import Graph
@testable import Store

/// What is drawn can be read by those who draw it, whatever stands in the titles.
struct DrawingTests {
    private static let hostile = [
        "quotes \" ' ` and a backslash \\ \\n \\G \\\"", "two\nlines\r\nand\u{2028}a third",
        "<b>bold</b> & &amp; &#10; -->",
        "controls \u{0} \u{1B}[31m \u{7} \u{9B}", "turned \u{202E}around\u{202C} \u{2066}x\u{2069} \u{E0041}",
        "]]> %% end; } subgraph x { [\"a\"] --> b:::c |x| #35; {{y}}", "", "日本語 🙂‍↔️ é",
        String(repeating: "long ", count: 500), "${HOME} $(id) `id`", "click n0 href \"javascript:alert(1)\"",
    ]

    private static func graph(_ count: Int = hostile.count) -> Subgraph {
        let nodes = (0..<count).map { number in
            var node = GraphNode(
                name: .row(.generation, Int64(number)), uid: "u\(number)", title: hostile[number % hostile.count],
                at: Int64(number) * 1000, mark: number % 3 == 0 ? "ma\"rk\n" : nil)
            if number % 4 == 0 {
                node.name = .named(kind: "a kind \"of\" its own", uid: hostile[number % hostile.count])
            }
            if number % 2 == 0 { node.trust = .untrusted }
            return node
        }
        // A cycle through all, and a way across.
        var edges = (0..<count).map {
            Subgraph.Edge(cause: $0, effect: ($0 + 1) % count, name: "wrote \"\n<x>", inverse: "written by")
        }
        edges += (0..<count / 2).map {
            Subgraph.Edge(cause: $0, effect: count - 1 - $0, name: "part of", inverse: "has part")
        }
        return Subgraph(nodes: nodes, edges: edges)
    }

    /// - Returns: `nil` where there is no such program.
    private func run(_ program: String, _ arguments: [String], _ input: String) throws -> (
        status: Int32, output: String
    )? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let folder = FileManager.default.temporaryDirectory.appending(path: "colophon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, result) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try Data(input.utf8).write(to: source)
        _ = FileManager.default.createFile(atPath: result.path, contents: nil)
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: result)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus == 127 { return nil }
        return (process.terminationStatus, String(decoding: try Data(contentsOf: result), as: UTF8.self))
    }

    @Test func `Graphviz draws hostile titles, and shows them`() throws {
        let text = GraphvizDrawing(Self.graph()).text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        guard let drawn = try run("dot", ["-Tsvg"], text) else { return }
        #expect(drawn.status == 0, "\(drawn.output.prefix(500))")
        #expect(drawn.output.contains("&lt;b&gt;bold&lt;/b&gt;"))
        #expect(drawn.output.contains("backslash \\"))
        #expect(!drawn.output.contains("<b>bold"))
        #expect(drawn.output.components(separatedBy: "class=\"node\"").count == Self.hostile.count + 1)
    }

    @Test func `Mermaid sees nothing in a title that it could take for its own`() {
        let text = MermaidDrawing(Self.graph()).text
        let lines = text.split(separator: "\n")
        let graph = Self.graph()
        #expect(lines.count == 1 + graph.nodes.count + graph.edges.count + 2)
        for line in lines.dropFirst().prefix(graph.nodes.count) {
            let inner = line.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
            #expect(!inner.contains { "<>[]{}|`&;%$\\".contains($0) } || inner.contains("#") || inner.contains("<br/>"))
            #expect(line.filter { $0 == "\"" }.count == 2)
        }
    }

    @Test func `Ten thousand nodes are drawn in each form`() throws {
        let graph = Self.graph(10_000)
        #expect(GraphvizDrawing(graph).text.utf8.count > 100_000)
        #expect(MermaidDrawing(graph).text.utf8.count > 100_000)
        #expect(GraphJSON(graph).bytes.count > 100_000)
        #expect(ProvJSON(graph).bytes.count > 100_000)
        #expect(TreeDrawing(graph, width: 80).text.split(separator: "\n").count > 10_000)
    }

    @Test func `A tree names what was told before, and a way back to its root`() {
        let nodes = ["a", "b", "c"].map { GraphNode(name: .named(kind: "thing", uid: $0), uid: $0, title: "") }
        let edges = [(0, 1), (1, 2), (2, 0), (0, 2)].map {
            Subgraph.Edge(cause: $0.0, effect: $0.1, name: "caused", inverse: "caused by")
        }
        let lines = TreeDrawing(Subgraph(nodes: nodes, edges: edges), width: nil).text.split(separator: "\n")
        let effects = lines.drop { $0 != "effects" }.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(effects == ["effects", "caused thing b", "caused thing c", "caused @ thing a", "caused * thing c"])
    }

    @Test func `The Python package prov reads the document, and writes an equal one`() throws {
        let script = """
            import sys
            try:
                from prov.model import ProvDocument
            except ImportError:
                sys.exit(127)
            text = open(sys.argv[1]).read()
            document = ProvDocument.deserialize(content=text, format='json')
            again = ProvDocument.deserialize(content=document.serialize(format='json'), format='json')
            assert document == again
            print(len(list(document.get_records())))
            """
        for count in [Self.hostile.count, 1000] {
            let graph = Self.graph(count)
            let file = FileManager.default.temporaryDirectory.appending(path: "colophon-\(UUID().uuidString).json")
            try Data(ProvJSON(graph).bytes).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            guard let read = try run("python3", ["-c", script, file.path], "") else { return }
            #expect(read.status == 0, "\(read.output.suffix(500))")
            #expect(
                Int(read.output.trimmingCharacters(in: .whitespacesAndNewlines)) == graph.nodes.count
                    + graph.edges.count)
        }
    }
}
