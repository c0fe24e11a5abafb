import Text

/// A value in a chat that is kept as a log of changes: its text, until a change goes into it.
final class ChatLogNode {
    private enum Content {
        case text(String)
        case members([String: ChatLogNode])
        case elements([ChatLogNode])
    }

    private var content: Content

    init(_ text: String) {
        content = .text(text)
    }

    /// The elements of an array; empty for all else.
    func elements(_ tape: JSONTape) -> [ChatLogNode] {
        open(tape)
        if case .elements(let nodes) = content { return nodes }
        return []
    }

    func member(_ name: String, _ tape: JSONTape) -> ChatLogNode? {
        open(tape)
        if case .members(let nodes) = content { return nodes[name] }
        return nil
    }

    func element(_ place: Int, _ tape: JSONTape) -> ChatLogNode? {
        open(tape)
        if case .elements(let nodes) = content, nodes.indices.contains(place) { return nodes[place] }
        return nil
    }

    /// - Returns: whether this is an object.
    func set(_ name: String, to node: ChatLogNode?, _ tape: JSONTape) -> Bool {
        open(tape)
        guard case .members(var nodes) = content else { return false }
        content = .text("")
        nodes[name] = node
        content = .members(nodes)
        return true
    }

    /// - Returns: whether this is an array that reaches so far.
    func set(_ place: Int, to node: ChatLogNode, _ tape: JSONTape) -> Bool {
        open(tape)
        guard case .elements(var nodes) = content, 0...nodes.count ~= place else { return false }
        content = .text("")
        if place == nodes.count { nodes.append(node) } else { nodes[place] = node }
        content = .elements(nodes)
        return true
    }

    /// Cuts an array down to a length, where one is given, and adds to it. What is no array becomes one.
    func push(_ more: [ChatLogNode], keeping length: Int?, _ tape: JSONTape) {
        open(tape)
        var nodes: [ChatLogNode] = []
        if case .elements(let known) = content { nodes = known }
        content = .text("")
        if let length, length < nodes.count { nodes.removeSubrange(max(length, 0)...) }
        nodes += more
        content = .elements(nodes)
    }

    /// Bytes of all that it holds.
    var size: Int {
        switch content {
        case .text(let text): text.utf8.count
        case .members(let nodes): nodes.reduce(0) { $0 + $1.key.utf8.count + $1.value.size + 4 }
        case .elements(let nodes): nodes.reduce(2) { $0 + $1.size + 1 }
        }
    }

    /// Writes some members of an object.
    func write(_ names: [String], to bytes: inout [UInt8], _ tape: JSONTape) {
        Self.write(names.compactMap { name in member(name, tape).map { (name, $0) } }, to: &bytes)
    }

    func write(to bytes: inout [UInt8]) {
        switch content {
        case .text(let text): bytes += text.utf8
        case .members(let nodes): Self.write(nodes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: &bytes)
        case .elements(let nodes):
            bytes.append(UInt8(ascii: "["))
            for (place, node) in nodes.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                node.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }

    private static func write(_ members: [(name: String, node: ChatLogNode)], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (place, member) in members.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            member.name.writeJSON(to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.node.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Parts the text of an object or an array into what it holds.
    private func open(_ tape: JSONTape) {
        guard case .text(var text) = content else { return }
        content = .text("")
        let parted: Content? = text.withUTF8 { bytes in
            guard let value = try? tape.parse(UnsafeRawBufferPointer(bytes)) else { return nil }
            switch value.kind {
            case .object:
                var nodes: [String: ChatLogNode] = [:]
                for (key, value) in value.members { nodes[key] = ChatLogNode(value.source) }
                return .members(nodes)
            case .array: return .elements(value.elements.map { ChatLogNode($0.source) })
            default: return nil
            }
        }
        content = parted ?? .text(text)
    }
}
