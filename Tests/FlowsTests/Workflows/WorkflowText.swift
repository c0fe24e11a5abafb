import Foundation

/// A workflow, read as far as GitHub needs it: maps, lists, blocks of text and plain values of YAML, and nothing else.
indirect enum WorkflowText: Equatable {
    case text(String)
    case list([WorkflowText])
    case map([(String, WorkflowText)])

    struct Fault: Error { var line: Int, words: String }

    static func == (one: Self, other: Self) -> Bool { "\(one)" == "\(other)" }

    subscript(key: String) -> WorkflowText? {
        if case .map(let pairs) = self { pairs.first { $0.0 == key }?.1 } else { nil }
    }
    var keys: [String] { if case .map(let pairs) = self { pairs.map(\.0) } else { [] } }
    var elements: [WorkflowText] { if case .list(let list) = self { list } else { [] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }

    static func read(_ text: String) throws -> WorkflowText {
        var reader = Reader(text)
        let value = try reader.value(0)
        if reader.next < reader.lines.count { throw reader.fault("stands outside") }
        return value
    }

    private struct Reader {
        var lines: [Substring]
        var next = 0

        init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

        func fault(_ words: String) -> Fault { Fault(line: next + 1, words: words) }

        /// The indentation of the next line that says something; `nil` at the end.
        mutating func indent() -> Int? {
            while next < lines.count {
                let rest = lines[next].drop { $0 == " " }
                if !rest.isEmpty, !rest.hasPrefix("#") { return lines[next].count - rest.count }
                next += 1
            }
            return nil
        }

        mutating func value(_ least: Int) throws -> WorkflowText {
            guard let indent = indent(), indent >= least else { return .text("") }
            return lines[next].dropFirst(indent).hasPrefix("- ") ? try list(indent) : try map(indent)
        }

        mutating func list(_ indent: Int) throws -> WorkflowText {
            var elements: [WorkflowText] = []
            while self.indent() == indent, lines[next].dropFirst(indent).hasPrefix("- ") {
                // The element begins where its mark ends.
                lines[next] = Substring(String(repeating: " ", count: indent + 2) + lines[next].dropFirst(indent + 2))
                elements.append(try map(indent + 2))
            }
            return .list(elements)
        }

        mutating func map(_ indent: Int) throws -> WorkflowText {
            var pairs: [(String, WorkflowText)] = []
            while let there = self.indent(), there >= indent {
                guard there == indent else { throw fault("is indented too far") }
                let line = lines[next].dropFirst(indent)
                if line.hasPrefix("- ") { break }
                guard let colon = line.firstIndex(of: ":"),
                    line[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
                else { throw fault("has no key") }
                let key = String(line[..<colon])
                if pairs.contains(where: { $0.0 == key }) { throw fault("has '\(key)' twice") }
                let rest = line[line.index(after: colon)...].drop { $0 == " " }
                next += 1
                pairs.append((key, try scalar(rest, indent)))
            }
            return .map(pairs)
        }

        mutating func scalar(_ rest: Substring, _ indent: Int) throws -> WorkflowText {
            switch rest {
            case "": return try value(indent + 1)
            case "{}": return .map([])
            case "|": return .text(block(indent).joined(separator: "\n") + "\n")
            case ">-": return .text(block(indent).joined(separator: " "))
            default:
                if rest.hasPrefix("[") {
                    return .list(
                        rest.dropFirst().dropLast().split(separator: ",").map {
                            .text($0.trimmingCharacters(in: .whitespaces))
                        })
                }
                // A plain value may hold neither; a comment follows a blank.
                let value = rest.firstRange(of: " #").map { rest[..<$0.lowerBound] } ?? rest
                if "\"'&*!%@`".contains(value.first ?? " ") || value.contains(": ") { throw fault("wants quotes") }
                return .text(String(value))
            }
        }

        mutating func block(_ indent: Int) -> [String] {
            var taken: [Substring] = []
            while next < lines.count {
                let rest = lines[next].drop { $0 == " " }
                if !rest.isEmpty, lines[next].count - rest.count <= indent { break }
                taken.append(lines[next])
                next += 1
            }
            while taken.last?.isEmpty == true { taken.removeLast() }
            let margin = taken.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
            return taken.map { String($0.dropFirst(margin)) }
        }
    }
}
