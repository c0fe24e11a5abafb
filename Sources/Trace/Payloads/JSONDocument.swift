/// Collects JSON that is spread over lines until it is whole, and sees at once where it is none.
///
/// It knows of JSON what tells it from text that begins with a bracket: which token may follow which. So a log in which
/// lines begin with brackets costs no more than its bytes.
struct JSONDocument {
    enum Verdict { case more, whole, broken, tooLarge }

    private enum State { case value, valueOrEnd, keyOrEnd, key, colon, after, string, escape, scalar }

    private(set) var bytes: [UInt8] = []
    private let limit: Int
    private static let valueLimit = 1 << 18
    private static let depthLimit = 256

    private var state = State.value
    /// True for objects.
    private var stack: [Bool] = []
    private var isKey = false
    private var values = 0

    init(limit: Int) { self.limit = limit }

    /// - Parameter isLineEnd: A newline follows the piece.
    mutating func read(_ piece: ByteView, isLineEnd: Bool) -> Verdict {
        guard bytes.count + piece.count < limit, values < Self.valueLimit else { return .tooLarge }
        bytes.append(contentsOf: piece.raw)
        if isLineEnd { bytes.append(0x0A) }
        var place = 0
        while place < piece.count {
            if state == .string {
                // Most bytes are in strings.
                while place < piece.count, piece[place] != 0x22, piece[place] != 0x5C { place += 1 }
                guard place < piece.count else { break }
            }
            guard step(piece[place]) else {
                // What follows a whole value on its line belongs to something else.
                return stack.isEmpty && state == .after ? .whole : .broken
            }
            place += 1
        }
        if isLineEnd {
            if state == .string || state == .escape { return .broken }
            if state == .scalar { state = .after }
        }
        return stack.isEmpty && state == .after ? .whole : .more
    }

    private mutating func step(_ byte: UInt8) -> Bool {
        switch state {
        case .string:
            if byte == 0x5C { state = .escape }
            if byte == 0x22 { state = isKey ? .colon : .after }
            return true
        case .escape:
            state = .string
            return true
        case .scalar:
            if byte.isWord || byte == 0x2B || byte == 0x2D || byte == 0x2E { return true }
            state = .after
            return step(byte)
        case .value, .valueOrEnd: return beginValue(byte)
        case .keyOrEnd, .key:
            if Self.isSpace(byte) { return true }
            if byte == UInt8(ascii: "}"), state == .keyOrEnd { return end(true) }
            guard byte == 0x22 else { return false }
            (state, isKey) = (.string, true)
            return true
        case .colon:
            if Self.isSpace(byte) { return true }
            state = .value
            return byte == UInt8(ascii: ":")
        case .after:
            if Self.isSpace(byte) { return true }
            guard let isObject = stack.last else { return false }
            if byte == UInt8(ascii: ",") {
                state = isObject ? .key : .value
                return true
            }
            return byte == UInt8(ascii: isObject ? "}" : "]") && end(isObject)
        }
    }

    private mutating func beginValue(_ byte: UInt8) -> Bool {
        if Self.isSpace(byte) { return true }
        values += 1
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard stack.count < Self.depthLimit else { return false }
            stack.append(byte == UInt8(ascii: "{"))
            state = byte == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
            return true
        case UInt8(ascii: "]"): return state == .valueOrEnd && end(false)
        case 0x22:
            (state, isKey) = (.string, false)
            return true
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"):
            state = .scalar
            return !stack.isEmpty
        default: return false
        }
    }

    private mutating func end(_ isObject: Bool) -> Bool {
        guard stack.popLast() == isObject else { return false }
        state = .after
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
}
