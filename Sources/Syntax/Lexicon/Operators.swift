/// The operators of a language, the longest first: `>>>=` before `>>>`.
struct Operators: Sendable {
    struct Operator: Sendable {
        let mark: Mark
        /// What may follow; nil for what followed before (`i++ / 2`).
        let next: Expected?
    }

    private var marks: [Operator] = []
    /// Where in `marks` those with this first byte lie; they lie together.
    private var starts = [UInt16](repeating: 0, count: 257)

    /// - Parameters:
    ///   - list: with white space between, like the others, which are a part of it.
    ///   - accessors: those that a member follows.
    ///   - openers: those that a statement follows.
    init(_ list: String, accessors: String, openers: String) {
        func split(_ list: String) -> [Substring] { list.split(whereSeparator: \.isWhitespace) }
        let (accessors, openers) = (Set(split(accessors)), Set(split(openers)))
        let all = split(list).map { text in
            let isStep = text == "++" || text == "--"
            return Operator(
                mark: Mark(text),
                next: accessors.contains(text)
                    ? .member : openers.contains(text) ? .statement : isStep ? nil : .operand)
        }
        for first in 0...255 {
            marks += all.filter { Int($0.mark.first) == first }.sorted { $0.mark.count > $1.mark.count }
            starts[first + 1] = UInt16(marks.count)
        }
    }

    /// The operator that begins there.
    @inline(__always)
    func find(at position: Int, in text: Bytes) -> Operator? {
        let first = Int(text[position])
        var index = Int(starts[first])
        let end = Int(starts[first + 1])
        guard index < end else { return nil }
        let word = text.word(at: position)
        while index < end {
            if word & marks[index].mark.mask == marks[index].mark.bytes { return marks[index] }
            index += 1
        }
        return nil
    }
}
