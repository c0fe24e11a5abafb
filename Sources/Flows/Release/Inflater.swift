/// Unpacks what DEFLATE packed (RFC 1951), a piece at a time: memory stays below a few hundred kilobytes, however much
/// comes out.
struct Inflater {
    enum Failure: Error { case broken, cutShort }

    /// Gives more bytes, or none at the end.
    private let more: () -> [UInt8]
    private var input: [UInt8] = []
    private var place = 0
    private var bits: UInt64 = 0
    private var bitCount = 0
    private var output: [UInt8] = []
    private static let window = 32768
    private static let piece = 65536

    init(_ more: @escaping () -> [UInt8]) { self.more = more }

    /// - Parameter take: a piece of what comes out; `false` ends it. Of what breaks off it is given all that came before.
    /// - Returns: whether it was unpacked to its end.
    mutating func run(_ take: (ArraySlice<UInt8>) -> Bool) throws(Failure) -> Bool {
        output.reserveCapacity(Self.window + Self.piece + 512)
        var told = 0
        do throws(Failure) {
            return try blocks(&told, take)
        } catch {
            _ = take(output[told...])
            throw error
        }
    }

    private mutating func blocks(
        _ told: inout Int, _ take: (ArraySlice<UInt8>) -> Bool
    ) throws(Failure) -> Bool {
        var isLast = false
        while !isLast {
            isLast = try number(1) == 1
            switch try number(2) {
            case 0:
                _ = try number(bitCount & 7)
                let length = try number(16)
                guard try number(16) == ~length & 0xFFFF else { throw .broken }
                for _ in 0..<length {
                    output.append(UInt8(truncatingIfNeeded: try number(8)))
                    guard flush(&told, take) else { return false }
                }
            case 1:
                guard try block(Self.fixedLiterals, Self.fixedDistances, &told, take) else { return false }
            case 2:
                let (literals, distances) = try tables()
                guard try block(literals, distances, &told, take) else { return false }
            default: throw .broken
            }
        }
        return take(output[told...])
    }

    private mutating func flush(_ told: inout Int, _ take: (ArraySlice<UInt8>) -> Bool) -> Bool {
        guard output.count >= Self.window + Self.piece else { return true }
        guard take(output[told...]) else { return false }
        output.removeFirst(output.count - Self.window)
        told = output.count
        return true
    }

    // MARK: Bits

    /// So many bits, the lowest first.
    private mutating func number(_ count: Int) throws(Failure) -> Int {
        while bitCount < count { try fill() }
        let value = Int(bits & (1 << UInt64(count) - 1))
        bits >>= UInt64(count)
        bitCount -= count
        return value
    }

    private mutating func fill() throws(Failure) {
        if place == input.count {
            input = more()
            place = 0
            guard !input.isEmpty else { throw .cutShort }
        }
        bits |= UInt64(input[place]) << UInt64(bitCount)
        bitCount += 8
        place += 1
    }

    // MARK: Codes

    /// Huffman's code by its lengths: how many codes there are of each, and what they stand for in order.
    private struct Table {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(_ lengths: [Int]) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            for length in 1...15 {
                for (symbol, its) in lengths.enumerated() where its == length { symbols.append(symbol) }
            }
        }
    }

    private mutating func symbol(_ table: Table) throws(Failure) -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1...15 {
            code |= try number(1)
            let count = table.counts[length]
            if code - count < first { return table.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .broken
    }

    private static let fixedLiterals = Table(
        Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
            + Array(repeating: 8, count: 8))
    private static let fixedDistances = Table(Array(repeating: 5, count: 30))
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private mutating func tables() throws(Failure) -> (Table, Table) {
        let (literals, distances, codes) = (try number(5) + 257, try number(5) + 1, try number(4) + 4)
        guard literals <= 286, distances <= 30 else { throw .broken }
        var lengths = [Int](repeating: 0, count: 19)
        for place in 0..<codes { lengths[Self.order[place]] = try number(3) }
        let table = Table(lengths)
        var all: [Int] = []
        while all.count < literals + distances {
            let symbol = try symbol(table)
            switch symbol {
            case ..<16: all.append(symbol)
            case 16:
                guard let last = all.last else { throw .broken }
                all += Array(repeating: last, count: 3 + (try number(2)))
            case 17: all += Array(repeating: 0, count: 3 + (try number(3)))
            default: all += Array(repeating: 0, count: 11 + (try number(7)))
            }
        }
        guard all.count == literals + distances else { throw .broken }
        return (Table(Array(all[..<literals])), Table(Array(all[literals...])))
    }

    private mutating func block(
        _ literals: Table, _ distances: Table, _ told: inout Int, _ take: (ArraySlice<UInt8>) -> Bool
    ) throws(Failure) -> Bool {
        while true {
            let symbol = try symbol(literals)
            if symbol == 256 { return true }
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else {
                guard symbol - 257 < Self.lengthBases.count else { throw .broken }
                let length = Self.lengthBases[symbol - 257] + (try number(Self.lengthBits[symbol - 257]))
                let far = try self.symbol(distances)
                guard far < Self.distanceBases.count else { throw .broken }
                let distance = Self.distanceBases[far] + (try number(Self.distanceBits[far]))
                guard distance <= output.count else { throw .broken }
                let from = output.count - distance
                for step in 0..<length { output.append(output[from + step]) }
            }
            guard flush(&told, take) else { return false }
        }
    }
}
