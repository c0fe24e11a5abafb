import Text

/// Reports of test runners that are JSON: RSpec, Mocha, Jest; and what cargo tells of a compiler.
extension Payload {
    func reported() -> [Failure]? {
        if value["examples"].kind == .array { return value["examples"].elements.compactMap(example) }
        if value["stats"].kind == .object, value["failures"].kind == .array {
            return value["failures"].elements.flatMap(mocha)
        }
        if value["testResults"].kind == .array { return value["testResults"].elements.flatMap(jest) }
        if value["reason"].equals("compiler-message") { return compiler().map { [$0] } ?? [] }
        return nil
    }

    private func example(_ example: JSONValue) -> Failure? {
        guard example["status"].equals("failed") else { return nil }
        let told = example["exception"]
        var exception = Failure.Exception(type: told["class"].name, message: told["message"].short)
        for line in told["backtrace"].elements.prefix(TraceLimit.frames) {
            guard var text = line.string else { continue }
            let frame = text.withUTF8 { bytes -> Frame? in
                let text = ByteView(UnsafeRawBufferPointer(bytes)).trimmed
                return RubyGrammar.frame(text)?.0 ?? Location(atEnd: text)?.frame()
            }
            if var frame {
                // RSpec prints paths from where it runs: `./spec/a_spec.rb`.
                if frame.file?.hasPrefix("./") == true { frame.file?.removeFirst(2) }
                exception.append(frame)
            }
        }
        if exception.frames.isEmpty, let file = example["file_path"].name {
            exception.append(Frame(file: file, line: example["line_number"].count32))
        }
        var failure = Failure(kind: .test, language: "ruby", exceptions: [exception])
        failure.origin = origin
        failure.test = example["full_description"].name ?? example["description"].name
        return failure
    }

    private func mocha(_ test: JSONValue) -> [Failure] {
        let name = test["fullTitle"].name ?? test["title"].name
        let told = test["err"]
        var failures = told["stack"].string.map { nested($0, test: name) } ?? []
        if failures.isEmpty {
            failures = [
                Failure(exceptions: [Failure.Exception(type: told["name"].name, message: told["message"].short)])
            ]
        }
        return failures.map { finished($0, name, test["file"].name) }
    }

    private func jest(_ file: JSONValue) -> [Failure] {
        file["assertionResults"].elements.flatMap { test -> [Failure] in
            guard test["status"].equals("failed") else { return [] }
            let name = test["fullName"].name ?? test["title"].name
            var failures = test["failureMessages"].elements.compactMap(\.string).flatMap { nested($0, test: name) }
            if failures.isEmpty {
                failures = [Failure(exceptions: [Failure.Exception(message: test["failureMessages"][0].short)])]
            }
            return failures.map { finished($0, name, file["name"].name) }
        }
    }

    /// Where no frame is the program's own, the file of the test is all that is known.
    private func finished(_ failure: Failure, _ test: String?, _ file: String?) -> Failure {
        var failure = failure
        failure.kind = .test
        failure.test = test
        failure.language = failure.language ?? "javascript"
        failure.origin = origin
        if failure.frames.isEmpty, let file { failure.exceptions[0].append(Frame(file: file)) }
        return failure
    }

    private func compiler() -> Failure? {
        let told = value["message"]
        guard let span = told["spans"].elements.first(where: { $0["is_primary"].bool == true }) else { return nil }
        var exception = Failure.Exception(type: told["code"]["code"].name, message: told["message"].short)
        var frame = Frame(
            file: span["file_name"].name, line: span["line_start"].count32, column: span["column_start"].count32)
        frame.source = span["text"][0]["text"].short
        exception.append(frame)
        var failure = Failure(kind: .diagnostic, language: "rust", exceptions: [exception])
        failure.severity = told["level"].name
        failure.origin = origin
        return failure.severity == "error" || failure.severity == "warning" ? failure : nil
    }
}
