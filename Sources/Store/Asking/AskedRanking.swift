#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How well turns answer a question: BM25 with the prompt and the answers as two fields of one text (BM25F).
struct AskedRanking {
    let question: AskedQuestion
    /// How much each term tells.
    let weights: [Double]

    /// - Parameters:
    ///   - counts: of each term, the texts that hold it.
    ///   - texts: how many there are in all.
    init(_ question: AskedQuestion, counts: [Int], texts: Int) {
        self.question = question
        weights = counts.map { count in
            log(1 + (Double(max(texts, count)) - Double(count) + 0.5) / (Double(count) + 0.5))
        }
    }

    private struct Field {
        var weight: Double
        /// How much a long text is held against it, and what is long.
        var slope: Double
        var mean: Double
    }

    private static let prompt = Field(weight: 2, slope: 0.4, mean: 25)
    private static let answer = Field(weight: 1, slope: 0.5, mean: 120)

    /// 0 for a text with none of the words.
    func score(prompt: String, answer: String) -> Double {
        let fields = [
            (Self.prompt, AskedWords.tokens(prompt, limit: 3000)),
            (Self.answer, AskedWords.tokens(answer, limit: 8000)),
        ]
        var frequencies = [Double](repeating: 0, count: question.terms.count)
        var near = 0.0
        for (field, tokens) in fields where !tokens.isEmpty {
            let length = field.weight / (1 - field.slope + field.slope * Double(tokens.count) / field.mean)
            var last: (term: Int, place: Int)?
            var pairs: Set<Int> = []
            for (place, token) in tokens.enumerated() {
                guard let (term, fit) = fit(token.text) else { continue }
                frequencies[term] += fit * length
                if let last, term == last.term + 1, place - last.place <= 3 { pairs.insert(last.term) }
                last = (term, place)
            }
            near += pairs.reduce(0) { $0 + (weights[$1] + weights[$1 + 1]) * 0.1 * field.weight }
        }
        let all = weights.reduce(0, +)
        guard all > 0 else { return 0 }
        var sum = 0.0
        var covered = 0.0
        for (frequency, weight) in zip(frequencies, weights) where frequency > 0 {
            sum += weight * frequency * 2.2 / (frequency + 1.2)
            covered += weight * min(frequency / 0.3, 1)
        }
        // What holds all of the words a little is more to the point than what holds one of them often.
        let score = (sum + near) * (0.3 + 0.7 * covered / all)
        return fields[1].1.isEmpty ? score * 0.8 : score
    }

    private func fit(_ token: String) -> (term: Int, fit: Double)? {
        var best: (Int, Double)?
        for (index, term) in question.terms.enumerated() {
            let fit = term.fits(token)
            if fit > best?.1 ?? 0 { best = (index, fit) }
        }
        return best
    }
}
