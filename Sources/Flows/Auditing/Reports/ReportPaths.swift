import Foundation
import Git

/// How reports name files: from the top of their repository, as those who read reports want it.
package struct ReportPaths {
    private let folder: String
    private var known: [String: String] = [:]

    /// - Parameter folder: where the user stands.
    package init(from folder: String) { self.folder = folder }

    /// A file that is in no repository is named from the user's folder, or in full where it lies elsewhere.
    package mutating func path(of path: String) -> String {
        let written = path.hasPrefix("/") ? path : folder + "/" + path
        let full = URL(fileURLWithPath: written).standardizedFileURL.path
        let parent = (full as NSString).deletingLastPathComponent
        let name = (full as NSString).lastPathComponent
        if let beginning = known[parent] { return beginning + name }
        let real = Checkout.realPath(ofGone: parent)
        var beginning = real == "/" ? "/" : real + "/"
        let tops = [Checkout.discover(from: parent)?.root, Checkout.realPath(ofGone: folder)].compactMap { $0 }
        for top in tops where beginning.hasPrefix(top + "/") {
            beginning = String(beginning.dropFirst(top.utf8.count + 1))
            break
        }
        known[parent] = beginning
        return beginning + name
    }
}
