import Ingest
import Provenance
import Text

/// What a reader told of some lines, sorted by kind; of what is told again the last telling counts.
struct Told {
    var sessions: [Session] = []
    var prompts: [Prompt] = []
    var segments: [Segment] = []
    var generations: [Generation] = []
    var edits: [Edit] = []
    var outcomes: [EditOutcome] = []
    var changes: [ChangeMention] = []
    var links: [RecordLink] = []
    var attributions: [Attribution] = []
    var decisions: [Decision] = []
    var verdicts: [LineVerdict] = []
    var mark = ReadMark(position: 0, line: 1, state: "")

    static func claude(_ lines: String...) -> Told { Told(ClaudeCodeReader.self, lines) }

    static func codex(_ lines: String...) -> Told { Told(CodexReader.self, lines) }

    init<Reader: HistoryReader>(_ type: Reader.Type, _ lines: [String]) {
        var reader: any HistoryReader = type.init(state: "", file: "/history.jsonl")
        var sightings: [Sighting] = []
        let tape = JSONTape()
        var start: Int64 = 0
        for (index, line) in lines.enumerated() {
            let bytes = Array(line.utf8)
            let place = LinePlace(number: index + 1, start: start, end: start + Int64(bytes.count) + 1)
            start = place.end
            let verdict = bytes.withUnsafeBytes { buffer -> LineVerdict in
                guard let value = try? tape.parse(buffer) else { return .broken("no JSON") }
                return reader.read(value, at: place, into: &sightings)
            }
            verdicts.append(verdict)
        }
        reader.end(into: &sightings)
        mark = reader.mark
        for sighting in sightings { take(sighting) }
    }

    private mutating func take(_ sighting: Sighting) {
        switch sighting {
        case .session(let session): Self.put(session, in: &sessions) { $0.uid }
        case .prompt(let prompt): Self.put(prompt, in: &prompts) { $0.uid }
        case .segment(let segment): Self.put(segment, in: &segments) { $0.uid }
        case .generation(let generation): Self.put(generation, in: &generations) { $0.uid }
        case .edit(let edit): Self.put(edit, in: &edits) { $0.uid }
        case .outcome(let outcome): outcomes.append(outcome)
        case .change(let change): changes.append(change)
        case .link(let link): links.append(link)
        case .attribution(let attribution): attributions.append(attribution)
        case .decision(let decision): decisions.append(decision)
        // No history tells these.
        case .rule, .finding, .alert: break
        }
    }

    private static func put<Record>(_ record: Record, in records: inout [Record], by uid: (Record) -> UID) {
        if let known = records.firstIndex(where: { uid($0) == uid(record) }) {
            records[known] = record
        } else {
            records.append(record)
        }
    }

    var words: [String] { prompts.map(\.words.text) }

    func segments(_ origin: Segment.Origin) -> [String] {
        segments.filter { $0.origin == origin }.map(\.text.text)
    }
}
