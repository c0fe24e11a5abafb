import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension HTTPClient {
    /// Asks, and hands on what is answered as it comes, on this thread.
    ///
    /// Redirections are not followed: what an address that was allowed says of another allows nothing.
    ///
    /// - Throws: `HTTPFailure` where there is no answer; one of whatever status is none.
    package func stream(
        _ request: HTTPRequest, patience: HTTPPatience = HTTPPatience(), to receiver: any HTTPReceiver
    ) throws(HTTPFailure) -> HTTPEnd {
        guard let curl = Curl.shared else { throw .noLibrary }
        let lines = request.headers + [request.address]
        if lines.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) || request.address.contains(" ") {
            throw .badAddress(request.address)
        }
        guard let handle = curl.create() else { throw .noLibrary }
        defer { curl.destroy(handle) }
        var transfer = colophon_transfer()
        transfer.allows_public = allowsPublic ? 1 : 0
        let reading = Reading(receiver: receiver, patience: patience)
        var headers: UnsafeMutableRawPointer?
        // Else it asks whether a large body may be sent, and waits for an answer that some servers do not give.
        for line in request.headers + ["Expect:"] { headers = curl.append(line, to: headers) }
        defer { curl.freeList(headers) }
        var code: Int32 = 0
        withUnsafeMutablePointer(to: &transfer) { transfer in
            let context = Unmanaged.passUnretained(reading).toOpaque()
            curl.setCommon(handle, transfer)
            curl.set(handle, .writeData, context)
            curl.set(handle, .writeFunction, unsafeBitCast(Reading.body, to: UnsafeRawPointer.self))
            curl.set(handle, .headerData, context)
            curl.set(handle, .headerFunction, unsafeBitCast(Reading.header, to: UnsafeRawPointer.self))
            curl.set(handle, .connectTimeout, patience.connect)
            curl.set(handle, .url, request.address)
            if let headers { curl.set(handle, .httpHeaders, headers) }
            guard let body = request.body else {
                code = curl.perform(handle, while: reading.goesOn)
                return
            }
            body.withUnsafeBytes { bytes in
                curl.set(handle, .postFields, bytes.baseAddress ?? UnsafeRawPointer(context))
                curl.set(handle, .postFieldSize, bytes.count)
                curl.set(handle, .post, 1)
                code = curl.perform(handle, while: reading.goesOn)
            }
        }
        if transfer.was_public != 0 { throw .publicAddress(request.address) }
        return try reading.end(code, words: curl.words(code), address: request.address)
    }
}

/// One answer on its way.
private final class Reading {
    private enum Stop { case cancelled, late, stopped }

    private let receiver: any HTTPReceiver
    private let patience: HTTPPatience
    private var head: HTTPHead?
    private var isHeadTaken = false
    private var hasBody = false
    private var last = Reading.now
    private var stop: Stop?

    init(receiver: any HTTPReceiver, patience: HTTPPatience) {
        self.receiver = receiver
        self.patience = patience
    }

    static let body: @convention(c) (UnsafeMutableRawPointer?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
        bytes, size, count, context in
        guard let context else { return 0 }
        let reading = Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
        return reading.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }

    static let header: @convention(c) (UnsafeMutableRawPointer?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
        bytes, size, count, context in
        guard let context else { return 0 }
        let reading = Unmanaged<Reading>.fromOpaque(context).takeUnretainedValue()
        reading.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        takeHead()
        hasBody = true
        last = Self.now
        if receiver.take(bytes) { return true }
        stop = .stopped
        return false
    }

    private func take(header bytes: UnsafeRawBufferPointer) {
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            // What is only on its way to an answer (100, 103) is none.
            head = status >= 200 ? HTTPHead(status: status) : nil
            return
        }
        guard let colon = line.firstIndex(of: ":") else {
            // The empty line: the body may be a long time coming.
            takeHead()
            return
        }
        let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch line[..<colon].lowercased() {
        case "content-type": head?.contentType = value
        case "location": head?.location = value
        case "retry-after-ms": head?.retryAfter = Double(value).flatMap { Int(exactly: $0.rounded()) }
        case "retry-after":
            if let told = RetryAfter.milliseconds(value), head?.retryAfter == nil { head?.retryAfter = told }
        default: break
        }
    }

    private func takeHead() {
        guard !isHeadTaken, let head else { return }
        isHeadTaken = true
        receiver.take(head)
    }

    var goesOn: () -> Bool {
        { [self] in
            if receiver.isCancelled {
                stop = .cancelled
            } else if Self.now - last > (hasBody ? patience.idle : patience.firstByte) {
                stop = .late
            }
            return stop == nil
        }
    }

    func end(_ code: Int32, words: String, address: String) throws(HTTPFailure) -> HTTPEnd {
        if code == 0 { takeHead() }
        switch stop {
        case .cancelled:
            if isHeadTaken { return .cancelled }
            throw .cancelled(address)
        case .late:
            if isHeadTaken { return .idle(hasBody ? patience.idle : patience.firstByte) }
            throw .late(address, patience.firstByte)
        case .stopped: return .stopped
        case nil: break
        }
        if isHeadTaken { return code == 0 ? .whole : .dropped(words) }
        switch code {
        case 0: throw .failed(address, "it closes the connection")
        // CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: an answer that does not begin as one of HTTP.
        case 1, 8: throw .noHTTP(address)
        // CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT
        case 6, 7: throw .unreached(address, words)
        // CURLE_OPERATION_TIMEDOUT: no other time limit is set.
        case 28: throw .unconnected(address, patience.connect)
        // CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION and what comes of certificates.
        case 35, 51, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: throw .untrusted(address, words)
        default: throw .failed(address, words)
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
