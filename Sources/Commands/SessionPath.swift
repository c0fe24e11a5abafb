import Foundation
import Provenance
import Text

/// Where the dashboard keeps what it comes back to, one file for each store.
enum SessionPath {
    /// `$XDG_STATE_HOME/colophon/session-….json`, else in `~/.local/state`; `nil` where there is no home either.
    static func of(store path: String, environment: [String: String]) -> String? {
        // The same store, by whatever way one came to it.
        let whole = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
        let name = "/colophon/session-\(SHA256.hash(whole).hex(16)).json"
        // "All paths set in these environment variables must be absolute. If … relative … ignore it" (XDG base directory).
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + name }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" + name : nil }
    }
}
