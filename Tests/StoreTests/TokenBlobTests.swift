import Provenance
import Testing

@testable import Store

struct TokenBlobTests {
    private static let run = TokenRun([
        .init(length: 3, logprob: -0.5, id: 7, alternatives: [.init(text: "if", logprob: -0.5, id: 7)]),
        .init(length: 0, id: 9),
        .init(
            length: 300, logprob: -2,
            alternatives: [.init(text: "", logprob: -3), .init(text: "é🦊", logprob: -4, id: 1)]),
    ])

    @Test func `A run comes back as it was kept, with all that might have stood there`() {
        #expect(TokenBlobs(Self.run).run == Self.run)
        let plain = TokenRun([.init(length: 1), .init(length: 2)])
        #expect(TokenBlobs(plain).alternatives == nil)
        #expect(TokenBlobs(plain).run == plain)
    }

    @Test func `Alternatives that were cut or made up are none`() {
        var blobs = TokenBlobs(Self.run)
        let whole = blobs.alternatives ?? []
        for count in 0..<whole.count {
            blobs.alternatives = Array(whole[..<count])
            #expect(blobs.run == nil, "\(count)")
        }
        blobs.alternatives = whole + [0]
        #expect(blobs.run == nil)
        blobs.alternatives = [UInt8](repeating: 0xFF, count: 20)
        #expect(blobs.run == nil)
    }

    @Test func `What was redacted leaves no alternatives beside it`() {
        let cut = Self.run.replacing([.init(range: 0..<2, length: 10)])
        #expect(cut.tokens.map(\.length) == [10, 1, 0, 300])
        #expect(cut.tokens[0].alternatives.isEmpty && cut.tokens[1].alternatives.isEmpty)
        #expect(cut.tokens[3].alternatives.count == 2)
    }
}
