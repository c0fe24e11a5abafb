import Foundation

/// A server by TLS on this machine that tells one answer in small pieces, whatever it is asked.
final class SecureServer {
    static let answer =
        "{\"model\":\"m\",\"response\":\"h🦊\",\"done\":false}\n{\"model\":\"m\",\"response\":\"i\",\"done\":false}\n"
        + "{\"model\":\"m\",\"response\":\"\",\"done\":true,\"done_reason\":\"stop\",\"eval_count\":2}\n"

    private static let script = #"""
        import http.server, ssl, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                open(sys.argv[2], "a").write(self.headers["Host"] + "\n")
                answer = open(sys.argv[3], "rb").read()
                self.send_response(200)
                self.send_header("Content-Type", "application/x-ndjson")
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for start in range(0, len(answer), 5):
                    part = answer[start:start + 5]
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
                self.wfile.write(b"0\r\n\r\n")
            def log_message(self, *words): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.handle_error = lambda *words: None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1])
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """#

    static let isPossible = [["python3", "-c", "import ssl"], ["openssl", "version"]].allSatisfy { words in
        (try? run(words, in: NSTemporaryDirectory())) == 0
    }

    private let folder: String
    private let process = Process()
    let port: UInt16

    /// Its own, by which it is known.
    var certificate: String { folder + "/own.pem" }
    /// What clients called it.
    var hosts: [String] {
        ((try? String(contentsOfFile: folder + "/hosts", encoding: .utf8)) ?? "").split(separator: "\n").map(
            String.init)
    }

    init() throws {
        folder = NSTemporaryDirectory() + "/secure-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let made = try Self.run(
            [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "own.pem",
            ], in: folder)
        guard made == 0 else { throw CocoaError(.featureUnsupported) }
        let both =
            try String(contentsOfFile: folder + "/own.pem", encoding: .utf8)
            + String(contentsOfFile: folder + "/key.pem", encoding: .utf8)
        try both.write(toFile: folder + "/both.pem", atomically: true, encoding: .utf8)
        try Self.answer.write(toFile: folder + "/answer", atomically: true, encoding: .utf8)
        let said = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.script, "both.pem", "hosts", "answer"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try said.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        guard let port = UInt16(String(decoding: line, as: UTF8.self)) else { throw CocoaError(.featureUnsupported) }
        self.port = port
    }

    func close() {
        // It may have been started by a thread that takes no other signal.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func run(_ words: [String], in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
