/// What was generated, added up by day, agent and model from the rows of quarters of an hour.
struct UsageSums {
    /// Numbers of a row: slot, repository, those of the words of agent and model, and eleven counts.
    fileprivate static let width = 15

    /// Rows one after the other.
    struct Rows {
        var numbers: [Int64] = []
        var words: [String] = []
        private var known: [String: Int64] = [:]

        mutating func add(_ row: StatementRow) {
            numbers.append(row.number(0))
            numbers.append(row.number(1))
            numbers.append(number(of: row.text(2) ?? ""))
            numbers.append(number(of: row.text(3) ?? ""))
            for column in 4..<Int32(width) { numbers.append(row.number(column)) }
        }

        private mutating func number(of word: String) -> Int64 {
            if let known = known[word] { return known }
            known[word] = Int64(words.count)
            words.append(word)
            return Int64(words.count - 1)
        }

        func packed(from start: Int64) -> [UInt8] {
            var page = PageWriter()
            var slot = start / Store.usageSlot
            for row in stride(from: 0, to: numbers.count, by: width) {
                page.put(numbers[row], since: slot)
                slot = numbers[row]
                page.put(numbers[row + 1])
                page.put(word: words[Int(numbers[row + 2])])
                page.put(word: words[Int(numbers[row + 3])])
                for place in row + 4..<row + width { page.put(numbers[place]) }
            }
            return page.bytes
        }

        init() {}

        /// - Returns: `nil` of damaged bytes.
        init?(packed bytes: UnsafeRawBufferPointer, from start: Int64) {
            var page = PageReader(bytes)
            var slot = start / Store.usageSlot
            numbers.reserveCapacity(bytes.count)
            while !page.isAtEnd {
                slot = page.signed(since: slot)
                numbers.append(slot)
                numbers.append(page.signed())
                numbers.append(Int64(page.word()))
                numbers.append(Int64(page.word()))
                for _ in 4..<width { numbers.append(page.signed()) }
            }
            guard !page.isDamaged else { return nil }
            words = page.words
        }
    }

    private struct Key: Hashable {
        var day: Int64
        var agent: Int
        var model: Int
    }

    /// `nil` of all.
    private let repositories: Set<Int64>?
    private let offset: Int64
    private var places: [Key: Int] = [:]
    private var words: [String: Int] = [:]
    private var sums: [UsageFact] = []

    /// - Parameter offset: milliseconds by which the clock whose days are meant is ahead of UTC.
    init(of repositories: Set<Int64>?, offset: Int64) {
        self.repositories = repositories
        self.offset = offset
    }

    /// - Parameter slots: those that are meant.
    mutating func add(_ rows: Rows, in slots: Range<Int64>) {
        let numbers = rows.numbers
        let own = rows.words.map { word in
            let number = words[word] ?? words.count
            words[word] = number
            return number
        }
        for row in stride(from: 0, to: numbers.count, by: Self.width) where slots.contains(numbers[row]) {
            if let repositories, !repositories.contains(numbers[row + 1]) { continue }
            let (agent, model) = (Int(numbers[row + 2]), Int(numbers[row + 3]))
            let key = Key(
                day: (numbers[row] &* Store.usageSlot &+ offset) / 86_400_000, agent: own[agent], model: own[model])
            let place = places[key] ?? sums.count
            if place == sums.count {
                places[key] = place
                sums.append(UsageFact(day: key.day, agent: rows.words[agent], model: rows.words[model]))
            }
            sums[place].add(numbers[(row + 4)..<(row + Self.width)])
        }
    }

    /// By day, agent and model, by the bytes of their names.
    var facts: [UsageFact] {
        sums.sorted { one, other in
            if one.day != other.day { return one.day < other.day }
            if one.agent != other.agent { return one.agent.utf8.lexicographicallyPrecedes(other.agent.utf8) }
            return one.model.utf8.lexicographicallyPrecedes(other.model.utf8)
        }
    }
}

extension UsageFact {
    fileprivate mutating func add(_ counts: ArraySlice<Int64>) {
        let first = counts.startIndex
        generations &+= counts[first]
        counted &+= counts[first + 1]
        inputTokens &+= counts[first + 2]
        cacheReadTokens &+= counts[first + 3]
        cacheWriteTokens &+= counts[first + 4]
        outputTokens &+= counts[first + 5]
        edits &+= counts[first + 6]
        kept &+= counts[first + 7]
        refused &+= counts[first + 8]
        added &+= counts[first + 9]
        findings &+= counts[first + 10]
    }
}
