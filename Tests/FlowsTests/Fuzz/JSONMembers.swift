/// Where the members and elements of a line of JSON stand, as far as it is JSON.
enum JSONMembers {
    struct Member {
        /// With its key, where it has one.
        var all: Range<Int>
        var value: Range<Int>

        /// The same with the comma that would be left over without it.
        func withComma(in line: [UInt8]) -> Range<Int> {
            if all.upperBound < line.count, line[all.upperBound] == 0x2C { return all.lowerBound..<all.upperBound + 1 }
            if all.lowerBound > 0, line[all.lowerBound - 1] == 0x2C { return all.lowerBound - 1..<all.upperBound }
            return all
        }
    }

    static func all(in line: [UInt8]) -> [Member] {
        var found: [Member] = []
        var open: [(start: Int, value: Int, isObject: Bool)] = []
        var place = 0
        func end(at place: Int) {
            guard let last = open.last, last.value < place else { return }
            if last.isObject, last.value == last.start { return }
            found.append(Member(all: last.start..<place, value: last.value..<place))
        }
        while place < line.count {
            switch line[place] {
            case 0x22:
                place += 1
                while place < line.count, line[place] != 0x22 { place += line[place] == 0x5C ? 2 : 1 }
            case 0x7B, 0x5B: open.append((place + 1, place + 1, line[place] == 0x7B))
            case 0x3A: if !open.isEmpty { open[open.count - 1].value = place + 1 }
            case 0x2C:
                end(at: place)
                if !open.isEmpty {
                    open[open.count - 1].start = place + 1
                    open[open.count - 1].value = place + 1
                }
            case 0x7D, 0x5D:
                end(at: place)
                _ = open.popLast()
            default: break
            }
            place += 1
        }
        return found
    }
}
