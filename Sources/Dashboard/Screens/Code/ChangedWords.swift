/// Which words of a line differ from those of the line that took its place.
struct ChangedWords {
    /// In bytes; empty where the two have too little in common for the difference to say anything.
    private(set) var left: [Range<Int>] = []
    private(set) var right: [Range<Int>] = []

    /// Lines of more words than this are not compared.
    private static let limit = 160

    init(_ left: String, _ right: String) {
        var old = Self.words(of: left)
        var new = Self.words(of: right)
        guard left != right, old.count <= Self.limit, new.count <= Self.limit else { return }
        var common = 0
        let head = zip(old, new).prefix { $0.text == $1.text }.count
        common += old.prefix(head).reduce(0) { $0 + $1.weight }
        old.removeFirst(head)
        new.removeFirst(head)
        let tail = zip(old.reversed(), new.reversed()).prefix { $0.text == $1.text }.count
        common += old.suffix(tail).reduce(0) { $0 + $1.weight }
        old.removeLast(tail)
        new.removeLast(tail)

        // The longest common subsequence, by weight: `lengths[i][j]` of what follows on both sides.
        let width = new.count + 1
        var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i * width + j] =
                    old[i].text == new[j].text
                    ? lengths[(i + 1) * width + j + 1] + old[i].weight + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i].text == new[j].text {
                common += old[i].weight
                i += 1
                j += 1
            } else if j == new.count
                || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
            {
                Self.add(old[i].range, to: &self.left)
                i += 1
            } else {
                Self.add(new[j].range, to: &self.right)
                j += 1
            }
        }
        let whole = max(Self.weight(left), Self.weight(right))
        if common * 3 < whole {
            self.left = []
            self.right = []
        }
    }

    private struct Word {
        var text: Substring
        var range: Range<Int>
        var isBlank: Bool
        var weight: Int { isBlank ? 0 : range.count }
    }

    private static func add(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
        if let last = ranges.last, last.upperBound == range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
        } else {
            ranges.append(range)
        }
    }

    private static func weight(_ text: String) -> Int { text.utf8.count { $0 != 0x20 } }

    /// Names and numbers, blanks, and every other sign alone.
    private static func words(of text: String) -> [Word] {
        let bytes = Array(text.utf8)
        var words: [Word] = []
        var start = 0
        while start < bytes.count, words.count <= limit {
            let kind = kind(bytes[start])
            var end = start + 1
            if kind != .sign { while end < bytes.count, Self.kind(bytes[end]) == kind { end += 1 } }
            let utf8 = text.utf8
            let from = utf8.index(utf8.startIndex, offsetBy: start)
            let to = utf8.index(from, offsetBy: end - start)
            words.append(Word(text: text[from..<to], range: start..<end, isBlank: kind == .blank))
            start = end
        }
        return words
    }

    private enum Kind { case name, blank, sign }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case 0x20: .blank
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            .name
        default: .sign
        }
    }
}
