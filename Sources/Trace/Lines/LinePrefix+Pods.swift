/// Stern's lines: `shop-6d4cf56db6-x2x9z app text`.
extension LinePrefix {
    /// A pod's name has a hash in an alphabet without vowels, or a number and its container's name in it.
    mutating func takePod() -> Bool {
        var start = 0
        for _ in 0..<2 {
            var end = start
            while end < start + 128, isLabel(text[end]) { end += 1 }
            guard end > start, text[end] == 0x20 else { return false }
            let pod = text.slice(start, end)
            var next = end + 1
            while next < end + 64, isLabel(text[next]) { next += 1 }
            let container = text.slice(end + 1, next)
            if isPod(pod, container), next > end + 1, text[next] == 0x20 || next == text.count {
                add(text.upTo(next))
                drop(next + 1)
                return true
            }
            start = end + 1
        }
        return false
    }

    private func isPod(_ pod: ByteView, _ container: ByteView) -> Bool {
        guard let dash = pod.lastIndex(of: UInt8(ascii: "-")), dash > 0 else { return false }
        let tail = pod.from(dash + 1)
        if tail.number != nil {
            return dash == container.count && pod.upTo(dash).raw.elementsEqual(container.raw)
        }
        guard tail.count == 5, tail.raw.allSatisfy(isHashed),
            let second = pod.lastIndex(of: UInt8(ascii: "-"), before: dash)
        else { return false }
        let hash = pod.slice(second + 1, dash)
        return (8...10).contains(hash.count) && hash.raw.allSatisfy(isHashed)
    }

    private func isHashed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"), UInt8(ascii: "0"), UInt8(ascii: "1"), UInt8(ascii: "3"):
            false
        default: byte.isDigit || byte &- 0x61 < 26
        }
    }

    private func isLabel(_ byte: UInt8) -> Bool { byte.isDigit || byte &- 0x61 < 26 || byte == UInt8(ascii: "-") }
}
