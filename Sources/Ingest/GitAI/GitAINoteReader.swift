package import Provenance
package import Text

/// Reads one note of git-ai: which lines of a commit's files come from which conversation.
///
/// An "attestation section, a line `---`, JSON metadata" (git-ai standard 3.0.0); before that one JSON document.
package struct GitAINoteReader {
    private let place: NotePlace
    private let tape: JSONTape
    private let hasOwnTranscript: (UID) -> Bool
    private var reading = WholeReading()
    private var people: [String: Contributor] = [:]
    private var sightings: [Sighting] = []

    /// Who stands behind a key of the metadata.
    private struct Contributor {
        var session: UID?
        var name: String?
        var model: String?
        var author: String?
        var isHuman = false
        /// Of a trace that has another model than the session, by its name `t_…`.
        var models: [Substring: String?] = [:]
    }

    /// Lines that a file may have: what lies beyond is no place in one.
    private static let lastLine = 100_000_000
    private static let pieceSize = 200

    /// - Parameter hasOwnTranscript: whether a conversation's words are known from the agent itself, so that a note's
    ///   copy of them would only double them.
    package init(place: NotePlace, tape: JSONTape, hasOwnTranscript: @escaping (UID) -> Bool = { _ in false }) {
        self.place = place
        self.tape = tape
        self.hasOwnTranscript = hasOwnTranscript
    }

    /// - Parameter tell: takes what belongs together; `false` ends the reading.
    package mutating func read(_ bytes: [UInt8], tell: ([Sighting]) -> Bool) -> WholeReading {
        bytes.withUnsafeBytes { buffer in
            if buffer.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
                readDocument(buffer, tell: tell)
            } else {
                readNote(buffer, tell: tell)
            }
        }
        return reading
    }

    // MARK: Notes of two sections

    private mutating func readNote(_ bytes: UnsafeRawBufferPointer, tell: ([Sighting]) -> Bool) {
        guard let divider = Self.divider(in: bytes) else {
            skip("it has no line '---' between its lines and its metadata")
            return
        }
        do {
            let metadata = try tape.parse(UnsafeRawBufferPointer(rebasing: bytes[divider.upperBound...]))
            guard metadata.kind == .object else { return skip("its metadata is no JSON object") }
            guard metadata["schema_version"].string?.hasPrefix("authorship/") == true else {
                return skip("its metadata is of no known kind")
            }
            guard readMetadata(metadata, tell: tell) else { return }
        } catch {
            skip("its metadata is no JSON: \(error)")
            return
        }
        let note = place.revision ?? "text:\(SHA256.hash(bytes).hex(24))"
        readEntries(UnsafeRawBufferPointer(rebasing: bytes[..<divider.lowerBound]), of: note, tell: tell)
    }

    /// Where the line `---` begins, and where what follows it does.
    private static func divider(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var line = bytes[start..<end]
            while let last = line.last, last == 0x20 || last == 0x0D { line.removeLast() }
            if line.elementsEqual("---".utf8) { return start..<min(end + 1, bytes.count) }
            start = end + 1
        }
        return nil
    }

    private mutating func readMetadata(_ metadata: JSONValue, tell: ([Sighting]) -> Bool) -> Bool {
        for (key, human) in metadata["humans"].members {
            people[key] = Contributor(author: human["author"].string, isHuman: true)
        }
        for records in [metadata["prompts"], metadata["sessions"]] {
            for (key, record) in records.members {
                guard record.kind == .object else {
                    skip("its record '\(key.prefix(40))' is no object")
                    continue
                }
                guard readRecord(record, key: key, tell: tell) else { return false }
            }
        }
        return true
    }

    private mutating func readRecord(_ record: JSONValue, key: String, tell: ([Sighting]) -> Bool) -> Bool {
        let agent = record["agent_id"]
        var contributor = Contributor()
        contributor.author = record["human_author"].string.flatMap { $0.isEmpty ? nil : $0 }
        contributor.model = Self.model(agent["model"])
        for (name, model) in record["custom_attributes"].members where name.hasPrefix(GitAINames.modelAttribute) {
            contributor.models[name.dropFirst(GitAINames.modelAttribute.count)] = .some(Self.model(model))
        }
        if let tool = agent["tool"].string, let id = agent["id"].string, !id.isEmpty {
            var conversation = Conversation(agent: AgentName.ours(for: tool), makerID: id)
            conversation.session.checkout = place.checkout
            // The only time that a note tells: the session was there by then.
            conversation.session.startedAt = place.at
            conversation.model = contributor.model
            contributor.session = conversation.session.uid
            contributor.name = GitAINames.session(tool: tool, id: id)
            sightings.append(.session(conversation.session))
            let messages = record["messages"]
            if messages.kind == .array, !hasOwnTranscript(conversation.session.uid) {
                var telling = GitAIMessages(conversation: conversation, at: place.at ?? 0)
                for message in messages.elements {
                    if !telling.read(message, into: &sightings) { reading.unknown += 1 }
                    if sightings.count >= Self.pieceSize, !flush(tell) { return false }
                }
                telling.end(into: &sightings)
            }
        }
        people[key] = contributor
        return sightings.count < Self.pieceSize || flush(tell)
    }

    private static func model(_ value: JSONValue) -> String? {
        value.string.flatMap { $0.isEmpty || $0 == "unknown" ? nil : $0 }
    }

    private mutating func readEntries(
        _ bytes: UnsafeRawBufferPointer, of note: String, tell: ([Sighting]) -> Bool
    ) {
        var path: String?
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            var text = String(decoding: line, as: UTF8.self)[...]
            while let last = text.unicodeScalars.last, last == " " || last == "\r" { text.unicodeScalars.removeLast() }
            if text.isEmpty { continue }
            guard text.hasPrefix("  ") else {
                path = Self.path(text)
                if path == nil { skip("it names a path that is in no revision", number) }
                continue
            }
            guard let path else { continue }
            let entry = text.dropFirst(2)
            guard let blank = entry.firstIndex(of: " ") else {
                skip("an entry has no lines", number)
                continue
            }
            let ranges = entry[entry.index(after: blank)...]
            for range in ranges.split(separator: ",") {
                guard let lines = Self.lines(range) else {
                    skip("'\(range.prefix(40))' is no range of lines", number)
                    continue
                }
                add(path, lines, key: entry[..<blank], of: note)
                if sightings.count >= Self.pieceSize, !flush(tell) { return }
            }
        }
        _ = flush(tell)
    }

    private mutating func add(_ path: String, _ lines: ClosedRange<Int>, key: Substring, of note: String) {
        let name = GitAINames.session(inKey: key)
        let contributor = people[String(key)] ?? (key.hasPrefix("s_") ? name.flatMap { people[$0] } : nil)
        let kind: Attribution.Contributor =
            if key.hasPrefix("h_") || key == "human" || contributor?.isHuman == true {
                .human
            } else {
                contributor != nil || name != nil ? .ai : .unknown
            }
        var attribution = Attribution(
            uid: GitAINames.attribution(of: note, path: path, key: key, lines: lines), path: path, lines: lines,
            contributor: kind, teller: GitAINames.teller)
        attribution.session = contributor?.session
        if kind == .ai { attribution.sessionHash = contributor?.name ?? name }
        attribution.model = contributor?.model
        if let models = contributor?.models, !models.isEmpty,
            let trace = key.split(separator: ":").last, let model = models[trace]
        {
            attribution.model = model
        }
        attribution.author = contributor?.author
        tell(attribution)
    }

    private mutating func tell(_ attribution: Attribution) {
        var attribution = attribution
        attribution.revision = place.revision
        attribution.directory = place.checkout
        attribution.at = place.at
        sightings.append(.attribution(attribution))
    }

    /// "quoted with `"` if it holds a space, tab or newline", without any escaping.
    private static func path(_ text: Substring) -> String? {
        let bare = text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? text.dropFirst().dropLast() : text
        return isInside(bare) ? String(bare) : nil
    }

    /// Whether a path may name a file in a revision.
    private static func isInside(_ path: Substring) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
            && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
                $0 == ".." || $0 == "." || $0 == ""
            }
    }

    private static func lines(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = ends.first.flatMap(number(_:)), let last = ends.last.flatMap(number(_:)),
            first > 0, first <= last, last <= lastLine
        else { return nil }
        return first...last
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
    }

    // MARK: Documents of before

    /// `{"files":{path:{"authors":[{"author","lines":[n, [a,b]],"agent_metadata"}]}},"schema_version":"authorship/0.0.1"}`
    private mutating func readDocument(_ bytes: UnsafeRawBufferPointer, tell: ([Sighting]) -> Bool) {
        let document: JSONValue
        do { document = try tape.parse(bytes) } catch {
            skip("it is no JSON: \(error)")
            return
        }
        guard document["files"].kind == .object else { return skip("it is of no known kind") }
        let note = place.revision ?? "text:\(SHA256.hash(bytes).hex(24))"
        for (path, file) in document["files"].members {
            guard Self.isInside(path[...]) else {
                skip("it names a path that is in no revision")
                continue
            }
            for told in file["authors"].elements {
                let author = told["author"].string ?? ""
                let model = told["agent_metadata"]["model"].string
                for value in told["lines"].elements {
                    guard let lines = Self.lines(value) else {
                        skip("'\(value.source.prefix(40))' is no range of lines")
                        continue
                    }
                    var attribution = Attribution(
                        uid: GitAINames.attribution(of: note, path: path, key: author[...], lines: lines), path: path,
                        lines: lines,
                        // The name alone tells: an agent that we do not know must not be called a person.
                        contributor: AgentName.isKnown(author) || told["agent_metadata"].exists ? .ai : .unknown,
                        teller: GitAINames.teller)
                    attribution.author = author.isEmpty ? nil : author
                    attribution.model = model
                    self.tell(attribution)
                    if sightings.count >= Self.pieceSize, !flush(tell) { return }
                }
            }
        }
        _ = flush(tell)
    }

    private static func lines(_ value: JSONValue) -> ClosedRange<Int>? {
        let ends = value.kind == .array ? value.elements.map(\.int) : [value.int]
        guard 1...2 ~= ends.count, let first = ends.first ?? nil, let last = ends.last ?? nil, first > 0, first <= last,
            last <= lastLine
        else { return nil }
        return Int(first)...Int(last)
    }

    private mutating func flush(_ tell: ([Sighting]) -> Bool) -> Bool {
        defer { sightings.removeAll(keepingCapacity: true) }
        return sightings.isEmpty || tell(sightings)
    }

    private mutating func skip(_ reason: String, _ line: Int = 1) {
        // A hostile note must not fill the memory with what is wrong with it.
        reading.skipped += 1
        if reading.skips.count < 20 { reading.skips.append(.init(place: line, reason: reason)) }
    }
}
