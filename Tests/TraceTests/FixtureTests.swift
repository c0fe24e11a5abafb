import Testing

@testable import Trace

struct FixtureTests {
    @Test(arguments: Fixture.all)
    func `A trace tells its root cause and the innermost own frame`(fixture: Fixture) throws {
        let failures = TraceReader.read(whole: fixture.text)
        #expect(failures.count == fixture.failures, "\(failures)")
        guard let failure = failures.first else { return }
        let primary = failure.primary
        #expect(primary.map { place($0.frame) } == fixture.place, "\(failure)")
        if let type = fixture.type { #expect(failure.rootCause.type?.hasSuffix(type) == true, "\(failure.rootCause)") }
        if let language = fixture.language { #expect(failure.language == language) }
        if let function = fixture.function { #expect(primary?.frame.function == function) }
        if let test = fixture.test { #expect(failure.test == test) }
        if let outer = fixture.outer {
            #expect(failure.outermost.type == outer.type)
            #expect(failure.outermost.frames.first(where: \.mayBeOwn).map(place) == outer.place)
        }
    }

    private func place(_ frame: Frame) -> String {
        let file = frame.file ?? ""
        return file + ":\(frame.line ?? 0)"
    }
}
