package import Provenance
package import Text

/// Reads telemetry a line at a time: OTLP as the collector's file exporter writes it, or an SDK's own objects.
///
/// Log records with the words of a call come before its span as a rule, which alone names the call and its conversation:
/// they are held back until then, and the mark stands before them. So a span can be read twice, never lost.
package struct OTLPReader: HistoryReader {
    private var teller = TelemetryTeller(state: TelemetryState())
    private var held: [Held] = []
    private var told: [Told] = []
    private var markedState = TelemetryState()
    private var markedPlace = LinePlace(number: 1, start: 0, end: 0)

    /// Log records of one span, from a line on.
    private struct Held {
        /// The first of them, with the words of all as its events.
        var record: TelemetryRecord
        var place: LinePlace
        /// Before that line.
        var state: TelemetryState
    }

    /// Where words stood that a span has told: whoever reads that span again needs them.
    private struct Told {
        var place: LinePlace
        /// Before that line.
        var state: TelemetryState
        /// The line of the span.
        var line: Int
    }

    /// A span ends within seconds of its words; what waits longer has none in this file.
    private static let patience = (lines: 64, spans: 256, bytes: 8 << 20)
    /// How far words may lie back that a span is told with once more.
    private static let memory = 4 * patience.lines

    package init(state: String, file: String) {
        teller.state = TelemetryState(json: state)
        markedState = teller.state
    }

    /// A line of either shape, or a list of them.
    static func recognises(_ line: JSONValue) -> Bool {
        let first = line.kind == .array ? line[0] : line
        return TelemetryRecord.isOTLP(first) || TelemetryRecord.isSDK(first)
    }

    package func resume(into sightings: inout [Sighting]) {
        for entry in teller.state.entries where !entry.conversation.session.agent.isEmpty {
            sightings.append(.session(entry.conversation.session))
        }
    }

    package var mark: ReadMark {
        ReadMark(position: markedPlace.start, line: markedPlace.number, state: markedState.json)
    }

    package mutating func read(
        _ line: JSONValue, at place: LinePlace, into sightings: inout [Sighting]
    ) -> LineVerdict {
        let before = teller.state
        var records: [TelemetryRecord] = []
        for value in line.kind == .array ? Array(line.elements) : [line] {
            if TelemetryRecord.isOTLP(value) {
                TelemetryRecord.readOTLP(value) { records.append($0) }
            } else if TelemetryRecord.isSDK(value) {
                TelemetryRecord.readSDK(value) { records.append($0) }
            }
        }
        // In one export logs and spans of a call stand in any order.
        hold(records, at: place, before: before)
        var answers: Set<TelemetryTeller.Answer> = []
        for record in records { answers.insert(take(record, at: place, into: &sightings)) }
        tellAnswered(at: place, into: &sightings)
        release(before: place)
        let first = firstNeeded(at: place)
        markedPlace = first?.place ?? LinePlace(number: place.number + 1, start: place.end, end: place.end)
        markedState = first?.state ?? teller.state
        if answers.contains(.madeUp) {
            return .broken("it holds the made-up records of a demo, which are not read among others")
        }
        return answers.contains(.known) ? .read : .unknown
    }

    package mutating func end(into sightings: inout [Sighting]) {}

    private mutating func take(
        _ record: TelemetryRecord, at place: LinePlace, into sightings: inout [Sighting]
    ) -> TelemetryTeller.Answer {
        if Self.isContent(record) { return record.span.isEmpty ? .unknown : .known }
        var record = record
        if record.signal == .span, let index = held.firstIndex(where: { $0.record.span == record.span }) {
            record.events += held[index].record.events
            remove(index, toldAt: place)
        }
        return teller.tell(record, into: &sightings)
    }

    private mutating func hold(_ records: [TelemetryRecord], at place: LinePlace, before state: TelemetryState) {
        for record in records where Self.isContent(record) && !record.span.isEmpty {
            var event = TelemetryRecord.Event(name: record.name, attributes: record.attributes, at: record.start)
            event.body = record.body
            if let index = held.firstIndex(where: { $0.record.span == record.span }) {
                held[index].record.events.append(event)
            } else {
                var first = record
                first.events = [event]
                held.append(Held(record: first, place: place, state: state))
            }
        }
    }

    /// Words that came after their span complete its answer.
    private mutating func tellAnswered(at place: LinePlace, into sightings: inout [Sighting]) {
        for waiting in held {
            guard let answer = teller.state.answer(of: waiting.record.span) else { continue }
            if let index = held.firstIndex(where: { $0.record.span == waiting.record.span }) {
                remove(index, toldAt: place)
            }
            var record = waiting.record
            record.name = "gen_ai.client.inference.operation.details"
            record.attributes = [
                "gen_ai.operation.name": .string("chat"), "gen_ai.response.id": .string(answer.id),
                "gen_ai.conversation.id": .string(answer.conversation),
            ]
            _ = teller.tell(record, into: &sightings)
        }
    }

    private mutating func remove(_ index: Int, toldAt place: LinePlace) {
        let words = held.remove(at: index)
        guard words.place.number < place.number else { return }
        told.append(Told(place: words.place, state: words.state, line: place.number))
    }

    /// The first line that a new reader needs: of the words that wait, or of those of a span that it will come by again.
    private mutating func firstNeeded(at place: LinePlace) -> (place: LinePlace, state: TelemetryState)? {
        guard var first = held.first.map({ (place: $0.place, state: $0.state) }) else {
            told = []
            return nil
        }
        told.removeAll { place.number - $0.place.number > Self.memory }
        // They are few: what stands still is told within seconds.
        while let earlier = told.first(where: {
            $0.line >= first.place.number && $0.place.number < first.place.number
        }) { first = (earlier.place, earlier.state) }
        told.removeAll { $0.line < first.place.number }
        return first
    }

    private mutating func release(before place: LinePlace) {
        while let first = held.first,
            held.count > Self.patience.spans || place.number - first.place.number > Self.patience.lines
                || place.end - first.place.start > Int64(Self.patience.bytes)
        {
            held.removeFirst()
        }
    }

    /// Words of a call that do not say which one it was, but by its span.
    private static func isContent(_ record: TelemetryRecord) -> Bool {
        guard record.signal == .log, TelemetryAgent(record) == nil else { return false }
        switch record.name {
        case "gen_ai.system.message", "gen_ai.user.message", "gen_ai.assistant.message", "gen_ai.tool.message",
            "gen_ai.choice":
            return true
        case "gen_ai.client.inference.operation.details": return record[.responseID].string == nil
        default: return false
        }
    }
}
