/// The themes that colophon comes with, as they stand in the files beside this one: name, then TOML.
///
/// They are in the program itself, because a resource bundle is looked for where the package was built.
package enum Themes {
    package static let names = ["default", "dark", "light", "high-contrast", "colour-blind-safe", "mono"]

    /// Nil for a name that is none of `names`.
    package static func file(_ name: String) -> [UInt8]? {
        switch name {
        case "default": PackageResources.default_toml
        case "dark": PackageResources.dark_toml
        case "light": PackageResources.light_toml
        case "high-contrast": PackageResources.high_contrast_toml
        case "colour-blind-safe": PackageResources.colour_blind_safe_toml
        case "mono": PackageResources.mono_toml
        default: nil
        }
    }
}
