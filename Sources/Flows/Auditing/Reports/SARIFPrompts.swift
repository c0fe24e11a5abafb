import Text

/// The prompts behind findings, as files that the report itself holds.
struct SARIFPrompts {
    private var list: [ReportedFinding.Prompt] = []
    private var places: [String: Int] = [:]

    init(_ findings: [ReportedFinding]) {
        for prompt in findings.compactMap(\.prompt) where places[prompt.uid] == nil {
            places[prompt.uid] = list.count
            list.append(prompt)
        }
    }

    private static func address(_ prompt: ReportedFinding.Prompt) -> String { "colophon/prompts/\(prompt.uid).md" }

    func write(to run: inout JSONObjectWriter) {
        guard !list.isEmpty else { return }
        run.array("artifacts") { artifacts in
            for prompt in list {
                artifacts.object {
                    $0.object("location") { $0.set("uri", Self.address(prompt)) }
                    $0.set("mimeType", "text/markdown")
                    $0.object("contents") { $0.set("text", prompt.text) }
                }
            }
        }
    }

    func write(_ finding: ReportedFinding, to result: inout JSONObjectWriter) {
        guard let prompt = finding.prompt, let place = places[prompt.uid] else { return }
        let ends = TextPlaces(prompt.text)
        let end = ends.place(of: prompt.text.utf8.count)
        result.array("relatedLocations") {
            $0.object { location in
                location.set("id", 1)
                location.object("physicalLocation") {
                    $0.object("artifactLocation") {
                        $0.set("uri", Self.address(prompt))
                        $0.set("index", place)
                    }
                    $0.object("region") {
                        $0.set("startLine", 1)
                        $0.set("startColumn", 1)
                        $0.set("endLine", end.line)
                        $0.set("endColumn", end.column)
                    }
                }
                location.object("message") { $0.set("text", "The prompt that this code answers.") }
            }
        }
    }
}
