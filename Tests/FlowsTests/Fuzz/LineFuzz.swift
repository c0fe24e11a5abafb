import Ingest
import Provenance
import Text

/// Hands damaged lines to a reader of lines, a hundred to each: in a wrong order, doubled, left out, after states that are
/// not its own. Whatever it is told, the store must be able to take, and a reader that goes on from its mark must tell
/// again what this one told after it.
struct LineFuzz {
    let format: HistoryFormat
    let inputs: FuzzInputs
    private let tape = JSONTape()
    var tally = FuzzTally()

    static let length = 100
    private static let head = 2

    /// - Parameter isTold: whether each input is printed before it is read.
    mutating func run(_ number: Int, isTold: Bool = false) throws {
        let episode = FuzzEpisode(format: format.name, number: number)
        var mutations = LineMutations(inputs.own, beside: inputs.others, seed: UInt64(number))
        let lines = self.lines(&mutations)
        let state = self.state(&mutations)
        if isTold {
            print("state: \(state)")
            for line in lines { print(String(decoding: line, as: UTF8.self)) }
        }
        var reader = format.makeReader(state, "/fuzz/h.jsonl")
        var sightings: [Sighting] = []
        reader.resume(into: &sightings)
        // Every fourth is left in the middle.
        let cut = number % 4 == 0 ? mutations.roll(lines.count) : lines.count
        try read(lines, 0..<cut, by: &reader, of: episode, into: &sightings, isCounted: true)
        let mark = reader.mark
        let before = sightings.count
        try read(lines, cut..<lines.count, by: &reader, of: episode, into: &sightings, isCounted: true)
        reader.end(into: &sightings)
        try check(sightings[...], of: episode, input: lines.last ?? [])
        tally.sightings += sightings.count
        guard cut < lines.count else { return }
        tally.resumed += 1
        var next = format.makeReader(mark.state, "/fuzz/h.jsonl")
        var again: [Sighting] = []
        next.resume(into: &again)
        try read(lines, (mark.line - 1)..<lines.count, by: &next, of: episode, into: &again)
        next.end(into: &again)
        let known = Set((sightings[..<before] + again).map(Name.init(_:)))
        // What became of a call that edits nothing changes nothing.
        let calls = Set(sightings.compactMap { if case .edit(let edit) = $0 { edit.call } else { nil } })
        for sighting in sightings[before...] where !known.contains(Name(sighting)) {
            if case .outcome(let outcome) = sighting, !calls.contains(outcome.call) { continue }
            throw FuzzFailure(
                "what was read after line \(mark.line) is not told from the mark there: \(sighting)", in: episode,
                input: lines[cut])
        }
    }

    /// The same lines as a file that the intake knows by its first one.
    func file(_ number: Int) -> [UInt8] {
        var mutations = LineMutations(inputs.own, beside: inputs.others, seed: UInt64(number))
        let lines = inputs.own.prefix(2) + self.lines(&mutations)
        return Array(lines.joined(separator: [0x0A])) + [0x0A]
    }

    /// Mostly in their order, each damaged; before them a head, mostly whole, without which nothing could be placed.
    private func lines(_ mutations: inout LineMutations) -> [[UInt8]] {
        var place = mutations.roll(3) == 0 ? mutations.roll(inputs.own.count) : 0
        let head = (0..<Self.head).map { place in
            let line = inputs.own[place % inputs.own.count]
            return mutations.roll(4) == 0 ? mutations.mutated(line) : line
        }
        return head
            + (0..<Self.length).map { _ in
                switch mutations.roll(12) {
                case 0: break
                case 1: place += 2
                case 2: place = mutations.roll(inputs.own.count)
                default: place += 1
                }
                return mutations.mutated(inputs.own[place % inputs.own.count])
            }
    }

    private func state(_ mutations: inout LineMutations) -> String {
        guard mutations.roll(3) == 0, !inputs.states.isEmpty else { return "" }
        let state = inputs.states[mutations.roll(inputs.states.count)]
        return mutations.roll(3) == 0 ? state : String(decoding: mutations.mutated(Array(state.utf8)), as: UTF8.self)
    }

    private mutating func read(
        _ lines: [[UInt8]], _ range: Range<Int>, by reader: inout any HistoryReader, of episode: FuzzEpisode,
        into sightings: inout [Sighting], isCounted: Bool = false
    ) throws {
        for index in range {
            let told = sightings.count
            let began = ContinuousClock.now
            let verdict = lines[index].withUnsafeBytes { bytes -> LineVerdict in
                guard let value = try? tape.parse(bytes), value.kind == .object else {
                    return .broken("no JSON object")
                }
                return reader.read(
                    value, at: LinePlace(number: index + 1, start: Int64(index), end: Int64(index + 1)),
                    into: &sightings)
            }
            try check(sightings[told...], of: episode, input: lines[index])
            guard isCounted, index >= Self.head else { continue }
            tally.took(ContinuousClock.now - began, in: episode.number)
            tally.inputs += 1
            switch verdict {
            case .read: tally.read += 1
            case .unknown: tally.unknown += 1
            case .broken: tally.broken += 1
            }
        }
    }

    private func check(_ sightings: ArraySlice<Sighting>, of episode: FuzzEpisode, input: [UInt8]) throws {
        for sighting in sightings {
            guard let complaint = SightingCheck.complaint(about: sighting) else { continue }
            throw FuzzFailure("\(complaint) in \(sighting)", in: episode, input: input)
        }
    }
}

/// By what a sighting is known again.
private struct Name: Hashable {
    let kind: String
    let uid: String

    init(_ sighting: Sighting) {
        (kind, uid) =
            switch sighting {
            case .session(let session): ("session", session.uid.text)
            case .prompt(let prompt): ("prompt", prompt.uid.text)
            case .segment(let segment): ("segment", segment.uid.text)
            case .generation(let generation): ("generation", generation.uid.text)
            case .edit(let edit): ("edit", edit.uid.text)
            case .outcome(let outcome): ("outcome", outcome.call.text)
            case .change(let change): ("change", "\(change.repository)#\(change.number)")
            case .attribution(let attribution): ("attribution", attribution.uid.text)
            case .rule, .finding, .decision, .alert, .link: ("other", "")
            }
    }
}
