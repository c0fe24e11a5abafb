import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A host and a port, to listen at or to connect to.
package struct RelayAddress: Equatable, Sendable {
    package var host: String
    package var port: UInt16
    package var allowsPublic: Bool

    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// - Parameter text: `127.0.0.1:11435`, `[::1]:8080`, `http://localhost:11434`.
    package init(_ text: String, allowsPublic: Bool = false) throws(RelayFailure) {
        guard !text.hasPrefix("https://") else { throw .encrypted(text) }
        var rest = text.hasPrefix("http://") ? text.dropFirst(7) : text[...]
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]),
            !rest.contains("/"), !rest.contains("@")
        else { throw .badAddress(text) }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { throw .badAddress(text) }
        self.host = String(host)
        self.port = port
        self.allowsPublic = allowsPublic
    }

    private static var streamType: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }

    /// Calls `body` with each address of the host until one is of use.
    private func first<Value>(_ flags: Int32, _ body: (addrinfo) -> Value?) -> Value? {
        var hints = addrinfo()
        hints.ai_socktype = Self.streamType
        hints.ai_flags = flags
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return nil }
        defer { freeaddrinfo(list) }
        var next = list
        while let info = next {
            if let value = body(info.pointee) { return value }
            next = info.pointee.ai_next
        }
        return nil
    }

    /// A socket that listens, and where.
    func listen() throws(RelayFailure) -> (Int32, String) {
        var reason = "its name is not known"
        let found = first(Int32(AI_PASSIVE)) { info -> (Int32, String)? in
            guard let address = info.ai_addr else { return nil }
            guard colophon_is_loopback(address) != 0 else {
                reason = "it is not this machine's own alone: write 127.0.0.1"
                return nil
            }
            let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
            guard descriptor >= 0 else { return nil }
            var yes: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            guard bind(descriptor, address, info.ai_addrlen) == 0, Self.listen(descriptor) else {
                reason = String(cString: strerror(errno))
                close(descriptor)
                return nil
            }
            var real = self
            real.port = colophon_port(descriptor)
            return (descriptor, real.text)
        }
        guard let found else { throw .cannotListen(text, reason) }
        return found
    }

    private static func listen(_ descriptor: Int32) -> Bool {
        #if canImport(Glibc)
            Glibc.listen(descriptor, 256) == 0
        #else
            Darwin.listen(descriptor, 256) == 0
        #endif
    }

    /// `nil` where nobody listens, or only at a public address.
    func connect() -> Int32? {
        first(0) { info in
            guard let address = info.ai_addr, allowsPublic || colophon_is_private(address) != 0 else { return nil }
            let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
            guard descriptor >= 0 else { return nil }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            #if canImport(Glibc)
                let isConnected = Glibc.connect(descriptor, address, info.ai_addrlen) == 0
            #else
                let isConnected = Darwin.connect(descriptor, address, info.ai_addrlen) == 0
            #endif
            if isConnected { return descriptor }
            close(descriptor)
            return nil
        }
    }

    /// - Throws: `RelayFailure` where what is to be asked is a public address, or nobody.
    package func check() throws(RelayFailure) {
        var isPublic = false
        let isKnown = first(0) { info -> Bool? in
            guard let address = info.ai_addr else { return nil }
            if allowsPublic || colophon_is_private(address) != 0 { return true }
            isPublic = true
            return nil
        }
        if isKnown == nil { throw isPublic ? .publicAddress(text) : .badAddress(text) }
    }

    /// What is small is not held back for more.
    static func sendAtOnce(_ descriptor: Int32) {
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// Why nothing can be passed through, as one sentence.
package enum RelayFailure: Error, Equatable, CustomStringConvertible {
    case badAddress(String)
    case encrypted(String)
    case publicAddress(String)
    case cannotListen(String, String)

    package var description: String {
        switch self {
        case .badAddress(let text): "'\(text)' is no host and port: write it as 127.0.0.1:11434."
        case .encrypted(let text):
            "'\(text)' is encrypted, and bytes that cannot be read cannot be recorded: name an engine by http://."
        case .publicAddress(let text):
            "'\(text)' is a public address, and nothing is sent there: --allow-public allows it."
        case .cannotListen(let text, let reason): "Nobody can be served at '\(text)': \(reason)."
        }
    }
}
