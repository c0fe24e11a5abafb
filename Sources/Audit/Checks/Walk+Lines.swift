/// Texts that are looked at line by line: workflows, Dockerfiles, statements of SQL.
extension Walk {
    mutating func checkLines(path: String) -> [(range: Range<Int>, rule: Int)] {
        let rules = set.lines.filter { index in
            guard let line = set.rules[index].lines else { return false }
            let whole = bytes[...]
            return line.unlessText.allSatisfy { !ASCII.has($0, in: whole) }
                && (line.textHas.isEmpty || line.textHas.contains { ASCII.has($0, in: whole) })
        }
        var found: [(Range<Int>, Int)] = []
        var workflow = Workflow()
        let injection = set.language == "yaml" ? set.checks[.workflowInjection] : nil
        guard !rules.isEmpty || injection != nil else { return [] }
        var start = 0
        while start < bytes.count, found.count < 5000 {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            // Longer lines are data.
            let line = bytes[start..<min(end, start + 2000)]
            steps &+= 1 + line.count / 8
            if let injection, workflow.takes(line) { found.append((trimmed(line), injection)) }
            let isComment = line.first { $0 > 0x20 } == UInt8(ascii: "#")
            for index in rules where !isComment {
                guard let wanted = set.rules[index].lines else { continue }
                guard wanted.all.allSatisfy({ ASCII.has($0, in: line) }),
                    wanted.any.isEmpty || wanted.any.contains(where: { ASCII.has($0, in: line) }),
                    !wanted.none.contains(where: { ASCII.has($0, in: line) })
                else { continue }
                found.append((trimmed(line), index))
            }
            start = end + 1
        }
        return found
    }

    private func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int> {
        var (start, end) = (line.startIndex, line.endIndex)
        while start < end, line[start] <= 0x20 { start += 1 }
        while end > start, line[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
