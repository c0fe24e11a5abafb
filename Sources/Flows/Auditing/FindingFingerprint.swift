import Provenance
import Syntax
import Text

/// Names defects so that they are known again wherever they move: by the weakness, the tokens it lies in with formatting
/// left out, and which of several equal ones in the text it is. No line, path or rule is in it, so that a draft in which
/// another rule saw it, and another tool, come to the same.
struct FindingFingerprint {
    private let code: CodeStream
    private var seen: [String: Int] = [:]

    init(_ text: String, language: String?, isPiece: Bool) {
        code = CodeStream(text, language: language, isPiece: isPiece)
    }

    /// - Parameters:
    ///   - defect: `CWE-89`; of what has no such number, the rule.
    ///   - range: of the text, in bytes; asked in the order of the text.
    mutating func next(defect: String, range: Range<Int>) -> String {
        var words = defect
        for place in tokens(in: range) { words += "\u{0}" + String(code.hashes[place], radix: 36) }
        let number = seen[words, default: 0]
        seen[words] = number + 1
        return SHA256.hash("\(words)\u{0}\(number)").hex(32)
    }

    /// The tokens that a range touches.
    func tokens(in range: Range<Int>) -> Range<Int> { code.tokens(in: range) }
}

extension CodeStream {
    /// The tokens that a range of bytes touches.
    func tokens(in range: Range<Int>) -> Range<Int> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(ends[middle]) <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var last = low
        while last < count, Int(starts[last]) < range.upperBound { last += 1 }
        return low..<last
    }
}
