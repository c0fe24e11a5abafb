/// Lines of a history, damaged: bytes flipped, cut out, put in; members left out, doubled, changed for another's or for
/// what no program writes; lines of another format set into them. The same seed damages them alike.
struct LineMutations {
    private let lines: [[UInt8]]
    private let others: [[UInt8]]
    private var random: UInt64

    init(_ lines: [String], seed: UInt64) {
        self.init(lines.map { Array($0.utf8) }, seed: seed)
    }

    /// - Parameter others: lines of other formats, of which parts are set into these.
    init(_ lines: [[UInt8]], beside others: [[UInt8]] = [], seed: UInt64) {
        self.lines = lines
        self.others = others.isEmpty ? lines : others
        random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func roll(_ bound: Int) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((random >> 33) % UInt64(max(1, bound)))
    }

    mutating func next() -> [UInt8] { mutated(lines[roll(lines.count)]) }

    /// Without newlines, and never empty.
    mutating func mutated(_ line: [UInt8]) -> [UInt8] {
        var line = line
        repeat {
            // Most often a line that is still JSON, with something else somewhere.
            if roll(3) == 0 { damageBytes(of: &line) } else { damageMember(of: &line) }
            if line.isEmpty { line = [0x7B, 0x7D] }
        } while roll(3) == 0
        for place in line.indices where line[place] == 0x0A { line[place] = 0x20 }
        return line
    }

    private mutating func damageBytes(of line: inout [UInt8]) {
        switch roll(6) {
        case 0: line[roll(line.count)] = UInt8(truncatingIfNeeded: roll(256))
        case 1: line[roll(line.count)] ^= 1 << UInt8(roll(8))
        case 2: line.removeSubrange(range(in: line))
        case 3: line.removeSubrange(roll(line.count)...)
        case 4: line.insert(HostileValues.bytes[roll(HostileValues.bytes.count)], at: roll(line.count))
        default:
            let other = donor()
            line.replaceSubrange(range(in: line), with: other[range(in: other)])
        }
    }

    private mutating func damageMember(of line: inout [UInt8]) {
        let members = JSONMembers.all(in: line)
        guard !members.isEmpty else { return damageBytes(of: &line) }
        let member = members[roll(members.count)]
        switch roll(12) {
        case 0: line.removeSubrange(member.withComma(in: line))
        case 1: line.insert(contentsOf: [0x2C] + line[member.all], at: member.all.upperBound)
        case 2:
            let other = members[roll(members.count)]
            let (first, second) =
                member.value.lowerBound < other.value.lowerBound
                ? (member.value, other.value) : (other.value, member.value)
            // One that encloses the other would be a knot.
            guard first.upperBound <= second.lowerBound else { return }
            let (left, right) = (Array(line[first]), Array(line[second]))
            line.replaceSubrange(second, with: left)
            line.replaceSubrange(first, with: right)
        case 3, 4:
            let other = donor()
            let values = JSONMembers.all(in: other)
            guard !values.isEmpty else { return }
            line.replaceSubrange(member.value, with: other[values[roll(values.count)].value])
        case 5:
            let depth = 1 + (roll(8) == 0 ? roll(700) : roll(6))
            let (open, close): ([UInt8], [UInt8]) =
                roll(2) == 0 ? ([0x5B], [0x5D]) : (Array(#"{"content":"#.utf8), [0x7D])
            let value = Array(line[member.value])
            line.replaceSubrange(
                member.value,
                with: Array(repeatElement(open, count: depth).joined()) + value
                    + Array(repeatElement(close, count: depth).joined()))
        case 6 where roll(40) == 0:
            let piece = HostileValues.texts[roll(HostileValues.texts.count)]
            line.replaceSubrange(
                member.value,
                with: [0x22] + Array(repeatElement(piece, count: 1 + roll(40_000) / piece.count).joined()) + [0x22])
        case 6, 7:
            line.replaceSubrange(
                member.value, with: [0x22] + HostileValues.texts[roll(HostileValues.texts.count)] + [0x22])
        default:
            line.replaceSubrange(member.value, with: HostileValues.values[roll(HostileValues.values.count)])
        }
    }

    private mutating func donor() -> [UInt8] {
        roll(3) == 0 ? others[roll(others.count)] : lines[roll(lines.count)]
    }

    private mutating func range(in line: [UInt8]) -> Range<Int> {
        let start = roll(line.count)
        return start..<min(line.count, start + 1 + roll(60))
    }
}
