import Provenance

/// The model's tokens under a stretch of what it wrote, where the answer holds the code as it stands in the edit.
struct TokensUnder {
    let run: TokenRun
    let output: String
    private var place: (text: String, offset: Int?)?

    init(_ run: TokenRun, output: String) {
        self.run = run
        self.output = output
    }

    /// - Parameters:
    ///   - range: of the piece's text, in bytes.
    /// - Returns: `nil` where the answer does not hold the piece, or nowhere alone.
    mutating func span(_ range: Range<Int>, of piece: String) -> Finding.TokenSpan? {
        if place?.text != piece { place = (piece, output.onlyPlace(of: piece)) }
        guard let offset = place?.offset else { return nil }
        return span(range.lowerBound + offset..<range.upperBound + offset)
    }

    private func span(_ range: Range<Int>) -> Finding.TokenSpan? {
        var (start, count, known) = (0, 0, 0)
        var (sum, least) = (0.0, Double.infinity)
        for token in run.tokens {
            defer { start += token.length }
            guard start < range.upperBound else { break }
            guard start + token.length > range.lowerBound else { continue }
            count += 1
            if let logprob = token.logprob, logprob.isFinite {
                known += 1
                sum += Double(logprob)
                least = min(least, Double(logprob))
            }
        }
        guard count > 0 else { return nil }
        return Finding.TokenSpan(
            count: count, leastLogprob: known > 0 ? least : nil, meanLogprob: known > 0 ? sum / Double(known) : nil)
    }
}

extension TokensUnder {
    /// The tokens under a range of the piece, with their texts; empty where the answer does not hold it.
    func tokens(_ range: Range<Int>, of piece: String) -> [(text: String, logprob: Double?)] {
        guard let offset = output.onlyPlace(of: piece) else { return [] }
        let range = range.lowerBound + offset..<range.upperBound + offset
        var start = 0
        var found: [(text: String, logprob: Double?)] = []
        for token in run.tokens {
            defer { start += token.length }
            guard start < range.upperBound else { break }
            guard start + token.length > range.lowerBound else { continue }
            found.append((output.bytes(start..<start + token.length), token.logprob.map(Double.init)))
        }
        return found
    }
}
