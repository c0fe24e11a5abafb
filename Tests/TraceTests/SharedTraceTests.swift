import Foundation
import Testing

@testable import Trace

/// What the collected traces are known to say.
struct SharedTraceTests {
    private struct Place: Decodable {
        var file: String
        var line: Int
        var function: String?
        var exception: String?
    }

    private struct Expected: Decodable {
        var language: String
        var innermost_in_app: Place?
        var outer: Place?
        var exception: String?
        var module_path: String?
        var raw_file: String?
        var repo_path: String?
        var test: String?
        var release: String?
        var failures: [[Item]]?

        enum Item: Decodable, Equatable {
            case file(String), line(Int)

            init(from decoder: any Decoder) throws {
                let box = try decoder.singleValueContainer()
                if let line = try? box.decode(Int.self) {
                    self = .line(line)
                } else {
                    self = .file(try box.decode(String.self))
                }
            }
        }
    }

    private static let expected: [String: Expected] = {
        let bytes = Data(SharedTraces.bytes("expected.json"))
        return (try? JSONDecoder().decode([String: Expected].self, from: bytes)) ?? [:]
    }()

    @Test(.enabled(if: SharedTraces.folder != nil, "no samples"))
    func `Every expectation holds`() throws {
        #expect(Self.expected.count > 30)
        for (name, expected) in Self.expected.sorted(by: { $0.key < $1.key }) {
            let failures = SharedTraces.bytes(name).withUnsafeBytes { TraceReader.read(whole: $0) }
            check(name, expected, failures)
        }
    }

    private func check(_ name: String, _ expected: Expected, _ failures: [Failure]) {
        guard let place = expected.innermost_in_app else {
            #expect(failures.allSatisfy { $0.primary == nil }, "\(name): \(failures)")
            if let type = expected.exception { #expect(failures.contains { $0.rootCause.type == type }, "\(name)") }
            return
        }
        let failure = failures.first { failure in
            guard let primary = failure.primary else { return false }
            return primary.frame.line == place.line && files(primary.frame).contains(place.file)
                && (expected.exception == nil || primary.exception.type == expected.exception)
        }
        guard let failure, let primary = failure.primary else {
            Issue.record("\(name): \(failures.map { ($0.primary?.exception.type, $0.primary?.frame) }) is not \(place)")
            return
        }
        #expect(failure.language == expected.language, "\(name)")
        if let function = place.function { #expect(primary.frame.function == function, "\(name)") }
        if let path = expected.module_path { #expect(primary.frame.paths.contains(path), "\(name)") }
        if let path = expected.repo_path { #expect(primary.frame.paths.contains { $0.hasSuffix(path) }, "\(name)") }
        if let file = expected.raw_file { #expect(primary.frame.file == file, "\(name)") }
        if let test = expected.test { #expect(failure.test == test, "\(name)") }
        if let release = expected.release { #expect(failure.release == release, "\(name)") }
        if let outer = expected.outer {
            let frame = failure.outermost.frames.first(where: \.mayBeOwn)
            #expect(frame?.file == outer.file || frame?.paths.contains(outer.file) == true, "\(name): \(failure)")
            #expect(frame?.line == outer.line, "\(name)")
            if let type = outer.exception { #expect(failure.outermost.type == type, "\(name)") }
        }
        if let all = expected.failures {
            let found = failures.map { failure -> [Expected.Item] in
                let frame = failure.primary?.frame
                return [.file(frame?.file ?? "none"), .line(frame?.line ?? 0)]
            }
            #expect(found == all, "\(name)")
        }
    }

    private func files(_ frame: Frame) -> [String] {
        ([frame.file] + frame.paths.map(Optional.some)).compactMap(\.self)
    }
}
