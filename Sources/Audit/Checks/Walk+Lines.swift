/// Texts that are looked at line by line: workflows, Dockerfiles, statements of SQL.
extension Walk {
    private static let mostFound = 5000
    /// Longer lines are data.
    private static let longest = 2000

    mutating func checkLines(path: String) -> [(range: Range<Int>, rule: Int)] {
        var found = set.language == "yaml" ? checkWorkflow() : []
        guard !set.lineWords.isEmpty else { return found }
        steps &+= bytes.count / 8
        // What the whole text must have or not have, where it was asked for.
        var isOpen: [Int: Bool] = [:]
        var line = bytes[0..<0]
        var seen: [Int] = []
        var isComment = false
        set.lineWords.forEach(in: bytes[...]) { place, word in
            if place >= line.endIndex {
                line = self.line(around: place)
                isComment = line.first { $0 > 0x20 } == UInt8(ascii: "#")
                seen.removeAll(keepingCapacity: true)
            }
            for rule in set.lineRules[word] where !isComment && !seen.contains(rule) {
                seen.append(rule)
                guard let wanted = set.rules[rule].lines, wanted.holds(of: line.prefix(Self.longest)) else { continue }
                let isTold = isOpen[rule] ?? wanted.holds(ofText: bytes[...])
                isOpen[rule] = isTold
                if isTold { found.append((trimmed(line.prefix(Self.longest)), rule)) }
            }
            return found.count < Self.mostFound
        }
        return found
    }

    private mutating func checkWorkflow() -> [(range: Range<Int>, rule: Int)] {
        guard let rule = set.checks[.workflowInjection], ASCII.has("${{", in: bytes[...]) else { return [] }
        steps &+= bytes.count / 8
        var found: [(Range<Int>, Int)] = []
        var workflow = Workflow()
        var start = 0
        while start < bytes.count, found.count < Self.mostFound {
            let line = self.line(around: start)
            if workflow.takes(line.prefix(Self.longest)) { found.append((trimmed(line.prefix(Self.longest)), rule)) }
            start = line.endIndex + 1
        }
        return found
    }

    private func line(around place: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        var (start, end) = (place, place)
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return bytes[start..<end]
    }

    private func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int> {
        var (start, end) = (line.startIndex, line.endIndex)
        while start < end, line[start] <= 0x20 { start += 1 }
        while end > start, line[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
