/// The runs of a text as `origin.runs` keeps them: a byte 1 for the form, then for each run unsigned LEB128 numbers.
///
/// How many words and signs lie between it and the run before; how many it has; the kind of its source (0 segment, 1 output
/// of a generation, 2 edit); the segment's number in its session and thread, or the row's id; the word or sign of the source
/// at which it begins.
enum OriginBlob {
    private static let form: UInt8 = 1

    static func encoded(_ runs: [CopiedRun]) -> [UInt8] {
        var bytes = [form]
        var end = 0
        for run in runs {
            bytes.append(varint: UInt64(max(0, run.tokens.lowerBound - end)))
            bytes.append(varint: UInt64(run.tokens.count))
            end = run.tokens.upperBound
            let (kind, id): (UInt64, Int64) =
                switch run.source {
                case .segment(let number): (0, Int64(number))
                case .output(let generation): (1, generation)
                case .edit(let edit): (2, edit)
                }
            bytes.append(varint: kind)
            bytes.append(varint: UInt64(bitPattern: id))
            bytes.append(varint: UInt64(max(0, run.start)))
        }
        return bytes
    }

    /// - Returns: `nil` for another form, and for what does not add up: anyone may write it.
    static func runs(_ bytes: [UInt8], tokens: Int) -> [CopiedRun]? {
        guard bytes.first == form else { return nil }
        var rest = bytes[1...]
        var runs: [CopiedRun] = []
        var end = 0
        while !rest.isEmpty {
            guard let gap = rest.popVarint(), let count = rest.popVarint(), let kind = rest.popVarint(),
                let id = rest.popVarint(), let start = rest.popVarint(), gap <= UInt64(tokens),
                count <= UInt64(tokens), end + Int(gap) + Int(count) <= tokens, start <= UInt64(Int32.max)
            else { return nil }
            let source: CopiedRun.Source
            switch kind {
            case 0: source = .segment(number: Int(truncatingIfNeeded: id))
            case 1: source = .output(generation: Int64(bitPattern: id))
            case 2: source = .edit(Int64(bitPattern: id))
            default: return nil
            }
            let first = end + Int(gap)
            end = first + Int(count)
            runs.append(CopiedRun(tokens: first..<end, source: source, start: Int(start)))
        }
        return runs
    }
}
