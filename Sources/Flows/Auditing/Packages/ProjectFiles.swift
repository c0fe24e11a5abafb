import Foundation
import Git
import Text

/// The files of a project, as far as they tell what its code may import: those of a work tree, or of a commit.
///
/// Paths are from its top, without a slash at the end; nothing outside of it is opened.
final class ProjectFiles {
    private let readFile: (String) -> [UInt8]?
    private let list: () -> [String]
    private(set) lazy var all: [String] = list()
    /// The names of all files and folders, and those of files without their endings.
    private(set) lazy var names: Set<String> = {
        var names: Set<String> = []
        for path in all {
            for part in path.split(separator: "/") { names.insert(String(part)) }
            guard let last = path.split(separator: "/").last, let dot = last.firstIndex(of: ".") else { continue }
            names.insert(String(last[..<dot]))
        }
        return names
    }()
    private var texts: [String: String?] = [:]

    private static let mostBytes = 32 << 20

    /// What lies in a folder today.
    init(folder root: String) {
        let top = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        readFile = { path in
            let real = URL(fileURLWithPath: top + "/" + path).resolvingSymlinksInPath().path
            guard real.hasPrefix(top + "/"),
                let attributes = try? FileManager.default.attributesOfItem(atPath: real),
                attributes[.type] as? FileAttributeType == .typeRegular,
                (attributes[.size] as? Int ?? .max) <= Self.mostBytes
            else { return nil }
            return FileManager.default.contents(atPath: real).map(Array.init)
        }
        list = {
            FileAuditing.files(in: top).map { String($0.dropFirst(top.hasSuffix("/") ? top.count : top.count + 1)) }
        }
    }

    init(commit: String, in checkout: Checkout, objects: GitObjects) {
        readFile = { path in
            guard let opened = try? objects.open(FilePlace(commit: commit, path: path)), opened.object.kind == "blob"
            else { return nil }
            return try? objects.rest(limit: Self.mostBytes)
        }
        list = {
            var paths: [String] = []
            try? GitCommand().paths(of: commit, in: checkout) { path in
                paths.append(String(decoding: path, as: UTF8.self))
                return paths.count < 200_000
            }
            return paths
        }
    }

    func text(_ path: String) -> String? {
        if let known = texts[path] { return known }
        let text = readFile(path).map { String(decoding: $0, as: UTF8.self) }
        texts[path] = .some(text)
        return text
    }
}
