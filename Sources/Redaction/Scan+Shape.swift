extension Scan {
    /// A key whose prefix names its provider.
    mutating func visitShape(_ window: Int, isShort: Bool) {
        guard isShort || index.hasCandidates(at: window, in: bytes) else { return }
        for shape in isShort ? index.short : index.candidates(at: window, in: bytes) {
            let start = window - shape.anchor
            guard bytes.has(shape.prefix, at: start), start >= decided, let end = end(of: shape, at: start) else {
                continue
            }
            keep(shape.kind, start..<end)
            return
        }
    }

    /// The shape that stands at `start`, as when a value has been found by its name.
    func shape(at start: Int) -> Finding? {
        for shape in Shape.all where bytes.has(shape.prefix, at: start) {
            if let end = end(of: shape, at: start) { return Finding(kind: shape.kind, range: start..<end) }
        }
        return nil
    }

    private func end(of shape: Shape, at start: Int) -> Int? {
        guard bytes.beginsToken(at: start) else { return nil }
        let tail = start + shape.prefix.utf8CodeUnitCount
        var end = bytes.end(of: shape.tail, from: tail, atMost: shape.length.upperBound + 1)
        // A sentence may end behind a token.
        while end > tail, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard shape.length.contains(end - tail), !bytes[end].isOne(of: .alphanumeric) else { return nil }
        let value = Value(bytes, tail..<end)
        guard !value.isPlaceholder, !value.isMonotonous else { return nil }
        if shape.needsRandomTail, !value.looksRandom { return nil }
        return end
    }
}
