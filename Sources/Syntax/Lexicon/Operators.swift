/// The operators of a language, the longest first: `>>>=` before `>>>`.
struct Operators: Sendable {
    private var marks: [Mark] = []
    /// Where in `marks` those with this first byte lie; they lie together.
    private var starts = [UInt16](repeating: 0, count: 257)
    private var singles = [Bool](repeating: false, count: 256)

    /// - Parameter list: with white space between.
    init(_ list: String) {
        let all = list.split(whereSeparator: \.isWhitespace).map { Mark($0) }
        for first in 0...255 {
            let own = all.filter { Int($0.first) == first }
            marks += own.filter { $0.count > 1 }.sorted { $0.count > $1.count }
            starts[first + 1] = UInt16(marks.count)
            singles[first] = own.contains { $0.count == 1 }
        }
    }

    /// The length of the operator that begins there; 0 for none.
    @inline(__always)
    func length(at position: Int, in text: Bytes) -> Int {
        let first = Int(text[position])
        var index = Int(starts[first])
        let end = Int(starts[first + 1])
        while index < end {
            if text.has(marks[index], at: position) { return marks[index].count }
            index += 1
        }
        return singles[first] ? 1 : 0
    }
}
