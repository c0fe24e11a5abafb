import Provenance
import Testing

@Suite struct `Token runs after a redaction` {
    private typealias Token = TokenRun.Token

    @Test func `Tokens beside a replacement stay as they are, tokens in it become one`() {
        let run = TokenRun([1, 2, 3, 4].map { Token(length: $0, logprob: -1, id: 9) })
        let cut = run.replacing([.init(range: 1..<6, length: 20)])
        #expect(TokenRunText(run: cut) == "1:-1.0:#9 20 4:-1.0:#9")
    }

    @Test func `What is left of a token on either side tells only its length`() {
        let run = TokenRun([Token(length: 10, logprob: -1, id: 9), Token(length: 1, logprob: -2)])
        let cut = run.replacing([.init(range: 2..<4, length: 5), .init(range: 6..<7, length: 6)])
        #expect(TokenRunText(run: cut) == "2 5 2 6 3 1:-2.0")
    }

    @Test func `Lengths add up to the new text, whatever is replaced`() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let run = TokenRun(
                (0..<Int.random(in: 0...9, using: &dice)).map { _ in
                    Token(length: Int.random(in: 0...5, using: &dice), logprob: -1)
                })
            var cuts: [TokenRun.Replacement] = []
            var wanted = run.byteCount
            var place = 0
            while place < run.byteCount {
                place += Int.random(in: 0...6, using: &dice)
                guard place < run.byteCount else { break }
                let end = min(run.byteCount, place + Int.random(in: 1...8, using: &dice))
                cuts.append(.init(range: place..<end, length: Int.random(in: 1...30, using: &dice)))
                wanted += cuts[cuts.count - 1].length - (end - place)
                place = end
            }
            let cut = run.replacing(cuts)
            #expect(cut.byteCount == wanted)
            // Each token that still tells its probability stands whole outside of every replacement.
            #expect(cut.tokens.count { $0.logprob == nil } >= cuts.count)
        }
    }
}
