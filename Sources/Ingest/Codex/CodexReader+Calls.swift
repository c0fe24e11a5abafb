import Provenance
import Text

/// What a Codex tool was asked, until its output arrives.
struct CodexCall: Equatable {
    var name: String
    var file: ShellRead?
    /// Where its answer is fetched from.
    var source: String?
}

extension CodexReader {
    mutating func readCall(_ payload: JSONValue, id: String, at: Int64, into sightings: inout [Sighting]) {
        guard let generation = open?.generation, let session = state.session else { return }
        let name = payload["name"].string ?? payload["type"].string ?? "tool"
        let asked = arguments(of: payload)
        var edits: [Edit] = []
        if let patch = asked.patch.flatMap(ApplyPatch.parse(_:)) {
            for (index, file) in patch.files.enumerated() {
                let call = UID(of: .edit, makerID: id)
                var edit = Edit(
                    uid: index == 0 ? call : UID(of: .edit, makerID: "\(id)#\(index)"), call: call,
                    generation: generation.uid, session: session.uid,
                    path: CommandEdits.join(state.directory, file.movedTo ?? file.path), kind: file.kind.editKind,
                    means: .patch, at: at)
                edit.take(file, in: state.directory)
                edits.append(edit)
            }
        } else if let command = asked.command {
            edits = CommandEdits.read(
                command, makerID: id, generation: generation.uid, session: session.uid,
                directory: asked.directory ?? state.directory, at: at)
        }
        for edit in edits { emit(.edit(edit), into: &sightings) }
        let file = asked.command.flatMap(ShellRead.init(_:))?.inside(asked.directory ?? state.directory)
        state.calls[id] = CodexCall(
            name: name, file: file, source: asked.command.flatMap(FetchSource.command(_:)))
    }

    private struct Asked {
        var patch: String?
        var command: String?
        var directory: String?
    }

    /// The patch or command of a call, wherever this version of Codex puts it.
    private func arguments(of payload: JSONValue) -> Asked {
        var asked = Asked()
        if let input = payload["input"].string {
            asked.patch = payload["name"].equals("apply_patch") ? input : nil
            return asked
        }
        if payload["action"].exists {
            asked.command = payload["action"]["command"].commandLine
            asked.directory = payload["action"]["working_directory"].string
            return asked
        }
        guard var text = payload["arguments"].string else { return asked }
        let isPatch = payload["name"].equals("apply_patch")
        text.withUTF8 { bytes in
            guard let value = try? inner.parse(UnsafeRawBufferPointer(bytes)) else { return }
            if isPatch { asked.patch = value["patch"].string ?? value["input"].string }
            asked.command = value["command"].commandLine ?? value["cmd"].string
            asked.directory = value["workdir"].string
        }
        if asked.directory?.isEmpty == true { asked.directory = nil }
        return asked
    }

    mutating func readOutput(_ payload: JSONValue, at: Int64, into sightings: inout [Sighting]) {
        guard let id = payload["call_id"].string else { return }
        let call = state.calls.remove(id)
        if let answer = open {
            closeAnswer(into: &sightings)
            uncounted = answer.generation
        }
        let result = output(of: payload["output"])
        let status = Self.status(of: result, isPatch: call?.name == "apply_patch")
        if !result.text.isEmpty {
            addSegment(result.text, origin: call?.file == nil ? .tool : .file, at: at, into: &sightings) { segment in
                segment.tool = call?.name
                segment.source = call?.source
                segment.path = call?.file?.path
                segment.firstLine = call?.file?.firstLine
                segment.lineCount = call?.file?.lineCount
            }
        }
        emit(.outcome(EditOutcome(call: UID(of: .edit, makerID: id), status: status)), into: &sightings)
    }

    private static func status(of result: Output, isPatch: Bool) -> Edit.Status {
        let isRefused = ["rejected by user", "aborted by user", "denied by the user"].contains(
            where: result.text.prefix(200).contains)
        if isRefused { return .rejected }
        if let code = result.exitCode { return code == 0 ? .applied : .failed }
        return isPatch && !result.text.contains("Success") ? .failed : .applied
    }

    /// What an output says of the edits of its call, whose tool is not told; `nil` where it does not say.
    static func status(ofOutput text: String) -> Edit.Status? {
        let result = output(of: text, by: JSONTape())
        let status = status(of: result, isPatch: false)
        let isTold = result.exitCode != nil || result.text.contains("Success")
        return status == .applied && !isTold ? nil : status
    }

    private struct Output {
        var text: String
        var exitCode: Int64?
    }

    /// An output is a text, a text that is JSON, or blocks of text; the exit code stands in one of two places.
    private func output(of value: JSONValue) -> Output {
        guard let text = value.string else {
            return Output(text: value.elements.compactMap { $0["text"].string }.joined(separator: "\n"))
        }
        return Self.output(of: text, by: inner)
    }

    private static func output(of text: String, by tape: JSONTape) -> Output {
        var text = text
        if text.hasPrefix("{\"output\"") {
            let parsed = text.withUTF8 { bytes -> Output? in
                guard let root = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return nil }
                return root["output"].string.map {
                    Output(text: $0, exitCode: root["metadata"]["exit_code"].int)
                }
            }
            if let parsed { return parsed }
        }
        if text.hasPrefix("Exit code: ") {
            let code = text.dropFirst(11).prefix { $0.isNumber || $0 == "-" }
            return Output(text: text, exitCode: Int64(code))
        }
        return Output(text: text)
    }
}
