/// What the user asked for in `--color` or the configuration. `NO_COLOR` counts only for `automatic`.
package enum ColorChoice: String, CaseIterable, Sendable {
    case automatic = "auto"
    case always
    case never

    func allows(_ environment: TerminalEnvironment) -> Bool {
        switch self {
        case .automatic: !environment.noColor
        case .always: true
        case .never: false
        }
    }
}
