import Foundation
import Ingest

/// The sample data that lies beside the repository on the machines of its makers: `COLOPHON_SHARED`, else `../shared`.
enum Samples {
    static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    static let transcripts = found("transcripts")
    static let notes = found("notes")
    static let traces = found("agent-trace")

    private static func found(_ folder: String) -> [String] {
        let named = ProcessInfo.processInfo.environment["COLOPHON_SHARED"]
        for shared in [named, root + "/../shared", root + "/../../shared"].compactMap(\.self) {
            let files = HistoryFile.all(below: shared + "/data/\(folder)").map(\.path)
            if !files.isEmpty { return files }
        }
        return []
    }
}
