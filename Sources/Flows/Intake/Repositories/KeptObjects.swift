import Git

/// Objects of git that follow each other as one text, each ending with its last line, if without its newline.
final class KeptObjects {
    private let objects: GitObjects
    private let parts: [String]
    private var left: ArraySlice<String> = []
    private(set) var isMissing = false
    private(set) var failure: GitError?

    init(_ parts: [String], in objects: GitObjects) {
        self.objects = objects
        self.parts = parts
    }

    /// - Returns: whether the first of them is here.
    func rewind() -> Bool {
        left = parts[...]
        return open()
    }

    /// What comes next: 0 at the end, less where git fails.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(GitError) {
            let count = try objects.read(into: buffer)
            if count > 0 { return count }
            guard open() else { return 0 }
            buffer[0] = UInt8(ascii: "\n")
            return 1
        } catch {
            failure = error
            return -1
        }
    }

    private func open() -> Bool {
        guard let id = left.popFirst() else { return false }
        do throws(GitError) {
            if try objects.open(id) != nil { return true }
            isMissing = true
        } catch { failure = error }
        return false
    }
}
