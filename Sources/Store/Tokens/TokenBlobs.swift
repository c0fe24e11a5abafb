import Provenance

/// A token run as `token_run` keeps it: one compact blob a column.
///
/// - `lengths`: unsigned LEB128 ("seven bits a byte, the lowest first, the high bit says that more follow").
/// - `logprobs`: `Float32`, little-endian, NaN where one was not recorded; none at all where none was.
/// - `ids`: `UInt32`, little-endian, all ones where one was not recorded; none at all where none was.
/// - `alternatives`: for each token how many, then of each the bytes of its text as a length and UTF-8, its `Float32`, its
///   `UInt32`; numbers as in `lengths`. None at all where none were recorded.
struct TokenBlobs: Equatable {
    var count: Int
    var lengths: [UInt8]
    var logprobs: [UInt8]?
    var ids: [UInt8]?
    var alternatives: [UInt8]?
}

extension TokenBlobs {
    init(_ run: TokenRun) {
        count = run.tokens.count
        lengths = []
        for token in run.tokens { lengths.append(varint: UInt64(clamping: token.length)) }
        if run.tokens.contains(where: { $0.logprob != nil }) {
            logprobs = run.tokens.flatMap { ($0.logprob ?? .nan).bitPattern.littleEndianBytes }
        }
        if run.tokens.contains(where: { $0.id != nil }) {
            ids = run.tokens.flatMap { ($0.id ?? .max).littleEndianBytes }
        }
        if run.tokens.contains(where: { !$0.alternatives.isEmpty }) {
            alternatives = run.tokens.reduce(into: []) { $0.append($1.alternatives) }
        }
    }

    /// `nil` where the columns do not agree with each other: anyone may write them.
    var run: TokenRun? {
        guard count >= 0, count <= lengths.count, (logprobs?.count ?? 4 * count) == 4 * count,
            (ids?.count ?? 4 * count) == 4 * count
        else { return nil }
        var tokens: [TokenRun.Token] = []
        tokens.reserveCapacity(count)
        var rest = lengths[...]
        var others = (alternatives ?? [])[...]
        var total = 0
        for index in 0..<count {
            guard let length = rest.popVarint().flatMap(Int.init(exactly:)) else { return nil }
            let (sum, overflows) = total.addingReportingOverflow(length)
            guard !overflows else { return nil }
            total = sum
            var token = TokenRun.Token(length: length)
            if let logprob = logprobs.map({ Float(bitPattern: $0.littleEndian(at: 4 * index)) }), !logprob.isNaN {
                token.logprob = logprob
            }
            if let id = ids?.littleEndian(at: 4 * index), id != .max { token.id = id }
            if alternatives != nil {
                guard let some = others.popAlternatives() else { return nil }
                token.alternatives = some
            }
            tokens.append(token)
        }
        return rest.isEmpty && others.isEmpty ? TokenRun(tokens) : nil
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ alternatives: [TokenRun.Alternative]) {
        append(varint: UInt64(alternatives.count))
        for one in alternatives {
            append(varint: UInt64(one.text.utf8.count))
            append(contentsOf: one.text.utf8)
            append(contentsOf: one.logprob.bitPattern.littleEndianBytes)
            append(contentsOf: (one.id ?? .max).littleEndianBytes)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func popAlternatives() -> [TokenRun.Alternative]? {
        guard let count = popVarint().flatMap(Int.init(exactly:)), count <= self.count else { return nil }
        var alternatives: [TokenRun.Alternative] = []
        for _ in 0..<count {
            guard let length = popVarint().flatMap(Int.init(exactly:)), length <= self.count - 8 else { return nil }
            let text = String(decoding: prefix(length), as: UTF8.self)
            removeFirst(length)
            let numbers = Array(prefix(8))
            removeFirst(8)
            let id = numbers.littleEndian(at: 4)
            alternatives.append(
                .init(
                    text: text, logprob: Float(bitPattern: numbers.littleEndian(at: 0)), id: id == .max ? nil : id))
        }
        return alternatives
    }
}

extension UInt32 {
    fileprivate var littleEndianBytes: [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: self >> UInt32(8 * $0)) }
    }
}

extension [UInt8] {
    fileprivate func littleEndian(at place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(self[place + $1]) << UInt32(8 * $1) }
    }
}
