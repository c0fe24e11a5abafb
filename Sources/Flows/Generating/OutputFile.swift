import Foundation
import Provenance
package import Redaction
package import Store
import Text

/// The file that generated code goes to: written whole or not at all, and never over what somebody else wrote.
package struct OutputFile: Equatable, Sendable {
    /// Why it is left as it is, as one sentence.
    package struct Refusal: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package let path: String
    package let fullPath: String
    /// What stands there; `nil` where nothing does.
    package let before: String?

    private static let limit = 16 << 20

    /// - Throws: `Refusal` where no file can be there.
    package init(_ path: String, in folder: String) throws(Refusal) {
        self.path = path
        fullPath = FileLines.full(path, in: folder)
        before = try Self.text(at: fullPath, path)
    }

    private static func text(at full: String, _ path: String) throws(Refusal) -> String? {
        var status = stat()
        guard lstat(full, &status) == 0 else {
            let parent = (full as NSString).deletingLastPathComponent
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: parent, isDirectory: &isFolder), isFolder.boolValue else {
                throw Refusal(description: "There is no folder for '\(path)': make it, or name another file.")
            }
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFLNK: throw Refusal(description: "'\(path)' is a symbolic link: name the file that it leads to.")
        default: throw Refusal(description: "'\(path)' is no file: name one to write to.")
        }
        guard status.st_size <= limit, let bytes = FileManager.default.contents(atPath: full),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw Refusal(description: "'\(path)' holds what is no text, or cannot be read: name another file.") }
        return text
    }

    /// Whether what stands there is what was generated, to the byte: then nobody's work is lost.
    package func isOurs(in store: Store, redactor: Redactor = Redactor()) throws -> Bool {
        guard let before else { return true }
        if before.isEmpty { return true }
        let kept = redactor.redact(before, path: path)?.text ?? before
        return try store.hasGenerated(SHA256.hash(kept), agent: GenerationRecord.agent)
    }

    /// - Throws: `Refusal` where the file is not as it was when this value was made, or cannot be written.
    package func write(_ text: String) throws(Refusal) {
        guard try Self.text(at: fullPath, path) == before else {
            throw Refusal(description: "'\(path)' was changed while the code was generated, and is left as it is.")
        }
        let temporary = "\(fullPath).colophon-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        var status = stat()
        let mode = lstat(fullPath, &status) == 0 ? status.st_mode & 0o7777 : 0o666
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw unwritable() }
        var isWritten = Self.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
        if before != nil { _ = fchmod(descriptor, mode) }
        close(descriptor)
        if isWritten {
            // What came into being meanwhile is not taken the place of.
            isWritten = before == nil ? link(temporary, fullPath) == 0 : rename(temporary, fullPath) == 0
        }
        let code = errno
        unlink(temporary)
        guard isWritten else {
            if before == nil, code == EEXIST {
                throw Refusal(
                    description: "'\(path)' came into being while the code was generated, and is left as it is.")
            }
            throw unwritable(code)
        }
    }

    private func unwritable(_ code: Int32 = errno) -> Refusal {
        Refusal(description: "'\(path)' cannot be written: \(String(cString: strerror(code))).")
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
