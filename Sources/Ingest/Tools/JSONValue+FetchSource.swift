import Provenance
import Text

extension JSONValue {
    /// Where a call with these arguments fetches its answer from: the command that does so, or the host of an address.
    var fetchSource: String? {
        for name in ["command", "cmd", "commandLine", "CommandLine"] as [StaticString] {
            if let command = self[name].string { return FetchSource.command(command) }
        }
        for name in ["url", "uri", "Url"] as [StaticString] {
            if let host = self[name].string.flatMap(FetchSource.host(of:)) { return host }
        }
        return nil
    }
}
