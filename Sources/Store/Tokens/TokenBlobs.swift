import Provenance

/// A token run as `token_run` keeps it: one compact blob a column.
///
/// - `lengths`: unsigned LEB128 ("seven bits a byte, the lowest first, the high bit says that more follow").
/// - `logprobs`: `Float32`, little-endian, NaN where one was not recorded; none at all where none was.
/// - `ids`: `UInt32`, little-endian, all ones where one was not recorded; none at all where none was.
struct TokenBlobs: Equatable {
    var count: Int
    var lengths: [UInt8]
    var logprobs: [UInt8]?
    var ids: [UInt8]?
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
    }

    /// `nil` where the columns do not agree with each other: anyone may write them.
    var run: TokenRun? {
        guard count >= 0, count <= lengths.count, (logprobs?.count ?? 4 * count) == 4 * count,
            (ids?.count ?? 4 * count) == 4 * count
        else { return nil }
        var tokens: [TokenRun.Token] = []
        tokens.reserveCapacity(count)
        var rest = lengths[...]
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
            tokens.append(token)
        }
        return rest.isEmpty ? TokenRun(tokens) : nil
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
