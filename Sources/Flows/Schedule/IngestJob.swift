/// What a timer is to run: this program, with the variables that say where histories and store are.
package struct IngestJob: Equatable, Sendable {
    /// Absolute.
    package var program: String
    package var arguments: [String]
    package var variables: [String: String]

    /// The variables that change what an ingest reads or writes.
    private static let names = [
        "CLAUDE_CONFIG_DIR", "CODEX_HOME", "COLOPHON_STORE", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    ]

    /// - Parameter store: the one that `--store` named.
    package init(program: String, store: String? = nil, environment: [String: String] = [:]) {
        self.program = program
        arguments = ["ingest"] + (store.map { ["--store", $0] } ?? [])
        variables = environment.filter { Self.names.contains($0.key) && !$0.value.isEmpty }
    }
}
