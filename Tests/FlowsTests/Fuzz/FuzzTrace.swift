#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Says after a crash which inputs were being read: nothing else is left of the process then.
enum FuzzTrace {
    private static let width = 80
    private static let count = 64

    /// A line for each reader that is at work.
    private nonisolated(unsafe) static let lines: UnsafeMutablePointer<UInt8> = {
        let lines = UnsafeMutablePointer<UInt8>.allocate(capacity: width * count)
        lines.initialize(repeating: 0, count: width * count)
        for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { catchOnce(signal) }
        return lines
    }()

    /// - Parameter place: of the reader, among all.
    static func note(_ words: String?, at place: Int) {
        let line = lines + width * (place % count)
        let bytes: [UInt8] = words.map { Array("fuzz: reading \($0)".utf8.prefix(width - 2)) + [0x0A, 0] } ?? [0]
        for (index, byte) in bytes.enumerated() { line[index] = byte }
    }

    /// Whoever else waits for the signal has it afterwards.
    private static func catchOnce(_ signal: Int32) {
        var action = sigaction()
        let flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER
        action.sa_flags = flags
        #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = { _ in FuzzTrace.tell() }
        #else
            action.__sigaction_u.__sa_handler = { _ in FuzzTrace.tell() }
        #endif
        _ = sigaction(signal, &action, nil)
    }

    private static func tell() {
        for place in 0..<count {
            let line = lines + width * place
            var length = 0
            while length < width, line[length] != 0 { length += 1 }
            if length > 0 { _ = write(2, line, length) }
        }
    }
}
