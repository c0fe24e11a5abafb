import Foundation
import Testing

@testable import Scanners

/// Every sample of SARIF holds as many results as a second, independent reader counts.
struct SARIFSampleTests {
    static let samples: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let shared = ProcessInfo.processInfo.environment["COLOPHON_SHARED"] ?? root + "/../shared"
        let folder = shared + "/data/sarif"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".sarif") }
            .sorted().map { folder + "/" + $0 }
    }()

    private static let script = """
        import json, sys
        log = json.load(open(sys.argv[1], encoding="utf-8-sig"))
        results = [r for run in log["runs"] for r in run.get("results") or []]
        placed = [r for r in results if r.get("locations")]
        print(len(results), len(placed), sum(bool(r.get("codeFlows")) for r in results))
        """

    @Test(.enabled(if: !samples.isEmpty, "no samples"), arguments: samples)
    func `A sample holds what the independent count says`(path: String) throws {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.script, path]
        let pipe = Pipe()
        python.standardOutput = pipe
        try python.run()
        let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let results = try data.withUnsafeBytes { try ScannerReader.read($0, name: path) }.flatMap(\.results)
        let counts = [results.count, results.count { $0.place != nil }, results.count { !$0.flow.isEmpty }]
        #expect(counts.map(String.init).joined(separator: " ") == told.trimmingCharacters(in: .newlines), "\(path)")
    }
}
