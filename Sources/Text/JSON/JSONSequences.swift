extension JSONValue {
    /// The elements of an array, in order; none for any other value.
    package var elements: Elements {
        Elements(array: self)
    }

    /// The members of an object, in order and with every duplicate; none for any other value.
    package var members: Members {
        Members(object: self)
    }

    package struct Elements: Sequence, IteratorProtocol {
        private let array: JSONValue
        private var position: UInt32
        private let end: UInt32

        init(array: JSONValue) {
            self.array = array
            let node = array.node.flatMap { $0.kind == .array ? $0 : nil }
            position = node == nil ? 0 : array.firstInside
            end = node?.next ?? 0
        }

        package mutating func next() -> JSONValue? {
            guard position < end else { return nil }
            let value = array.at(position)
            guard let node = value.node else { return nil }
            position = node.next
            return value
        }
    }

    package struct Members: Sequence, IteratorProtocol {
        private let object: JSONValue
        private var position: UInt32
        private let end: UInt32

        init(object: JSONValue) {
            self.object = object
            let node = object.node.flatMap { $0.kind == .object ? $0 : nil }
            position = node == nil ? 0 : object.firstInside
            end = node?.next ?? 0
        }

        package mutating func next() -> (key: String, value: JSONValue)? {
            guard position < end else { return nil }
            let value = object.at(position + 1)
            guard let key = object.at(position).string, let node = value.node else { return nil }
            position = node.next
            return (key, value)
        }
    }
}
