import Foundation
import TestSupport
import Testing

/// Nothing that a record says reaches the terminal as a command: every field, every screen, the bytes that leave.
@Suite struct UntrustedBytesTests {
    /// Every C0 and C1 control and DEL, sequences in seven and eight bits, and what reorders or hides text. The numbers
    /// 7777 stand nowhere else.
    private static let attacks: [String] =
        ((0x01...0x1F).map { $0 } + (0x7F...0x9F).map { $0 }).compactMap { Unicode.Scalar($0).map { "a\($0)b" } } + [
            "\u{1B}[7777z", "\u{1B}[7777;1H", "\u{1B}]0;7777\u{7}", "\u{1B}]52;c;Nzc3Nw==\u{1B}\\",
            "\u{1B}P7777q\u{1B}\\", "\u{1B}_7777\u{1B}\\", "\u{1B}^7777\u{1B}\\", "\u{9B}7777z", "\u{9D}7777\u{9C}",
            "\u{90}7777q\u{9C}", "\u{1B}c", "\u{1B}#8", "\u{202E}x\u{202C}", "\u{2066}x\u{2069}", "\u{200B}\u{FEFF}",
        ]

    /// A record line with one attack after another in each of its texts.
    private func lines() throws -> String {
        let all = Self.attacks.joined(separator: " ")
        func texts(_ members: [String: Any], _ names: [String]) -> [String: Any] {
            members.merging(names.map { ($0, all) }) { $1 }
        }
        let edit = texts(
            ["id": "e1", "kind": "update", "status": "applied", "first_line": 1],
            ["path", "moved_from", "after", "before"])
        let records: [[String: Any]] = [
            texts(
                [
                    "type": "generation", "id": "g1", "session": "s1", "at": "2025-11-20T10:00:00Z",
                    "output_tokens": 3, "repository": "https://example.com/acme/" + all, "directory": "/" + all,
                    "edits": [edit],
                ], ["agent", "agent_version", "model", "stop_reason", "branch", "prompt", "output"]),
            texts(
                ["type": "finding", "id": "f1", "edit": "e1", "line": 1, "severity": "high"],
                ["rule", "message", "auditor"]),
            ["type": "link", "from": "session:s1", "relation": "part of", "to": "change:acme/shop#" + all],
        ]
        return try records.map { record in
            String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self) + "\n"
        }.joined()
    }

    private func workplace() throws -> Workplace {
        let workplace = try Workplace()
        let recorded = try workplace.run(["record"], input: lines())
        try #require(recorded.status == 0, "\(recorded.errors)")
        return workplace
    }

    /// What in some output a terminal would obey beside what the program itself needs to draw.
    private func obeyed(_ output: [UInt8]) -> [String] {
        let text = String(decoding: output, as: UTF8.self)
        var found: [String] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            // ncurses moves by BS, CR and LF, and chooses character sets by SI and SO.
            case 0x1B, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F: continue
            case ..<0x20, 0x7F..<0xA0, 0x200B, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
                found.append("U+" + String(scalar.value, radix: 16))
            default: continue
            }
        }
        for sequence in ["\u{1B}[7777", "\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}^", "\u{1B}c", "\u{1B}#"]
        where text.contains(sequence) {
            found.append(String(sequence.dropFirst()))
        }
        return found
    }

    @Test(arguments: [[80, 24], [120, 40], [200, 60]]) func `on every screen of the dashboard`(size: [Int]) throws {
        let workplace = try workplace()
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), environment: workplace.environment(), rows: size[1], columns: size[0])
        try terminal.wait { $0.contains("with code") && $0.contains("▸") }
        terminal.send("l")
        try terminal.wait { $0.contains("▾") }
        terminal.send("jj")
        terminal.send("v")
        try terminal.wait { $0.contains("1 turn") }
        terminal.send("v")
        // Rows, too: Enter on a list that is not read yet opens nothing.
        try terminal.wait { $0.contains("generation") && $0.contains("1 of ") }
        terminal.send("\r")
        try terminal.wait { $0.contains("1 edit") }
        for page in 1...30 {
            terminal.send("\u{4}")
            if page == 10 { terminal.send("}d") }
            if page == 20 { terminal.send("\t") }
        }
        terminal.send("s")
        try terminal.wait { $0.contains("session") && $0.contains("1 turn") }
        terminal.send("e")
        try terminal.wait { $0.contains("cannot be opened") || $0.contains("not there") }
        terminal.send("Q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(obeyed(terminal.output) == [])
        #expect(terminal.emulator.unknown == [])
    }

    @Test(
        arguments: [
            ["list", "turns"], ["list", "generations"], ["list", "edits"], ["list", "sessions"], ["show"],
        ]) func `in what the commands print to a terminal`(arguments: [String]) throws
    {
        let workplace = try workplace()
        var arguments = arguments
        if arguments == ["show"] {
            let listed = try workplace.run("list", "turns", "--format", "json")
            let rows = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
            arguments.append("turn:" + (rows?.first?["uid"] as? String ?? rows?.first?["id"] as? String ?? ""))
        }
        let terminal = try PseudoTerminal(
            BuiltProgram.path("colophon"), arguments: arguments, environment: workplace.environment(), rows: 60,
            columns: 120)
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.output.count > 200)
        #expect(obeyed(terminal.output) == [])
    }
}
