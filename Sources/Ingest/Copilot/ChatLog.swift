import Text

/// A chat that VS Code keeps as a log of changes, one a line: what it comes to.
///
/// `{"kind": 0, "v": …}` is the whole chat. `{"kind": 1, "k": […], "v": …}` sets what stands at a path of names and places,
/// `{"kind": 2, "k": […], "v": […], "i": …}` cuts the list there to the length `i`, if given, and adds to it, and
/// `{"kind": 3, "k": […]}` takes out. After some hundred changes VS Code writes the file anew, with the whole chat alone.
struct ChatLog {
    /// A line that changes nothing, and why.
    struct Refusal: Error {
        let reason: String
    }

    private var root: ChatLogNode?
    /// Every request there has been, in the order in which they came.
    private var seen: [ChatLogNode] = []
    private let tape = JSONTape()
    /// Bytes that came in since all was weighed last.
    private var bytes = 0

    /// A path of more steps leads nowhere in a chat.
    private static let depth = 32
    /// Bytes that a chat may come to, with what was taken back.
    static let limit = 2 * LineReader.limit

    private enum Step: Equatable {
        case name(String)
        case place(Int)
    }

    /// - Returns: `false` once the chat is larger than any may be.
    mutating func take(_ entry: JSONValue) throws(Refusal) -> Bool {
        bytes += entry.sourceLength
        let value = entry["v"]
        guard let kind = entry["kind"].int, 0...3 ~= kind else {
            throw Refusal(reason: "it is no change of a kind that is known")
        }
        if kind == 0 {
            guard value["sessionId"].string?.isEmpty == false else { throw Refusal(reason: "the chat has no id") }
            root = ChatLogNode(value.source)
            noteRequests()
        } else {
            let path = try Self.path(entry["k"])
            guard let root else { throw Refusal(reason: "it stands before the chat itself") }
            guard path.first != Self.id else { throw Refusal(reason: "it changes the chat's id") }
            guard let last = path.last, let parent = follow(path.dropLast(), from: root) else {
                throw Refusal(reason: Self.nowhere)
            }
            if kind == 2 {
                let more = try push(value, keeping: entry["i"].int, at: last, of: parent)
                if path == Self.toRequests { seen += more }
            } else {
                let node = kind == 1 && value.kind != .missing ? ChatLogNode(value.source) : nil
                guard set(last, of: parent, to: node) else { throw Refusal(reason: Self.nowhere) }
                if path == Self.toRequests { noteRequests() }
                if path.count == 2, path.first == Self.toRequests.first, let node { seen.append(node) }
            }
        }
        return isWithinLimit
    }

    private var isWithinLimit: Bool {
        mutating get {
            guard bytes > Self.limit else { return true }
            bytes = 0
            return (root?.size ?? 0) + seen.reduce(0) { $0 + $1.size } <= Self.limit
        }
    }

    private static let id = Step.name("sessionId")
    private static let toRequests = [Step.name("requests")]

    private static let nowhere = "it changes what is not there"

    /// What the chat says of itself, beside its requests; `nil` where there is none.
    var chat: [UInt8]? {
        guard let root else { return nil }
        var bytes: [UInt8] = []
        root.write(["sessionId", "customTitle", "creationDate"], to: &bytes, tape)
        return bytes
    }

    /// The requests, those among them that are there no longer, and which is the last.
    var requests: [(bytes: [UInt8], isGone: Bool, isLast: Bool)] {
        let there = root?.member("requests", tape)?.elements(tape) ?? []
        let names = Set(there.map(ObjectIdentifier.init))
        return seen.map { node in
            var bytes: [UInt8] = []
            node.write(to: &bytes)
            return (bytes, !names.contains(ObjectIdentifier(node)), node === there.last)
        }
    }

    private mutating func noteRequests() {
        seen += root?.member("requests", tape)?.elements(tape) ?? []
    }

    private static func path(_ value: JSONValue) throws(Refusal) -> [Step] {
        var path: [Step] = []
        for step in value.elements {
            if let name = step.string {
                path.append(.name(name))
            } else if let place = step.int.flatMap(Int.init(exactly:)), place >= 0 {
                path.append(.place(place))
            } else {
                throw Refusal(reason: nowhere)
            }
            if path.count > depth { throw Refusal(reason: nowhere) }
        }
        return path
    }

    private func follow(_ path: some Sequence<Step>, from root: ChatLogNode) -> ChatLogNode? {
        path.reduce(Optional(root)) { node, step in
            switch step {
            case .name(let name): node?.member(name, tape)
            case .place(let place): node?.element(place, tape)
            }
        }
    }

    private func set(_ step: Step, of parent: ChatLogNode, to node: ChatLogNode?) -> Bool {
        switch step {
        case .name(let name): parent.set(name, to: node, tape)
        case .place(let place): parent.set(place, to: node ?? ChatLogNode("null"), tape)
        }
    }

    private func push(
        _ value: JSONValue, keeping length: Int64?, at last: Step, of parent: ChatLogNode
    ) throws(Refusal) -> [ChatLogNode] {
        let more = value.elements.map { ChatLogNode($0.source) }
        if let list = follow([last], from: parent) {
            list.push(more, keeping: length.map(Int.init(clamping:)), tape)
        } else {
            let list = ChatLogNode("[]")
            guard set(last, of: parent, to: list) else { throw Refusal(reason: Self.nowhere) }
            list.push(more, keeping: nil, tape)
        }
        return more
    }
}
