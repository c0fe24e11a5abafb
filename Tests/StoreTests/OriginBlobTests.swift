import Testing

@testable import Store

struct OriginBlobTests {
    private let runs = [
        CopiedRun(tokens: 2..<20, source: .segment(number: 300), start: 0),
        CopiedRun(tokens: 20..<33, source: .output(generation: 1 << 40), start: 9),
        CopiedRun(tokens: 50..<62, source: .edit(7), start: 1000),
    ]

    @Test func `Runs come back as they were kept`() {
        #expect(OriginBlob.runs(OriginBlob.encoded(runs), tokens: 62) == runs)
        #expect(OriginBlob.runs(OriginBlob.encoded([]), tokens: 0) == [])
    }

    @Test func `What does not add up is not believed`() {
        let bytes = OriginBlob.encoded(runs)
        #expect(OriginBlob.runs(bytes, tokens: 61) == nil)
        #expect(OriginBlob.runs([], tokens: 9) == nil)
        #expect(OriginBlob.runs([2], tokens: 9) == nil)
        for end in 2..<bytes.count { _ = OriginBlob.runs(Array(bytes[..<end]), tokens: 62) }
        #expect(OriginBlob.runs([1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 1, 0, 0, 0], tokens: 62) == nil)
    }
}
