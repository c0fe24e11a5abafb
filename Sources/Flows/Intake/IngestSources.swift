package import Git
package import Ingest
package import Store

/// Which files an ingest looks at: what the user named, or the agents' homes.
package struct IngestSources: Sendable {
    /// A path that is not there.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    private let paths: [String]
    private let homes: [HistoryHome]
    private let here: Checkout?

    /// - Parameter here: the folder one stands in: some agents keep their histories at the top of the repository.
    package init(paths: [String], environment: [String: String], here: String? = nil) throws {
        self.paths = paths
        self.here = paths.isEmpty ? here.flatMap { Checkout.discover(from: $0) ?? Checkout.at($0) } : nil
        let top = self.here?.root
        homes =
            paths.isEmpty
            ? HistoryHome.all(environment: environment) + (top.map(HistoryHome.all(inRepository:)) ?? []) : []
        for path in paths where !HistoryFile.isFolder(path) && HistoryFile(path: path) == nil {
            throw Missing(description: "There is no file or folder '\(path)' to read.")
        }
    }

    /// The folders that hold the histories, for watching.
    package var folders: [String] {
        paths.isEmpty ? homes.flatMap(\.watched) : paths
    }

    /// The files as they are now.
    package func files() -> [HistoryFile] {
        if paths.isEmpty { return homes.flatMap { $0.files() } }
        var seen: Set<String> = []
        return paths.flatMap { path in
            HistoryFile.isFolder(path) ? HistoryFile.all(below: path) : [HistoryFile(path: path)].compactMap { $0 }
        }.filter { seen.insert($0.path).inserted }
    }

    /// The repositories whose references are read: those that the user named, else the one that one stands in and all that
    /// the store knows and that are still there. Of several work trees of one, the first.
    package func repositories(in store: Store) throws -> [Checkout] {
        let known = paths.isEmpty ? try store.repositoryFolders().compactMap(Checkout.at(_:)) : []
        var seen: Set<String> = []
        return (paths.compactMap(Checkout.at(_:)) + [here].compactMap(\.self) + known)
            .filter { seen.insert($0.commonDirectory).inserted }
    }

    /// The same with those changed last in front: what was worked on last is what one looks for first.
    package func filesNewestFirst() -> [HistoryFile] { files().sorted { $0.changedAt > $1.changedAt } }
}
