#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Cuts bytes that come in pieces of any size into lines, in bounded memory.
///
/// A line is handed out as soon as its newline came. Of one that grows past `limit` the beginning is handed out as
/// `.long`, and what follows it as `.more` in pieces: whoever reads says whether it wants them.
struct LineCutter {
    enum Piece {
        /// A line without its newline.
        case line
        /// The first `limit` bytes of a longer line.
        case long
        /// More of it.
        case more
        /// The end of it, perhaps empty.
        case rest
    }

    static let limit = 1 << 20

    /// Where the line that is being cut began.
    private(set) var offset: Int64 = 0
    private(set) var number = 1
    private var position: Int64 = 0
    private var kept: [UInt8] = []
    private var isLong = false

    mutating func read(
        _ bytes: UnsafeRawBufferPointer, _ take: (Piece, ByteView, _ offset: Int64, _ number: Int) -> Void
    ) {
        var rest = ByteView(bytes)
        while !rest.isEmpty {
            if isLong {
                let end = rest.index(of: 0x0A)
                take(end == nil ? .more : .rest, rest.upTo(end ?? rest.count), offset, number)
                advance(by: end.map { $0 + 1 } ?? rest.count)
                if end != nil { next() }
                rest = rest.from(end.map { $0 + 1 } ?? rest.count)
                continue
            }
            let room = Self.limit - kept.count
            let head = rest.upTo(room)
            guard let end = head.index(of: 0x0A) else {
                if head.count < room {
                    kept.append(contentsOf: head.raw)
                    position += Int64(head.count)
                    return
                }
                whole(head) { take(.long, $0, offset, number) }
                advance(by: head.count)
                isLong = true
                rest = rest.from(head.count)
                continue
            }
            whole(head.upTo(end)) { take(.line, $0, offset, number) }
            advance(by: end + 1)
            next()
            rest = rest.from(end + 1)
        }
    }

    /// The last line, where no newline ends it.
    mutating func finish(_ take: (Piece, ByteView, _ offset: Int64, _ number: Int) -> Void) {
        if isLong {
            take(.rest, .empty, offset, number)
        } else if !kept.isEmpty {
            whole(.empty) { take(.line, $0, offset, number) }
        }
        next()
    }

    private func whole(_ end: ByteView, _ body: (ByteView) -> Void) {
        if kept.isEmpty { return body(end) }
        var line = kept
        line.append(contentsOf: end.raw)
        line.withUnsafeBytes { body(ByteView($0)) }
    }

    private mutating func advance(by count: Int) { position += Int64(count) }

    private mutating func next() {
        kept.removeAll(keepingCapacity: kept.capacity <= 1 << 16)
        isLong = false
        offset = position
        number += 1
    }
}
