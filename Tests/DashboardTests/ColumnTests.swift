import Store
import Terminal
import Testing
import Text

@testable import Dashboard

/// Words of any script in a row never move what stands beside them.
@Suite struct ColumnTests {
    static let words = [
        "plain", "退款必须是幂等的", "환불 처리", "cafe\u{301} nai\u{308}ve", "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        "👩‍👩‍👧 family",
        "👍🏽 yes", "🇯🇵🇩🇪🇫 flags", "❤\u{FE0F} heart", "1\u{FE0F}\u{20E3} keycap", "नमस्ते", "שלום", "ｆｕｌｌ", "ｶﾞ", "\u{301}alone",
        "tab\there", "zero\u{200B}width", "🏴\u{E0067}\u{E0062}\u{E007F} tag",
    ]

    /// With words of every length, so that each is also cut at every column.
    @Test(arguments: words, [[40, 10], [80, 24], [120, 40]]) func `a row keeps its columns`(word: String, size: [Int]) {
        let plain = row("plain", size)
        if size[0] >= 80 { #expect(start(of: "probe.py", plain) != nil) }
        for repeats in [1, 2, 3, 5, 8, 13, 21] {
            let cells = row(Array(repeating: word, count: repeats).joined(separator: " "), size)
            #expect(cells.reduce(0) { $0 + Int($1.width) } == size[0])
            // A wide cell and its continuation are one.
            for (place, cell) in cells.enumerated() where cell.width == 2 {
                #expect(place + 1 < cells.count && cells[place + 1].width == 0)
            }
            #expect(start(of: "probe.py", cells) == start(of: "probe.py", plain), "\(word) \(repeats) times")
        }
    }

    private func row(_ title: String, _ size: [Int]) -> [Cell] {
        let desk = Desk(
            size[0], size[1],
            turns: [
                Samples.turn(2, at: Samples.now, "another", path: "other.py", added: 1),
                Samples.turn(1, at: Samples.now - Samples.minute, title, path: "probe.py", added: 1),
            ])
        let frame = desk.frame
        let row = (0..<frame.size.rows).first { frame.text(row: $0).contains("probe.py") } ?? 0
        return (0..<frame.size.columns).compactMap { frame[row, $0] }
    }

    /// The column in which the word begins.
    private func start(of word: String, _ cells: [Cell]) -> Int? {
        let letters = word.unicodeScalars.map { String($0) }
        return cells.indices.first { place in
            place + letters.count <= cells.count
                && letters.indices.allSatisfy { cells[place + $0].text == letters[$0] }
        }
    }
}
