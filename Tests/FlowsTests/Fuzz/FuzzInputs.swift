import Foundation
import Ingest
import Provenance
import TestSupport
import Text

/// What is damaged: our own lines of a format and those of the samples, with lines of the others to set into them, and
/// states that readers left behind.
struct FuzzInputs: Sendable {
    var own: [[UInt8]]
    var others: [[UInt8]]
    var states: [String]

    /// `nil` where no lines of the format are known: they belong into `lines(of:)`.
    init?(_ format: HistoryFormat) {
        guard let own = Self.all[format.name] else { return nil }
        // One of several lines stands in a file as one.
        self.own = own.map { $0.map { $0 == 0x0A ? 0x20 : $0 } }
        others = Self.all.filter { $0.key != format.name }.sorted { $0.key < $1.key }.flatMap(\.value)
        states = Self.states
    }

    private static let all: [String: [[UInt8]]] = {
        var all: [String: [[UInt8]]] = [:]
        for format in HistoryFormat.all {
            let lines = lines(of: format)
            if !lines.isEmpty { all[format.name] = lines.map { Array($0.utf8) } + (samples[format.name] ?? []) }
        }
        return all
    }()

    private static func lines(of format: HistoryFormat) -> [String] {
        if let known = Conversation.allCases.first(where: { $0.format.name == format.name }) {
            return known.lines + (known == .gemini ? [Conversation.geminiOlder] : [])
        }
        if format.name == HistoryFormat.agentTrace.name { return AgentTraceHistory.lines }
        return format.name == HistoryFormat.vscodeCopilot.name ? [VSCodeHistory.example] : []
    }

    /// Lines of the samples beside the repository, where they are, up to a size that leaves time for many.
    private static let samples: [String: [[UInt8]]] = {
        var found: [String: [[UInt8]]] = [:]
        for path in Samples.transcripts + Samples.traces {
            guard let data = FileManager.default.contents(atPath: path), !path.hasSuffix(".db") else { continue }
            let tape = JSONTape()
            let lines =
                path.hasSuffix(".json") ? [Array(data)] : data.split(separator: 0x0A).map { Array($0) }
            let format = lines.lazy.prefix(50).compactMap { line in
                line.withUnsafeBytes { bytes in (try? tape.parse(bytes)).flatMap(HistoryFormat.recognised(by:)) }
            }.first
            guard let format else { continue }
            found[format.name, default: []] += lines.filter { $0.count <= 4096 }.prefix(200)
        }
        return found
    }()

    /// What readers of every format leave behind in the middle of a conversation.
    private static let states: [String] = {
        var states: [String] = []
        let tape = JSONTape()
        for format in HistoryFormat.all {
            var reader = format.makeReader("", "/fuzz/h.jsonl")
            var sightings: [Sighting] = []
            let lines = lines(of: format)
            for (index, line) in lines.enumerated() {
                Array(line.utf8).withUnsafeBytes { bytes in
                    guard let value = try? tape.parse(bytes), value.kind == .object else { return }
                    let place = LinePlace(number: index + 1, start: Int64(index), end: Int64(index + 1))
                    _ = reader.read(value, at: place, into: &sightings)
                }
                if index % 7 == 6 || index == lines.count - 1 { states.append(reader.mark.state) }
            }
        }
        return states.filter { !$0.isEmpty }
    }()
}
