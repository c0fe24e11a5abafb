#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a file line by line from an offset, in bounded memory whatever the lines are.
///
/// A line of up to `direct` bytes is handed out from the buffer it was read into. A longer one is taken for JSON and
/// passes through `LineShortener`, which keeps the first `longString` bytes of each longer string; where even so it
/// passes `limit`, the rest of it is skipped and the line says `isTooLong`.
///
///     let reader = LineReader(descriptor: file, offset: readSoFar, line: linesSoFar + 1)
///     while let line = try reader.next(), line.isTerminated { … }
///
/// With `isWhole` newlines end nothing: the file is one value, and is handed out as one line within the same limits.
///
/// Files are read by position, so nothing else that reads the descriptor is disturbed; a pipe is read as it comes. To
/// read on after a last line without a newline, begin a new reader at that line's `start`.
package final class LineReader {
    /// The offset after the last line handed out.
    package private(set) var position: Int64

    private let descriptor: Int32
    /// Reads instead of the descriptor, as `read(2)` does.
    private let source: ((UnsafeMutableRawBufferPointer) -> Int)?
    private let limit: Int
    private let longString: Int
    private let direct: Int
    private let isWhole: Bool
    private var number: Int
    private var isPipe = false

    /// What has been read and not handed out: `buffer[unread..<filled]`, of which `unread` is at `position`.
    private var buffer: UnsafeMutableRawPointer
    private var capacity: Int
    private var unread = 0
    private var filled = 0
    private var shortener: LineShortener?

    private static let chunk = 256 << 10

    /// Bytes that a line may have, its long strings cut, unless another limit is given.
    package static let limit = 64 << 20

    /// - Parameters:
    ///   - descriptor: Open for reading; not closed.
    ///   - offset: Where the first line begins.
    ///   - line: The number of the first line.
    ///   - limit: Bytes of the longest line to hand out.
    ///   - longString: Bytes to keep of a longer string, in a line longer than `direct`.
    ///   - direct: Bytes of the longest line to leave as it is.
    ///   - isWhole: Whether all of the file is one line.
    ///   - source: What to read instead of a descriptor: it fills the buffer and says how many bytes came, 0 at the end
    ///     and a negative number where reading fails.
    package init(
        descriptor: Int32, offset: Int64 = 0, line: Int = 1, limit: Int = LineReader.limit, longString: Int = 4 << 20,
        direct: Int = 8 << 20, isWhole: Bool = false, source: ((UnsafeMutableRawBufferPointer) -> Int)? = nil
    ) {
        self.descriptor = descriptor
        self.source = source
        self.isWhole = isWhole
        self.limit = max(limit, 0)
        self.longString = max(longString, 0)
        self.direct = min(max(direct, 0), self.limit)
        position = max(offset, 0)
        number = line
        capacity = Self.chunk
        buffer = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The next line, or nil at the end of the file.
    package func next() throws(ReadError) -> Line? {
        shortener = nil
        var searched = 0
        while true {
            if let newline = newline(from: unread + searched) {
                return newline - unread > direct ? try nextShortened() : take(to: newline, isTerminated: true)
            }
            searched = filled - unread
            if searched > direct { return try nextShortened() }
            if try fill() == 0 { return searched == 0 ? nil : take(to: filled, isTerminated: false) }
        }
    }

    /// Whether something is here already: a whole line, or bytes to read; if not, `next` waits for whoever writes.
    package var isAtHand: Bool {
        if newline(from: unread) != nil { return true }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) != 0
    }

    /// A line that lies in the buffer whole.
    private func take(to end: Int, isTerminated: Bool) -> Line {
        var bytes = UnsafeRawBufferPointer(start: buffer + unread, count: end - unread)
        let start = position
        unread = isTerminated ? end + 1 : end
        position += Int64(bytes.count + (isTerminated ? 1 : 0))
        if isTerminated, bytes.last == UInt8(ascii: "\r") { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
        return finish(bytes, from: start, isTerminated: isTerminated, shortened: 0, isTooLong: false)
    }

    private func nextShortened() throws(ReadError) -> Line {
        let start = position
        var line = LineShortener(limit: limit, longString: longString)
        var isTerminated = false
        while true {
            let newline = newline(from: unread)
            line.push(UnsafeRawBufferPointer(start: buffer + unread, count: (newline ?? filled) - unread))
            position += Int64((newline ?? filled) - unread)
            unread = newline ?? filled
            if newline != nil {
                isTerminated = true
                unread += 1
                position += 1
                break
            }
            unread = 0
            filled = 0
            let read: Int
            do { read = try fill() } catch {
                // The line was not handed out, so the reader stays before it, and reads it again when asked again.
                position = start
                throw error
            }
            if read == 0 { break }
        }
        line.finish(isTerminated: isTerminated)
        let answer = finish(
            line.bytes, from: start, isTerminated: isTerminated, shortened: line.shortened, isTooLong: line.isTooLong)
        shortener = consume line
        return answer
    }

    private func finish(
        _ bytes: UnsafeRawBufferPointer, from start: Int64, isTerminated: Bool, shortened: Int, isTooLong: Bool
    ) -> Line {
        defer { number += 1 }
        return Line(
            bytes: bytes, number: number, start: start, end: position, isTerminated: isTerminated,
            shortened: shortened, isTooLong: isTooLong)
    }

    private func newline(from place: Int) -> Int? {
        guard !isWhole, filled > place, let found = memchr(buffer + place, 0x0A, filled - place) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(buffer)
    }

    /// Reads more behind what there is, and says how many bytes came; 0 at the end of the file.
    private func fill() throws(ReadError) -> Int {
        if unread > 0 {
            memmove(buffer, buffer + unread, filled - unread)
            filled -= unread
            unread = 0
        }
        if filled == capacity {
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
            larger.copyMemory(from: buffer, byteCount: filled)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        }
        // No further than one byte past `direct`, which is where it shows that a line is longer; then in whole chunks.
        let room = min(capacity - filled, max(direct + 1 - filled, Self.chunk))
        let offset = position + Int64(filled)
        if let source {
            let count = source(UnsafeMutableRawBufferPointer(start: buffer + filled, count: room))
            guard count >= 0 else { throw ReadError(code: EIO, offset: offset) }
            filled += count
            return count
        }
        while true {
            let count =
                isPipe
                ? read(descriptor, buffer + filled, room) : pread(descriptor, buffer + filled, room, off_t(offset))
            if count >= 0 {
                filled += count
                return count
            }
            let code = errno
            if code == ESPIPE, !isPipe {
                isPipe = true
            } else if code != EINTR {
                throw ReadError(code: code, offset: offset)
            }
        }
    }
}
