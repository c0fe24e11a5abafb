import Engines
import Flows
import Text

/// The exact request that would be sent; of a key only that there is one.
enum RequestPage {
    static func text(of generation: CodeGeneration) -> String {
        let client = generation.client
        let request = client.request(for: generation.question)
        var lines = ["POST \(client.engine.address)\(request.path)"]
        lines += client.shownHeaders
        return Visible.text(lines.joined(separator: "\n"), keeping: [.newline]) + "\n\n"
            + Visible.text(String(decoding: request.body, as: UTF8.self)) + "\n"
    }
}
