import Audit
import Foundation
import Git
import Provenance

/// What files on this machine may import, each by the lock file of its own project.
final class ProjectPackages {
    private var projects: [String: PackageSearch] = [:]
    private var roots: [String: String?] = [:]

    /// - Parameters:
    ///   - path: of a file, that need not be there.
    ///   - folder: where no work tree is around the file, what is taken for its project.
    func packages(for path: String, language: String, in folder: String) -> KnownPackages? {
        guard PackageEcosystem(language: language) != nil else { return nil }
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        guard
            let root = root(of: path.hasPrefix("/") ? (path as NSString).deletingLastPathComponent : folder, or: folder)
        else { return nil }
        let plain = (Self.real(whole) as NSString).standardizingPath
        guard plain.hasPrefix(root + "/") else { return nil }
        let project = projects[root] ?? PackageSearch(ProjectFiles(folder: root))
        projects[root] = project
        return project.packages(for: String(plain.dropFirst(root.count + 1)), language: language)
    }

    /// The work tree around a folder, else the other folder; `nil` where neither is there.
    private func root(of folder: String, or other: String) -> String? {
        if let known = roots[folder] { return known }
        var root = Checkout.discover(from: folder)?.root
        if root == nil, FileManager.default.fileExists(atPath: other) { root = other }
        let real = root.map(Self.real)
        roots[folder] = .some(real == "/" ? nil : real)
        return roots[folder] ?? nil
    }

    /// Without links, as far as it is there.
    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
