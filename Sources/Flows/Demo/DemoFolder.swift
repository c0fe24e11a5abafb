import Foundation
package import Git
import Provenance
import Store

/// A folder with a demo in it: a store, a small repository, an alert, and a page that says what to try.
package struct DemoFolder: Sendable {
    /// Absolute.
    package let path: String
    package let plan: DemoPlan

    /// Why a folder is left alone.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// What was made.
    package struct Contents: Sendable {
        package var store: String
        /// `nil` where there is no git to make it with.
        package var repository: String?
        package var alert: String
        /// Why there is no repository.
        package var complaint: GitError?
    }

    /// - Parameter path: relative to the current directory, or absolute.
    package init(path: String, plan: DemoPlan) throws {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        self.plan = plan
        guard plan.generations >= StoryTeller.generations else {
            throw Refusal(
                description: "A demo has at least \(StoryTeller.generations) generations, those of its story: "
                    + "ask for so many with --generations.")
        }
    }

    package var store: String { path + "/store.sqlite" }
    private var repository: String { path + "/shop" }
    private var alert: String { path + "/alert.txt" }
    private var page: String { path + "/README.txt" }

    /// Makes everything anew; what an earlier demo left goes.
    ///
    /// - Parameter report: called with the number of generations that are written.
    package func make(report: (Int) -> Void = { _ in }) throws -> Contents {
        do {
            return try build(report)
        } catch let error as CocoaError {
            throw Refusal(description: "The demo cannot be written to '\(path)' (\(error.localizedDescription)).")
        }
    }

    private func build(_ report: (Int) -> Void) throws -> Contents {
        try clear()
        // The page comes first: it is by the page that a folder is known, also one that was left half made.
        try DemoPage(plan: plan).text.write(toFile: page, atomically: false, encoding: .utf8)
        let teller = StoryTeller(plan: plan)
        var contents = Contents(store: store, alert: alert)
        var ids: [String] = []
        do {
            ids = try NewRepository(commits: teller.commits).make(at: repository, scratch: repository + ".fast-import")
            contents.repository = repository
        } catch {
            contents.complaint = error
        }
        let trace = Traceback(release: teller.release, at: Story.failure.milliseconds(before: plan.now))
        try trace.text.write(toFile: alert, atomically: false, encoding: .utf8)
        let place = RepositoryPlace(
            identity: ids.first.map { "root:\($0)" } ?? "path:\(repository)", name: "shop",
            directory: Checkout.discover(from: repository)?.root ?? repository)
        try Store.make(at: store) { store in
            try DemoWriter(plan).fill(store, story: teller.batch(in: place, commits: ids), report: report)
        }
        return contents
    }

    /// Leaves an empty folder, or refuses one that holds something else than a demo.
    private func clear() throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
            return
        }
        guard isFolder.boolValue else {
            throw Refusal(description: "'\(path)' is a file: name a folder for the demo with --output.")
        }
        let names = try files.contentsOfDirectory(atPath: path)
        if names.isEmpty { return }
        guard let text = try? String(contentsOfFile: page, encoding: .utf8), text.hasPrefix(DemoPage.firstLine) else {
            throw Refusal(
                description: "'\(path)' is there already and holds no demo, so nothing in it was touched: "
                    + "name another folder with --output.")
        }
        // Only what a demo makes: whoever puts something of their own beside it keeps it.
        for name in names where Self.isOurs(name) { try files.removeItem(atPath: "\(path)/\(name)") }
    }

    private static func isOurs(_ name: String) -> Bool {
        ["shop", "shop.fast-import", "alert.txt"].contains(name) || name.hasPrefix("store.sqlite")
    }
}
