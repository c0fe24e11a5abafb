package import Ingest
import Provenance
package import Redaction
import Store
import Text

/// Records what an agent tells its hook, at once and without ever making it wait.
package struct HookRecording {
    package enum Outcome: Equatable, Sendable {
        case recorded, nothing
        /// Others write: it lies in the spool until somebody has time.
        case spooled
        /// One sentence for the log.
        case failed(String)
    }

    private let path: String
    private let redactor: Redactor

    /// Seconds that an agent may wait for whoever writes.
    private static let patience = 0.004
    /// Of an agent's words.
    package static let limit = 32 << 20

    /// - Parameter store: where it is, or will be.
    package init(store path: String, redactor: Redactor = Redactor()) {
        self.path = path
        self.redactor = redactor
    }

    package func record(_ bytes: [UInt8], from agent: HookReading.Agent, at: Int64) -> Outcome {
        guard bytes.count <= Self.limit else { return .failed("It is longer than \(Self.limit >> 20) MB.") }
        let tape = JSONTape()
        return bytes.withUnsafeBytes { bytes in
            let value: JSONValue
            do {
                value = try tape.parse(bytes)
            } catch {
                return .failed("\(error)")
            }
            switch HookReading(agent, at: at).read(value) {
            case .nothing: return .nothing
            case .broken(let sentence): return .failed(sentence)
            case .sightings(let sightings):
                do {
                    let store = try Store.open(at: path, mode: .create, patience: Self.patience)
                    try Self.write(sightings, to: store, redactor)
                    return .recorded
                } catch let error as StoreError where error.code == .busy {
                    return spool(value, from: agent, at: at)
                } catch {
                    return .failed("\(error)")
                }
            }
        }
    }

    static func write(_ sightings: [Sighting], to store: Store, _ redactor: Redactor) throws {
        var preparation = Preparation(redactor: redactor, places: RepositoryPlaces(store: store))
        try store.apply(preparation.batch(of: sightings))
    }

    private func spool(_ value: JSONValue, from agent: HookReading.Agent, at: Int64) -> Outcome {
        var line: [UInt8] = Array("{\"agent\":\"\(agent.rawValue)\",\"at\":\(at),\"hook\":".utf8)
        value.write(to: &line, redactor: redactor, path: value["tool_input"]["file_path"].string)
        line += Array("}\n".utf8)
        return HookSpool(store: path).append(line) ? .spooled : .failed("The spool beside the store cannot be written.")
    }
}

extension JSONValue {
    /// Writes the value anew, without secrets.
    fileprivate func write(to bytes: inout [UInt8], redactor: Redactor, path: String?) {
        switch kind {
        case .string:
            let text = string ?? ""
            (redactor.redact(text, path: path)?.text ?? text).writeJSON(to: &bytes)
        case .array:
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes, redactor: redactor, path: path)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                member.key.writeJSON(to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes, redactor: redactor, path: path)
            }
            bytes.append(UInt8(ascii: "}"))
        case .missing, .null: bytes += Array("null".utf8)
        case .bool, .number: bytes += Array(source.utf8)
        }
    }
}
