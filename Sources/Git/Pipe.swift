#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Both ends of a pipe; neither is handed on to a child by itself.
final class Pipe {
    private(set) var reading: Int32
    private(set) var writing: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    func closeWriting() {
        if writing >= 0 { closeDescriptor(writing) }
        writing = -1
    }

    func close() {
        closeWriting()
        if reading >= 0 { closeDescriptor(reading) }
        reading = -1
    }
}

/// The system's `close`, which the method of the same name hides.
private func closeDescriptor(_ descriptor: Int32) {
    _ = close(descriptor)
}
