/// The lines of a text, by their numbers from 1.
struct DraftLines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var starts: [Int] = [0]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        for place in bytes.indices where bytes[place] == 0x0A { starts.append(place + 1) }
    }

    func range(of line: Int) -> Range<Int>? {
        guard line > 0, line <= starts.count else { return nil }
        return starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
    }

    func text(of line: Int) -> String {
        guard let range = range(of: line) else { return "" }
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    }

    func line(of place: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low + 1
    }
}
