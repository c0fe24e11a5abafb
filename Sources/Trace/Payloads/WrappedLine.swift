import Text

/// A record of JSON that is nothing but the wrapping of one line of text.
///
///     {"log":"text\n","stream":"stderr","time":"…"}                     Docker; without `\n` the line goes on
///     {"Action":"output","Package":"shop/cart","Test":"TestTotal","Output":"text\n"}
///     {"MESSAGE":"text","_SYSTEMD_UNIT":"shop.service","_PID":"12"}     journalctl -o json
struct WrappedLine {
    var texts: [String] = []
    /// Of the names whose line it is; never 0.
    var key: UInt64
    var name: String
    var time: Timestamp?
    var package: String?
    var isPartial = false
    /// Nothing more will come of its stream.
    var isOver = false

    init?(_ line: ByteView) {
        // A glance before the line is parsed: most records of logs are none of these.
        let isDocker = line.has("{\"log\":")
        let isGo = !isDocker && line.upTo(512).contains("\"Action\":\"")
        guard isDocker || isGo || line.contains("\"MESSAGE\":"), let value = try? JSONTape().parse(line.raw) else {
            return nil
        }
        var parts: [String?]
        var text: String?
        if isGo {
            guard let action = value["Action"].name, let package = value["Package"].name ?? value["ImportPath"].name
            else {
                return nil
            }
            text = value["Output"].string
            self.package = value["Package"].name
            parts = [package, value["Test"].name]
            isOver = action == "pass" || action == "fail" || action == "skip"
            time = value["Time"].moment
        } else if isDocker {
            guard value["stream"].exists || value["time"].exists || value["kubernetes"].exists else { return nil }
            text = value["log"].string
            parts = [
                value["kubernetes"]["pod_name"].name, value["kubernetes"]["container_name"].name, value["stream"].name,
            ]
            time = value["time"].moment ?? value["@timestamp"].moment
            isPartial = text.map { !$0.hasSuffix("\n") && value["kubernetes"].kind != .object } ?? false
        } else {
            text = value["MESSAGE"].string
            guard text != nil else { return nil }
            parts = [value["_SYSTEMD_UNIT"].name ?? value["SYSLOG_IDENTIFIER"].name, value["_PID"].name]
            time = value["__REALTIME_TIMESTAMP"].moment
        }
        name = parts.compactMap(\.self).joined(separator: "/")
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        key = hash | 1
        guard let text else { return }
        texts = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(4096).map(String.init)
        if texts.count > 1, texts.last == "" { texts.removeLast() }
    }
}
