/// Candidates become findings: each place once, with the way that its value took.
struct Report {
    private(set) var findings: [AuditFinding] = []
    private let walk: Walk
    private var wordsKnown: [String: Bool] = [:]
    private var lineStarts: [Int] = [0]

    init(_ walk: Walk, _ raw: [(range: Range<Int>, rule: Int)]) {
        self.walk = walk
        guard !walk.candidates.isEmpty || !raw.isEmpty else { return }
        for place in walk.bytes.indices where walk.bytes[place] == 0x0A { lineStarts.append(place + 1) }
        var seen: Set<[Int]> = []
        // Sinks speak of built text better than its building does.
        var sinks: Set<[Int]> = []
        for candidate in walk.candidates
        where !walk.set.rules[Int(candidate.rule)].isBuiltText && candidate.value.from >= 0 {
            if candidate.confidence > .low {
                sinks.insert([walk.set.rules[Int(candidate.rule)].cwe, Int(candidate.value.from)])
            }
        }
        for candidate in walk.candidates {
            let rule = walk.set.rules[Int(candidate.rule)]
            guard isNear(candidate, rule), hasWords(rule) else { continue }
            // Go has two packages of this name.
            if rule.check == .mathRandom, walk.importedPackages.contains(Word("crypto/rand")) { continue }
            if rule.isBuiltText, sinks.contains([rule.cwe, Int(candidate.value.from)]) { continue }
            let range = bytes(candidate.from, candidate.to)
            let lines = lines(range)
            guard seen.insert([Int(candidate.rule), lines.lowerBound, Int(candidate.sinkFrom)]).inserted else {
                continue
            }
            findings.append(finding(candidate, rule, range, lines))
        }
        for entry in raw {
            let rule = walk.set.rules[entry.rule]
            findings.append(
                AuditFinding(
                    rule: rule.id, range: entry.range, lines: lines(entry.range), message: rule.message,
                    severity: rule.severity,
                    confidence: rule.confidence, kind: rule.kind, cwe: rule.cwe, owasp: rule.owasp))
        }
        findings.sort {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
    }

    private func bytes(_ from: Int32, _ to: Int32) -> Range<Int> {
        guard !walk.pieces.isEmpty else { return 0..<0 }
        let first = min(max(0, Int(from)), walk.pieces.count - 1)
        let last = min(max(first, Int(to)), walk.pieces.count - 1)
        return Int(walk.pieces[first].start)..<Int(walk.pieces[last].end)
    }

    private func lines(_ range: Range<Int>) -> ClosedRange<Int> {
        let first = line(range.lowerBound)
        return first...max(first, line(max(range.lowerBound, range.upperBound - 1)))
    }

    private func line(_ place: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= place { low = middle } else { high = middle }
        }
        return low + 1
    }

    private mutating func hasWords(_ rule: AuditRule) -> Bool {
        guard !rule.textWords.isEmpty else { return true }
        let text = walk.bytes[...]
        let key = rule.id
        if let known = wordsKnown[key] { return known }
        let isThere = rule.textWords.contains { ASCII.has($0.lowercased(), in: text) }
        wordsKnown[key] = isThere
        return isThere
    }

    private func isNear(_ candidate: Candidate, _ rule: AuditRule) -> Bool {
        let function = walk.functions[Int(candidate.function)]
        func has(_ words: [String], from: Int32, to: Int32) -> Bool {
            words.contains { word in
                guard let places = walk.nearPlaces[Word(word)] else { return false }
                var (low, high) = (0, places.count)
                while low < high {
                    let middle = (low + high) / 2
                    if places[middle] < from { low = middle + 1 } else { high = middle }
                }
                return low < places.count && places[low] < to
            }
        }
        let start = function.namePiece >= 0 ? min(function.namePiece, function.from) : 0
        if !rule.nearWords.isEmpty, !has(rule.nearWords, from: start, to: function.to) { return false }
        return !has(rule.unlessNearWords, from: start, to: function.to)
    }

    private func finding(
        _ candidate: Candidate, _ rule: AuditRule, _ range: Range<Int>, _ lines: ClosedRange<Int>
    ) -> AuditFinding {
        var confidence = candidate.confidence
        var message = rule.message
        var way = candidate.value.trail
        var before: [AuditStation] = []
        // A function of the text calls this one with what comes from outside.
        if candidate.value.parameters != 0, candidate.function > 0, candidate.value.marks.isDisjoint(with: .outside) {
            let function = walk.functions[Int(candidate.function)]
            let call = walk.inner.first {
                $0.name == function.name && $0.washed & rule.sink == 0
                    && candidate.value.parameters >> UInt32(min($0.position, 31)) & 1 == 1
            }
            if let call {
                confidence = rule.confidence
                before = stations(call.trail)
                if let source = self.way(call.trail, sink: "") {
                    message += " It is called with what comes from outside: " + source + "."
                }
            }
        }
        if !candidate.note.isEmpty { message += " Here " + candidate.note + "." }
        let isSecret = rule.cwe == 798 || rule.cwe == 259 || rule.cwe == 321
        if !isSecret {
            let sink = candidate.sinkFrom >= 0 ? walk.text(candidate.sinkFrom, candidate.sinkTo) : ""
            if let told = self.way(way, sink: sink) {
                message += " " + told + "."
            } else if candidate.value.marks.contains(.built), candidate.value.from >= 0 {
                message += " Put together in line \(line(bytes(candidate.value.from, candidate.value.to).lowerBound))."
            }
        }
        let stations = isSecret ? [] : before + stations(way)
        way = -1
        return AuditFinding(
            rule: rule.id, range: range, lines: lines, message: message, severity: rule.severity,
            confidence: confidence,
            kind: rule.kind, cwe: rule.cwe, owasp: rule.owasp, way: stations)
    }

    private func stations(_ start: Int32) -> [AuditStation] {
        var stations: [AuditStation] = []
        var next = start
        while next >= 0, stations.count < 8 {
            let station = walk.trail[Int(next)]
            var what = ""
            switch station.kind {
            case .outside:
                what = station.source >= 0 ? walk.set.sources[Int(station.source)].what : "what the caller gives"
            case .parameter: what = "parameter"
            default: break
            }
            stations.append(AuditStation(range: bytes(station.from, station.to), what: what))
            next = station.before
        }
        return stations.reversed()
    }

    /// `request.args` (line 4), the query of the request → `name` (line 5) → `cursor.execute`
    private func way(_ start: Int32, sink: String) -> String? {
        guard start >= 0 else { return nil }
        var stations: [String] = []
        var next = start
        while next >= 0, stations.count < 8 {
            let station = walk.trail[Int(next)]
            let place = bytes(station.from, station.to)
            var told = "`\(walk.text(station.from, station.to, limit: 40))` (line \(line(place.lowerBound))"
            switch station.kind {
            case .outside:
                let what = station.source >= 0 ? walk.set.sources[Int(station.source)].what : "what the caller gives"
                told += what.isEmpty ? ")" : ", \(what))"
            case .parameter: told = "parameter " + told + ")"
            default: told += ")"
            }
            stations.append(told)
            next = station.before
        }
        stations.reverse()
        if !sink.isEmpty { stations.append("`\(sink)`") }
        return stations.joined(separator: " → ")
    }
}
