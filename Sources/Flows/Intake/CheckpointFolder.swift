import Ingest
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The session of a checkpoint in a plain folder, as its tree has it: `<n>/{metadata.json,full.jsonl,prompt.txt}`.
struct CheckpointFolder {
    let path: String
    let metadata: CheckpointMetadata
    /// Changes whenever one of its files does.
    let stamp: String
    private let transcript: [HistoryFile]

    /// The largest metadata that are read.
    private static let limit = 16 << 20
    private static let mostParts = 999

    /// `nil` where the file is no transcript of one.
    init?(transcript file: HistoryFile, tape: JSONTape) {
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.last == "full.jsonl", let number = parts.dropLast().last, 1...4 ~= number.utf8.count,
            number.allSatisfy(\.isNumber)
        else { return nil }
        path = parts.dropLast().joined(separator: "/")
        guard let told = Self.file("metadata.json", in: path), told.size <= Self.limit,
            let bytes = FileBytes.read(told.path, limit: Int(told.size)),
            let metadata = bytes.withUnsafeBytes({ bytes in
                (try? tape.parse(bytes)).map(CheckpointMetadata.init(_:))
            }),
            metadata.checkpoint != nil || metadata.conversation != nil
        else { return nil }
        self.metadata = metadata
        // Long ones are kept in parts: `full.jsonl`, `full.jsonl.001`, …
        var transcript = [file]
        while transcript.count < Self.mostParts {
            let number = String(transcript.count)
            let name = "full.jsonl." + String(repeating: "0", count: 3 - number.utf8.count) + number
            guard let next = Self.file(name, in: path) else { break }
            transcript.append(next)
        }
        self.transcript = transcript
        stamp = ([told] + transcript).map(\.stamp).joined(separator: " ")
    }

    var size: Int64 { transcript.reduce(0) { $0 + $1.size } }

    /// The prompts, where there is no more than those.
    var prompts: String? {
        guard let file = Self.file("prompt.txt", in: path), file.size < 4 << 20 else { return nil }
        return FileBytes.read(file.path, limit: Int(file.size)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Nothing that a link leads out to is taken for a part of it.
    private static func file(_ name: String, in folder: String) -> HistoryFile? {
        HistoryFile(path: "\(folder)/\(name)").flatMap { $0.path == "\(folder)/\(name)" ? $0 : nil }
    }

    /// Its transcript's bytes, part by part.
    final class Reading {
        private let files: [HistoryFile]
        private var next = 0
        private var descriptor: Int32 = -1

        init(_ folder: CheckpointFolder) {
            files = folder.transcript
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        func rewind() -> Bool {
            next = 0
            return open()
        }

        /// 0 at the end, less where it fails.
        func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
            while descriptor >= 0 {
                let count = readSome(into: buffer)
                if count != 0 { return count }
                guard open() else { return 0 }
                buffer[0] = UInt8(ascii: "\n")
                return 1
            }
            return 0
        }

        private func readSome(into buffer: UnsafeMutableRawBufferPointer) -> Int {
            #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }

        private func open() -> Bool {
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
            guard next < files.count else { return false }
            #if canImport(Glibc)
                descriptor = Glibc.open(files[next].path, O_RDONLY | O_CLOEXEC)
            #else
                descriptor = Darwin.open(files[next].path, O_RDONLY | O_CLOEXEC)
            #endif
            next += 1
            return descriptor >= 0
        }
    }
}
