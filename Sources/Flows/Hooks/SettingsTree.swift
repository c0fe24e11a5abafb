import Text

/// A file of settings in JSON that can be changed and written again, its members in their order.
indirect enum SettingsTree: Equatable {
    /// As it stood: a number, a text with its quotes, a word.
    case scalar(String)
    case array([SettingsTree])
    case object([Member])

    struct Member: Equatable {
        var name: String
        var value: SettingsTree
    }

    init(_ value: JSONValue) {
        switch value.kind {
        case .object: self = .object(value.members.map { Member(name: $0.key, value: SettingsTree($0.value)) })
        case .array: self = .array(value.elements.map(SettingsTree.init))
        default: self = .scalar(value.source)
        }
    }

    init(text: String) {
        var bytes: [UInt8] = []
        text.writeJSON(to: &bytes)
        self = .scalar(String(decoding: bytes, as: UTF8.self))
    }

    /// `nil` for what is no object, and for a member that is not there; setting `nil` takes it out.
    subscript(name: String) -> SettingsTree? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.last { $0.name == name }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let place = members.lastIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    var elements: [SettingsTree] { if case .array(let elements) = self { elements } else { [] } }
    var isEmpty: Bool { self == .object([]) || self == .array([]) }

    /// The text of a string that has no escapes but those of quotes.
    var text: String? {
        guard case .scalar(var quoted) = self, quoted.hasPrefix("\"") else { return nil }
        let tape = JSONTape()
        return quoted.withUTF8 { bytes in (try? tape.parse(UnsafeRawBufferPointer(bytes)))?.string }
    }

    /// Indented by two blanks, as the agents write it themselves.
    func pretty(_ indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .scalar(let source): return source
        case .array(let elements):
            if elements.isEmpty { return "[]" }
            return "[\n" + elements.map { inner + $0.pretty(inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { member in
                guard case .scalar(let name) = SettingsTree(text: member.name) else { return "" }
                return "\(inner)\(name): \(member.value.pretty(inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }
}
