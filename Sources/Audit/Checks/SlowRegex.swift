/// Whether a backtracking matcher may take exponential time with a regular expression: what is repeated without bound
/// holds what is repeated without bound, and nothing between them tells where one ends and the next begins.
///
/// Read in one pass with a stack of groups; what it does not know is taken as harmless.
struct SlowRegex {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// The ASCII characters that an item may be; beyond ASCII all or nothing by bit 127.
    private struct Letters {
        var low: UInt64 = 0
        var high: UInt64 = 0

        static let anyButLineEnd = Letters(low: ~(1 << 0x0A), high: .max)

        init() {}
        init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }
        init(_ range: ClosedRange<UInt8>) { for byte in range where byte < 128 { insert(byte) } }

        mutating func insert(_ byte: UInt8) {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(min(byte, 127) - 64) }
        }
        mutating func formUnion(_ other: Letters) { (low, high) = (low | other.low, high | other.high) }
        func meets(_ other: Letters) -> Bool { low & other.low != 0 || high & other.high != 0 }
        var inverted: Letters { Letters(low: ~low, high: ~high) }
    }

    private struct Group {
        /// What the branch may begin with, and what its last unbounded item takes.
        var first = Letters()
        var isFirstOpen = true
        var unbounded: Letters?
        /// Something after the unbounded item, or before it, must be there that it does not take.
        var isSeparated = false
        /// What former branches begin with.
        var branches = Letters()
        var branchesOverlap = false
        var hasBranches = false
        /// What must stand before the unbounded item.
        var needed: Letters?
        var isAmbiguous = false
        var isLook = false
    }

    static func isSlow(_ text: Text) -> Bool {
        guard text.count < 4000 else { return false }
        var reader = SlowRegex(text: text)
        return reader.read()
    }

    private let text: Text
    private var place: Int
    private var groups: [Group] = [Group()]

    private init(text: Text) {
        self.text = text
        place = text.startIndex
    }

    private mutating func read() -> Bool {
        while place < text.endIndex {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: "("):
                guard groups.count < 60 else { return false }
                var group = Group()
                place += 1
                if place < text.endIndex, text[place] == UInt8(ascii: "?") {
                    place += 1
                    if place < text.endIndex, text[place] == UInt8(ascii: "=") || text[place] == UInt8(ascii: "!") {
                        group.isLook = true
                    }
                    if place < text.endIndex, text[place] == UInt8(ascii: ">") { return false }
                    while place < text.endIndex, text[place] != UInt8(ascii: ":"), text[place] != UInt8(ascii: ">"),
                        text[place] != UInt8(ascii: "="), text[place] != UInt8(ascii: "!"),
                        text[place] != UInt8(ascii: ")")
                    { place += 1 }
                    if place < text.endIndex, text[place] != UInt8(ascii: ")") { place += 1 }
                }
                groups.append(group)
            case UInt8(ascii: ")"):
                place += 1
                guard groups.count > 1, let group = groups.popLast() else { continue }
                let (isUnbounded, _) = quantifier()
                let overlaps = group.branchesOverlap || group.branches.meets(group.first) && group.hasBranches
                if isUnbounded, !group.isLook, group.isAmbiguous || overlaps || isRepeating(group) { return true }
                var letters = group.first
                letters.formUnion(group.branches)
                if !group.isLook {
                    item(
                        letters, isUnbounded: isUnbounded || group.unbounded != nil && !group.isSeparated,
                        isOptional: false)
                }
            case UInt8(ascii: "|"):
                place += 1
                let last = groups.count - 1
                if groups[last].branches.meets(groups[last].first), groups[last].hasBranches {
                    groups[last].branchesOverlap = true
                }
                if isRepeating(groups[last]) { groups[last].isAmbiguous = true }
                groups[last].branches.formUnion(groups[last].first)
                groups[last].hasBranches = true
                (groups[last].first, groups[last].isFirstOpen, groups[last].unbounded) = (Letters(), true, nil)
                (groups[last].isSeparated, groups[last].needed) = (false, nil)
            case UInt8(ascii: "^"), UInt8(ascii: "$"):
                place += 1
            default:
                let letters = atom()
                let (isUnbounded, isOptional) = quantifier()
                item(letters, isUnbounded: isUnbounded, isOptional: isOptional)
            }
        }
        return false
    }

    /// The group, repeated, can take the same text in many ways.
    private func isRepeating(_ group: Group) -> Bool { group.unbounded != nil && !group.isSeparated }

    private mutating func item(_ letters: Letters, isUnbounded: Bool, isOptional: Bool) {
        let last = groups.count - 1
        if groups[last].isFirstOpen { groups[last].first.formUnion(letters) }
        if !isOptional { groups[last].isFirstOpen = false }
        if isUnbounded {
            // A separator that stood before it holds only if it is none of its own letters.
            if groups[last].unbounded == nil, let before = groups[last].needed {
                groups[last].isSeparated = !before.meets(letters)
            }
            if groups[last].unbounded == nil || !groups[last].isSeparated { groups[last].unbounded = letters }
        } else if !isOptional {
            if let open = groups[last].unbounded {
                if !open.meets(letters) { groups[last].isSeparated = true }
            } else {
                var needed = groups[last].needed ?? Letters()
                needed.formUnion(letters)
                groups[last].needed = needed
            }
        }
    }

    private mutating func atom() -> Letters {
        let byte = text[place]
        place += 1
        switch byte {
        case UInt8(ascii: "."): return .anyButLineEnd
        case UInt8(ascii: "\\"):
            guard place < text.endIndex else { return Letters() }
            place += 1
            return escape(text[place - 1])
        case UInt8(ascii: "["): return letterClass()
        default:
            var letters = Letters()
            letters.insert(byte)
            return letters
        }
    }

    private func escape(_ byte: UInt8) -> Letters {
        switch byte {
        case UInt8(ascii: "d"): return Letters(0x30...0x39)
        case UInt8(ascii: "D"): return Letters(0x30...0x39).inverted
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
            var letters = Letters(0x30...0x39)
            letters.formUnion(Letters(0x41...0x5A))
            letters.formUnion(Letters(0x61...0x7A))
            letters.insert(0x5F)
            return byte == UInt8(ascii: "w") ? letters : letters.inverted
        case UInt8(ascii: "s"), UInt8(ascii: "S"):
            var letters = Letters(0x09...0x0D)
            letters.insert(0x20)
            return byte == UInt8(ascii: "s") ? letters : letters.inverted
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "Z"), UInt8(ascii: "z"):
            return Letters()
        case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "u"), UInt8(ascii: "x"): return Letters()
        default:
            var letters = Letters()
            let controls: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x66: 0x0C, 0x76: 0x0B]
            letters.insert(controls[byte] ?? byte)
            return letters
        }
    }

    private mutating func letterClass() -> Letters {
        var letters = Letters()
        var isInverted = false
        if place < text.endIndex, text[place] == UInt8(ascii: "^") {
            isInverted = true
            place += 1
        }
        var isFirst = true
        while place < text.endIndex, text[place] != UInt8(ascii: "]") || isFirst {
            isFirst = false
            let byte = text[place]
            place += 1
            if byte == UInt8(ascii: "\\"), place < text.endIndex {
                letters.formUnion(escape(text[place]))
                place += 1
            } else if place + 1 < text.endIndex, text[place] == UInt8(ascii: "-"), text[place + 1] != UInt8(ascii: "]"),
                text[place + 1] >= byte
            {
                letters.formUnion(Letters(byte...text[place + 1]))
                place += 2
            } else {
                letters.insert(byte)
            }
        }
        place += 1
        return isInverted ? letters.inverted : letters
    }

    private mutating func quantifier() -> (isUnbounded: Bool, isOptional: Bool) {
        guard place < text.endIndex else { return (false, false) }
        var result = (isUnbounded: false, isOptional: false)
        switch text[place] {
        case UInt8(ascii: "*"): result = (true, true)
        case UInt8(ascii: "+"): result = (true, false)
        case UInt8(ascii: "?"): result = (false, true)
        case UInt8(ascii: "{"):
            var end = place + 1
            while end < text.endIndex, ASCII.isDigit(text[end]) || text[end] == UInt8(ascii: ",") { end += 1 }
            guard end < text.endIndex, text[end] == UInt8(ascii: "}"), end > place + 1 else {
                place += 1
                return (false, false)
            }
            let isOptional = text[place + 1] == UInt8(ascii: "0") || text[place + 1] == UInt8(ascii: ",")
            result = (text[end - 1] == UInt8(ascii: ","), isOptional)
            place = end
        default: return result
        }
        place += 1
        // Possessive ones never go back.
        if place < text.endIndex, text[place] == UInt8(ascii: "+") {
            place += 1
            return (false, result.isOptional)
        }
        if place < text.endIndex, text[place] == UInt8(ascii: "?") { place += 1 }
        return result
    }
}
