/// A question whose answer is read as it comes.
package struct HTTPRequest: Sendable {
    package var address: String
    /// `nil` asks with GET.
    package var body: [UInt8]?
    /// `Name: value`; a key among them is sent to that address alone.
    package var headers: [String]

    package init(_ address: String, body: [UInt8]? = nil, headers: [String] = []) {
        self.address = address
        self.body = body
        self.headers = headers
    }
}

/// What stands before the body of an answer.
package struct HTTPHead: Equatable, Sendable {
    package var status: Int
    package var contentType: String?
    /// How long to wait before one asks again, in milliseconds.
    package var retryAfter: Int?
    /// Where it would send us.
    package var location: String?

    package init(status: Int) {
        self.status = status
    }
}

/// How long one waits, in milliseconds, for what; a whole answer may take any time.
package struct HTTPPatience: Equatable, Sendable {
    package var connect = 5_000
    /// Engines load their model and read the prompt before they say anything.
    package var firstByte = 600_000
    package var idle = 120_000

    package init() {}

    package init(connect: Int, firstByte: Int, idle: Int) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
    }

    /// How long until one looks again whether a model is loaded.
    package var beforeNextLook: Int { min(1000, firstByte / 4) }

    /// - Returns: `nil` for what nobody waits: nothing, or more than a day.
    package static func milliseconds(of seconds: Double) -> Int? {
        seconds >= 0.001 && seconds <= 86_400 ? Int((seconds * 1000).rounded()) : nil
    }
}

/// Who takes an answer as it comes.
package protocol HTTPReceiver: AnyObject {
    func take(_ head: HTTPHead)
    /// - Returns: whether more is wanted.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool
    /// Asked a few times a second.
    var isCancelled: Bool { get }
}

/// How an answer ended whose head had come.
package enum HTTPEnd: Equatable, Sendable {
    /// All of its body is there.
    case whole
    /// The connection broke, in libcurl's words.
    case dropped(String)
    /// Nothing came for so many milliseconds.
    case idle(Int)
    case cancelled
    /// The receiver wanted no more.
    case stopped
}
