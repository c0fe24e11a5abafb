/// The folder of the user's configuration: `$XDG_CONFIG_HOME/colophon`, else `~/.config/colophon`, on Linux and macOS alike.
struct ConfigHome {
    /// `nil` where there is no home at all.
    let folder: String?

    init(environment: [String: String]) {
        // "All paths set in these environment variables must be absolute. If … relative … ignore it" (XDG base directory).
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
            folder = config + "/colophon"
        } else if let home = environment["HOME"], !home.isEmpty {
            folder = home + "/.config/colophon"
        } else {
            folder = nil
        }
    }

    static let fileName = "config.toml"

    var file: String? { folder.map { $0 + "/" + Self.fileName } }
    var themes: String? { folder.map { $0 + "/themes" } }
    var rules: String? { folder.map { $0 + "/rules" } }
}
