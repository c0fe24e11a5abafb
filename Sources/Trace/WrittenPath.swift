/// From a path as traces write it to the path of a file.
enum WrittenPath {
    /// Schemes and the marks of bundlers off; `\` stays.
    ///
    /// `file:///srv/a.mjs` → `/srv/a.mjs`, `webpack:///./src/a.jsx?ab12` → `./src/a.jsx`,
    /// `webpack-internal:///(app)/./src/a.ts` → `./src/a.ts`, `app:///src/a.js` → `src/a.js`.
    static func plain(_ written: String) -> String {
        var path = Substring(written)
        if path.hasPrefix("file://") {
            path = path.dropFirst(7)
            // file:///C:/a is a drive's.
            if path.first == "/", path.dropFirst(2).first == ":" { path = path.dropFirst() }
            return String(path)
        }
        for scheme in ["webpack-internal:///", "webpack:///", "webpack://", "app:///", "turbopack://", "rsc://React/"]
        where path.hasPrefix(scheme) {
            path = path.dropFirst(scheme.count)
            if scheme == "webpack://", let slash = path.firstIndex(of: "/") { path = path[path.index(after: slash)...] }
            if path.first == "(", let close = path.firstIndex(of: ")") {
                path = path[path.index(after: close)...].drop { $0 == "/" }
            }
            if path.first == "[", let close = path.firstIndex(of: "]") {
                path = path[path.index(after: close)...].drop { $0 == "/" }
            }
            return String(path.prefix { $0 != "?" })
        }
        return written
    }

    static func candidates(_ written: String, module: String?) -> [String] {
        var path = plain(written)
        // package:shop/cart.dart is lib/cart.dart of the package `shop`.
        if path.hasPrefix("package:") {
            let rest = path.dropFirst(8)
            guard let slash = rest.firstIndex(of: "/") else { return [String(rest)] }
            return ["lib" + rest[slash...]]
        }
        if path.hasPrefix("http://") || path.hasPrefix("https://") {
            let host = path.drop { $0 != "/" }.dropFirst(2)
            guard let slash = host.firstIndex(of: "/") else { return [] }
            path = String(host[slash...].prefix { $0 != "?" && $0 != "#" })
        }
        path = String(path.map { $0 == "\\" ? "/" : $0 })
        var paths = [path]
        guard let module else { return paths }
        if isClassFile(path) {
            let folders = module.split(separator: ".").dropLast()
            if !folders.isEmpty { paths.insert(folders.joined(separator: "/") + "/" + path, at: 0) }
        } else if path.hasSuffix(".go"), !path.contains("/"), !module.isEmpty, module != "main" {
            paths.insert(module + "/" + path, at: 0)
        } else if path.hasSuffix(".swift"), path.hasPrefix(module + "/") {
            // Module/File.swift, where folders between them are left out.
            paths.append(String(path.dropFirst(module.count + 1)))
        }
        return paths
    }

    /// A file whose folders are those of its class's package.
    private static func isClassFile(_ path: String) -> Bool {
        guard !path.contains("/") else { return false }
        return [".java", ".kt", ".scala", ".groovy", ".clj"].contains { path.hasSuffix($0) }
    }
}
