/// A line of code as it is compared: without white space at its ends.
struct CodeLine: Hashable {
    let text: String
    /// It says something of its own: not blank, not brackets alone, no word that stands everywhere.
    let isTelling: Bool
    /// It says enough to be known without its neighbours.
    let isDistinctive: Bool

    init(_ line: some StringProtocol) {
        let bytes = line.utf8.drop { Self.isBlank($0) }
        text = String(decoding: bytes.reversed().drop { Self.isBlank($0) }.reversed(), as: UTF8.self)
        let letters = text.utf8.count { Self.isWord($0) }
        isTelling = letters >= 3 && !Self.common.contains(Self.bare(text))
        isDistinctive = isTelling && letters >= 8
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Letters of every script: bytes from 128 are parts of them.
    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    /// Without the brackets and signs around its words: `} else {` is `else`.
    private static func bare(_ text: String) -> String {
        let bytes = text.utf8.drop { !isWord($0) }
        return String(decoding: bytes.reversed().drop { !isWord($0) }.reversed(), as: UTF8.self)
    }

    /// What stands in unrelated files by the thousands.
    private static let common: Set<String> = [
        "return", "return nil", "return null", "return None", "return true", "return false", "return True",
        "return False", "return err", "return nil, err", "return 0", "return 1", "return self", "return result",
        "else", "try", "catch", "except", "finally", "do", "done", "then", "end", "esac", "endif", "begin", "pass",
        "break", "continue", "default", "throws", "defer", "loop", "default: break", "if err != nil",
        "except Exception", "public", "private", "protected", "static", "super", "self", "this", "null", "None", "nil",
        "true", "false",
        "endforeach", "endfor", "endwhile", "@override", "override", "Override", "end if", "end do", "catch (e",
        "catch (error", "unsafe", "use strict", "import React from 'react", "import os", "import sys", "import json",
        "import re", "import Foundation", "div", "span", "set -e", "set -euo pipefail",
    ]
}
