/// What stands between the program and the terminal that has the clipboard.
enum Multiplexer {
    case none, tmux, screen
    /// One of the two, at the far end of a connection that does not tell which.
    case unknown

    init(_ environment: TerminalEnvironment) {
        let term = environment.term ?? ""
        self =
            environment.isInTmux || term.hasPrefix("tmux")
            ? .tmux
            : environment.isInScreen ? .screen : term.hasPrefix("screen") ? .unknown : .none
    }
}

/// OSC 52: the terminal puts the text on the clipboard of the machine that it runs on, also through ssh. Nil if the
/// text is longer than terminals take (they drop it silently, xterm from about 75,000 bytes encoded).
///
/// tmux obeys it as it is under `set-clipboard on`, and hands it on wrapped under `allow-passthrough`; so it is said both
/// ways. GNU screen knows only the second way, in strings of at most 256 bytes.
func clipboardSequence(_ text: String, through multiplexer: Multiplexer = .none) -> [UInt8]? {
    let encoded = base64(text.utf8)
    guard encoded.count <= 74_994 else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    switch multiplexer {
    case .none, .unknown: return plain
    case .tmux: return plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8)
    case .screen:
        var wrapped: [UInt8] = []
        var rest = plain[...]
        while !rest.isEmpty {
            wrapped += Array("\u{1B}P".utf8) + rest.prefix(240) + Array("\u{1B}\\".utf8)
            rest = rest.dropFirst(240)
        }
        return wrapped
    }
}

private func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count / 3 * 4 + 4)
    var rest = bytes[...]
    while !rest.isEmpty {
        let group = Array(rest.prefix(3))
        rest = rest.dropFirst(3)
        let word = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
        for place in 0...3 {
            encoded.append(place <= group.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
    }
    return encoded
}
