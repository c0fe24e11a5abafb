import Foundation
import Trace

/// The source maps that lead from bundled code to its sources: those of a folder, and those that lie beside a bundle.
final class BundleMaps {
    /// By the file's name.
    private var paths: [String: String] = [:]
    private var maps: [String: SourceMap?] = [:]

    private static let mostFiles = 20_000
    private static let mostBytes = 128 << 20

    /// - Parameter folder: looked through with all that is in it; `nil` for those beside bundles alone.
    init(folder: String?) {
        guard let folder, let files = FileManager.default.enumerator(atPath: folder) else { return }
        var count = 0
        while let name = files.nextObject() as? String, count < Self.mostFiles {
            count += 1
            guard name.hasSuffix(".map") else { continue }
            // The same name twice says nothing of which is meant; the one nearest to the top is.
            let key = (name as NSString).lastPathComponent
            if paths[key].map({ $0.count > folder.count + 1 + name.count }) ?? true { paths[key] = folder + "/" + name }
        }
    }

    /// The frame as its source has it; `nil` where no map leads there.
    ///
    /// - Parameter bundle: the bundle's own file, where it is known.
    func original(_ frame: Frame, bundle: String?) -> Frame? {
        guard let file = frame.file, frame.line != nil, frame.column != nil else { return nil }
        let name = Self.name(of: file)
        guard [".js", ".mjs", ".cjs", ".bundle", ".jsbundle"].contains(where: { name.hasSuffix($0) }) else {
            return nil
        }
        for path in [bundle.map { $0 + ".map" }, paths[name + ".map"]] {
            if let path, let found = map(at: path)?.original(frame) { return found }
        }
        return nil
    }

    /// `index.js` of `https://shop.example/assets/index.js?v=3`.
    private static func name(of file: String) -> String {
        let plain = file.prefix { $0 != "?" && $0 != "#" }
        return String(plain.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
    }

    private func map(at path: String) -> SourceMap? {
        if let known = maps[path] { return known }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        var map: SourceMap?
        if attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int,
            size <= Self.mostBytes, let data = FileManager.default.contents(atPath: path)
        {
            map = data.withUnsafeBytes { try? SourceMap($0) }
        }
        maps[path] = .some(map)
        return map
    }
}
