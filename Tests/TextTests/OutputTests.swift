import Testing
import Text

struct OutputTests {
    private let columns = [
        OutputColumn("path", title: "File", minimumWidth: 6, isFlexible: true),
        OutputColumn("lines", title: "Lines", alignment: .trailing), OutputColumn("at", title: "When"),
        OutputColumn("note", title: "Note", isFlexible: true),
    ]
    private let rows: [[OutputValue]] = [
        [
            .text("Sources/日本/a.swift"), .integer(12), .timestamp(Timestamp(milliseconds: 1_761_475_088_753)),
            .text("a|b, \"c\""),
        ],
        [.text("\u{1B}[2J"), .number(0.25), .null, .text("two\nlines")],
        [.text("short row")],
    ]

    private func written(_ format: OutputFormat, width: Int? = nil, rows: [[OutputValue]]? = nil) -> String {
        var writer = format.writer(width: width, clock: .utc)
        var sink: [UInt8] = []
        writer.begin(columns, to: &sink)
        for row in rows ?? self.rows { writer.row(row, to: &sink) }
        writer.end(to: &sink)
        return String(decoding: sink, as: UTF8.self)
    }

    @Test func `a table has headings, aligned columns and one safe line a row`() {
        #expect(
            written(.table) == """
                File                  Lines  When              Note
                Sources/日本/a.swift     12  2025-10-26 10:38  a|b, "c"
                ␛[2J                   0.25  -                 two␊lines
                short row                 -  -                 -

                """)
    }

    @Test func `a table fits the terminal by shrinking its widest flexible columns`() {
        let table = written(.table, width: 48)
        #expect(
            table == """
                File          Lines  When              Note
                Sources/日…      12  2025-10-26 10:38  a|b, "c"
                ␛[2J           0.25  -                 two␊lines
                short row         -  -                 -

                """)
        #expect(table.split(separator: "\n").allSatisfy { String($0).displayWidth <= 48 })
        #expect(written(.table, width: 1).split(separator: "\n").count == 4)
    }

    @Test func `a long table begins before it is over, and keeps its widths`() {
        var writer = TableWriter(width: 20, clock: .utc)
        var sink: [UInt8] = []
        writer.begin([OutputColumn("a", isFlexible: true), OutputColumn("b")], to: &sink)
        for _ in 0..<199 { writer.row([.text("x"), .integer(1)], to: &sink) }
        #expect(sink.isEmpty)
        writer.row([.text("x"), .integer(1)], to: &sink)
        #expect(sink.starts(with: "a  b\nx  1\n".utf8))
        sink = []
        writer.row([.text("xyz"), .integer(12345)], to: &sink)
        writer.end(to: &sink)
        #expect(String(decoding: sink, as: UTF8.self) == "…  12345\n")
    }

    @Test func `CSV has quotes where they are needed, and exact values`() {
        #expect(
            written(.csv)
                == "path,lines,at,note\r\nSources/日本/a.swift,12,2025-10-26T10:38:08.753Z,\"a|b, \"\"c\"\"\"\r\n"
                + "\u{1B}[2J,0.25,,\"two\nlines\"\r\nshort row,,,\r\n")
        #expect(!written(.csv, width: 80).contains("\u{1B}"))
    }

    @Test func `JSON is an array of objects, and an empty list is an empty array`() throws {
        let json = written(.json)
        try withJSON(json) { value in
            #expect(value.count == 3)
            #expect(value[0]["path"].string == "Sources/日本/a.swift")
            #expect(value[0]["lines"].int == 12)
            #expect(value[0]["at"].equals("2025-10-26T10:38:08.753Z"))
            #expect(value[1]["path"].string == "\u{1B}[2J")
            #expect(value[1]["lines"].double == 0.25)
            #expect(value[2]["note"].kind == .null)
        }
        #expect(!json.contains("\u{1B}"))
        #expect(written(.json, rows: []) == "[]\n")
    }

    @Test func `Markdown shows text as it is`() {
        #expect(
            written(.markdown) == """
                | File | Lines | When | Note |
                | --- | --: | --- | --- |
                | Sources/日本/a.swift | 12 | 2025-10-26 10:38 | a\\|b, "c" |
                | ␛\\[2J | 0.25 |  | two<br>lines |
                | short row |  |  |  |

                """)
        #expect(written(.markdown, rows: [[.text("<img src=x> [a](b)")]]).contains("\\<img src=x> \\[a\\](b)"))
    }

    @Test(
        arguments: [
            (0, "0"), (12, "12"), (0.1, "0.1"), (2.0005, "2.001"), (-1.5, "-1.5"), (0.0001, "0.0001"), (1e20, "1e+20"),
            (.nan, "-"), (-0.0, "0"), (999.9999, "1000"),
        ] as [(Double, String)])
    func `numbers are short for people`(number: Double, text: String) {
        var writer = TableWriter(width: nil)
        var sink: [UInt8] = []
        writer.begin([OutputColumn("n")], to: &sink)
        writer.row([.number(number)], to: &sink)
        writer.end(to: &sink)
        #expect(String(decoding: sink, as: UTF8.self) == "n\n\(text)\n")
    }
}
