/// A file of rules that is in the program itself, because a resource bundle is looked for where the package was built.
/// As a literal, because the compiler takes a quarter of a minute for arrays of their bytes.
struct RuleFamily: Sendable {
    /// As messages name it: `python-injection.toml`.
    let name: String
    let languages: [String]
    let text: String

    static let all: [RuleFamily] = [
        cAll, common, csharpAll, dockerfileAll, goAll, jvmAll, phpAll, pythonCrypto, pythonData, pythonFiles,
        pythonInjection, pythonModel, pythonWeb, rubyAll, rustAll, scriptInjection, scriptModel, scriptWeb,
        shellAll, sqlAll, swiftAll, yamlWorkflow,
    ]
}
