import Foundation
import Synchronization
import TestSupport
import Testing

/// A llama.cpp server that still reads its weights: to whatever it is asked it says 503.
struct LoadingEngineTests {
    private final class Count: Sendable {
        private let value = Mutex(0)
        func next() -> Int {
            value.withLock {
                $0 += 1; return $0
            }
        }
    }

    /// - Parameter loads: whether it still loads when it is asked for the path for the time of that number.
    private func place(_ loads: @escaping @Sendable (_ path: String, _ number: Int) -> Bool) throws -> (
        ReplayServer, GeneratingPlace
    ) {
        let count = Count()
        let server = try ReplayServer { request in
            if loads(request.path, count.next()) {
                return .init(
                    "{\"error\":{\"message\":\"Loading model\",\"type\":\"unavailable_error\",\"code\":503}}",
                    status: "503 Service Unavailable")
            }
            switch request.path {
            case "/props": return .init("{\"model_path\":\"tiny.gguf\"}")
            case "/v1/models": return .init("{\"data\":[{\"id\":\"tiny.gguf\",\"owned_by\":\"llamacpp\"}]}")
            case "/apply-template": return .init("{\"prompt\":\"<user>x\"}")
            case "/completion":
                return .init(
                    "data: {\"content\":\"x = 1\",\"tokens\":[5],\"stop\":false}\n\n"
                        + "data: {\"content\":\"\",\"tokens\":[],\"stop\":true,\"tokens_predicted\":1}\n\n",
                    type: "text/event-stream")
            default: return .notFound
            }
        }
        return (server, try GeneratingPlace { _ in .notFound })
    }

    @Test(arguments: ["", "llama+"])
    func `It is waited for, which is said once, and then asked in the template of its model`(kind: String) throws {
        let (server, place) = try place { path, number in kind.isEmpty ? number <= 5 : number <= 3 }
        defer { server.close(); place.server.close() }
        let run = try place.shell("colophon generate x --engine \(kind)\(server.address)", engine: false)
        #expect(run.output == "x = 1\n", "\(run.complaint)")
        #expect(run.complaint.components(separatedBy: "waiting: it is loading its model").count == 2)
        #expect(run.complaint.contains("each recorded by its id"), "\(run.complaint)")
    }

    @Test func `Whose patience ends is told why`() throws {
        let (server, place) = try place { _, _ in true }
        defer { server.close(); place.server.close() }
        let run = try place.shell(
            "colophon generate x --engine \(server.address) --first-byte-timeout 0.2", engine: false)
        #expect(run.status == 1 && run.complaint.hasSuffix("is still loading its model: ask again later.\n"))
        let listed = try place.shell("colophon engines --engine \(server.address) --format json", engine: false)
        #expect(listed.output.contains("llama.cpp") && listed.output.contains("still loading"), "\(listed.output)")
    }
}
