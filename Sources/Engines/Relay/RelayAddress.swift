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
    /// By TLS, and the host must show who it is.
    package let isEncrypted: Bool
    /// A file of those who may vouch for it, in the place of the system's.
    var authority: String?

    package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// As engines are named: `https://llm.lan`.
    package var address: String { (isEncrypted ? "https://" : "http://") + hostField }

    /// As requests name it.
    var hostField: String {
        guard port == (isEncrypted ? 443 : 80) else { return text }
        return host.contains(":") ? "[\(host)]" : host
    }

    /// - Parameter text: `127.0.0.1:11435`, `[::1]:8080`, `http://localhost:11434`, `https://llm.lan`.
    package init(_ text: String, allowsPublic: Bool = false) throws(RelayFailure) {
        isEncrypted = text.hasPrefix("https://")
        let scheme = isEncrypted ? "https://" : "http://"
        let hasScheme = text.hasPrefix(scheme)
        var rest = hasScheme ? text.dropFirst(scheme.count) : text[...]
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        guard !rest.contains(where: { "/@ ?#".contains($0) || !$0.isASCII }) else { throw .badAddress(text) }
        var host = rest
        var port: UInt16? = hasScheme ? (isEncrypted ? 443 : 80) : nil
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            host = rest[..<colon]
            port = UInt16(rest[rest.index(after: colon)...])
        }
        guard let port else { throw .badAddress(text) }
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

    /// - Throws: `RelayFailure` where what is to be asked is a public address, or nobody, or cannot show who it is.
    package func check() throws(RelayFailure) {
        try checkName()
        guard isEncrypted else { return }
        do {
            _ = try EncryptedConnection(to: self)
        } catch .unanswered {
            // It may be started later.
        }
    }

    private func checkName() throws(RelayFailure) {
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
    case untrusted(String, String)
    case unanswered(String, String)
    case publicAddress(String)
    case cannotListen(String, String)

    package var description: String {
        switch self {
        case .badAddress(let text): "'\(text)' is no host and port: write it as 127.0.0.1:11434 or https://llm.lan."
        case .untrusted(let text, let words):
            "'\(text)' cannot show who it is: \(words). Nothing was sent."
        case .unanswered(let text, let words): "The engine at \(text) takes no connection: \(words)."
        case .publicAddress(let text):
            "'\(text)' is a public address, and nothing is sent there: --allow-public allows it."
        case .cannotListen(let text, let reason): "Nobody can be served at '\(text)': \(reason)."
        }
    }
}
