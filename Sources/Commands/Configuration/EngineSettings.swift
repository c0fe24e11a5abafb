import Engines
import Text

/// What the configuration says of the engine that generates.
struct EngineSettings: Equatable {
    private(set) var url: String?
    private(set) var model: String?
    private(set) var keyFile: String?
    /// Hosts that may be asked although their addresses are public ones.
    private(set) var allowedHosts: [String] = []
    private(set) var patience = HTTPPatience()

    /// - Returns: what is wrong with the entry, as a sentence.
    mutating func take(_ entry: TOMLTable.Entry) -> String? {
        switch (entry.key, entry.value) {
        case ("url", .string(let text)): url = text
        case ("model", .string(let text)): model = text
        case ("key_file", .string(let text)): keyFile = text
        case ("allow", .array(let list)):
            let hosts = list.compactMap { value in
                if case .string(let host) = value { host } else { nil }
            }
            guard hosts.count == list.count else { return "write names of hosts in quotes: [\"gpu.example.com\"]." }
            allowedHosts = hosts
        case ("connect_timeout", let value): return Self.wait(value, &patience.connect)
        case ("first_byte_timeout", let value): return Self.wait(value, &patience.firstByte)
        case ("idle_timeout", let value): return Self.wait(value, &patience.idle)
        case ("key", _):
            return "a key does not belong here: put it into a file that only you can read, and name key_file."
        case ("url", _), ("model", _), ("key_file", _): return "write it in quotes."
        case ("allow", _): return "write names of hosts in quotes: [\"gpu.example.com\"]."
        default:
            return "there is no such key; there are url, model, key_file, allow, connect_timeout, first_byte_timeout, "
                + "idle_timeout."
        }
        return nil
    }

    private static func wait(_ value: TOMLValue, _ milliseconds: inout Int) -> String? {
        let seconds: Double? =
            switch value {
            case .integer(let number): Double(number)
            case .float(let number): number
            default: nil
            }
        guard let wait = seconds.flatMap(HTTPPatience.milliseconds(of:)) else {
            return "write seconds, as 30 or 0.5, a day at most."
        }
        milliseconds = wait
        return nil
    }
}
