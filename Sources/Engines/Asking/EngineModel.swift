/// A model that an engine has.
package struct EngineModel: Equatable, Sendable {
    package var name: String
    /// Names the exact weights; only Ollama tells one.
    package var digest: String?
    /// `7.6B`
    package var size: String?
    /// `Q4_K_M`
    package var quantization: String?
    /// Tokens that fit into its context.
    package var context: Int?
    /// Served by a machine elsewhere.
    package var isRemote = false

    package init(name: String) {
        self.name = name
    }
}
