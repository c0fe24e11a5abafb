import Testing
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct LineReaderTests {
    /// What a reader makes of a text, with a limit small enough to see.
    private struct Read: Equatable {
        var text: String
        var number = 1
        var start: Int64 = 0
        var end: Int64 = 0
        var isTerminated = true
        var shortened = 0
        var isTooLong = false

        init(_ line: Line) {
            text = String(decoding: line.bytes, as: UTF8.self)
            (number, start, end) = (line.number, line.start, line.end)
            (isTerminated, shortened, isTooLong) = (line.isTerminated, line.shortened, line.isTooLong)
        }
    }

    private func lines(
        of bytes: [UInt8], offset: Int64 = 0, line: Int = 1, limit: Int = 1 << 20, longString: Int = 8, direct: Int = 16
    ) throws -> [Read] {
        let file = TemporaryFile(bytes)
        let reader = LineReader(
            descriptor: file.descriptor, offset: offset, line: line, limit: limit, longString: longString,
            direct: direct)
        var read: [Read] = []
        while let line = try reader.next() { read.append(Read(line)) }
        return read
    }

    @Test func `A file that is one value is handed out as one line, within the same limits`() throws {
        let text = "{\n  \"a\": \"123456789\",\n  \"b\": 2\n}\n"
        let file = TemporaryFile(Array(text.utf8))
        func read(limit: Int, direct: Int) throws -> [Read] {
            let reader = LineReader(
                descriptor: file.descriptor, limit: limit, longString: 4, direct: direct, isWhole: true)
            var read: [Read] = []
            while let line = try reader.next() { read.append(Read(line)) }
            return read
        }
        #expect(try read(limit: 1 << 20, direct: 1 << 20).map(\.text) == [text])
        #expect(try read(limit: 1 << 20, direct: 8).map(\.text) == ["{\n  \"a\": \"1234\",\n  \"b\": 2\n}\n"])
        #expect(try read(limit: 8, direct: 8).map(\.isTooLong) == [true])
    }

    private func shortened(_ text: String, to length: Int) throws -> Read {
        let read = try lines(of: Array(text.utf8), longString: length, direct: 0)
        try #require(read.count == 1)
        return read[0]
    }

    @Test func `lines come with number and place, and the last says that it has no newline`() throws {
        let read = try lines(of: Array("one\n\ntwo\r\nend".utf8), line: 5)
        #expect(read.map(\.text) == ["one", "", "two", "end"])
        #expect(read.map(\.number) == [5, 6, 7, 8])
        #expect(read.map(\.start) == [0, 4, 5, 10])
        #expect(read.map(\.end) == [4, 5, 10, 13])
        #expect(read.map(\.isTerminated) == [true, true, true, false])
    }

    @Test func `an empty file has no lines, and reading goes on from an offset`() throws {
        #expect(try lines(of: []).isEmpty)
        #expect(try lines(of: Array("one\ntwo\n".utf8), offset: 4, line: 2).map(\.text) == ["two"])
        #expect(try lines(of: Array("one\n".utf8), offset: 400).isEmpty)
    }

    @Test func `NUL bytes and broken UTF-8 are bytes like others`() throws {
        #expect(try lines(of: [0, 0xFF, 0x0A, 0]).map(\.text) == ["\0\u{FFFD}", "\0"])
    }

    @Test func `a file that shrinks or grows while it is read is no error`() throws {
        let file = TemporaryFile("one\ntwo")
        let reader = LineReader(descriptor: file.descriptor)
        #expect(try reader.next().map { String(decoding: $0.bytes, as: UTF8.self) } == "one")
        #expect(reader.position == 4)
        file.append(Array(" and more\n".utf8))
        #expect(try reader.next().map { String(decoding: $0.bytes, as: UTF8.self) } == "two and more")
        file.shrink(to: 2)
        #expect(try reader.next() == nil)
        #expect(reader.position == 17)
    }

    @Test func `a directory is an error with the place`() throws {
        let directory = open("/tmp", O_RDONLY)
        defer { close(directory) }
        let reader = LineReader(descriptor: directory, offset: 7)
        let error = #expect(throws: ReadError.self) { _ = try reader.next() }
        #expect(error?.description.hasPrefix("The file could not be read at byte 7: ") == true)
    }

    @Test func `a pipe is read as it comes`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        _ = write(ends[1], "a\nb", 3)
        close(ends[1])
        let reader = LineReader(descriptor: ends[0])
        var read: [Read] = []
        while let line = try reader.next() { read.append(Read(line)) }
        #expect(read.map(\.text) == ["a", "b"])
    }

    @Test func `only the ends of long strings are cut, and only in long lines`() throws {
        let read = try lines(
            of: Array(#"{"a":"0123456789","b":[1,2],"c":"01234567","d":"0123456789"}"#.utf8) + [0x0A, 0x37])
        #expect(read.map(\.text) == [#"{"a":"01234567","b":[1,2],"c":"01234567","d":"01234567"}"#, "7"])
        #expect(read.map(\.shortened) == [2, 0])
        #expect(read.map(\.end) == [61, 62])
        #expect(try lines(of: Array(#"["0123456789"]"#.utf8)).map(\.shortened) == [0])
    }

    @Test func `a string is cut between characters, escapes and pairs`() throws {
        #expect(try shortened(#"["ab\u00e9c"]"#, to: 7).text == #"["ab"]"#)
        #expect(try shortened(#"["ab\u00e9c"]"#, to: 8).text == #"["ab\u00e9"]"#)
        #expect(try shortened(#"["ab\\\\"]"#, to: 5).text == #"["ab\\"]"#)
        #expect(try shortened(#"["\"\"\""]"#, to: 3).text == #"["\""]"#)
        #expect(try shortened(#"["a\ud83d\ude00b"]"#, to: 12).text == #"["a"]"#)
        #expect(try shortened(#"["a\ud83d\ude00b"]"#, to: 13).text == #"["a\ud83d\ude00"]"#)
        #expect(try shortened("[\"aé日😀\"]", to: 9).text == "[\"aé日\"]")
        #expect(try shortened("[\"aé日😀\"]", to: 5).text == "[\"aé\"]")
        #expect(try shortened("[\"aé日😀\"]", to: 10).shortened == 0)
    }

    @Test func `what does not fit even so is skipped, and the next line is read`() throws {
        let numbers = "[" + String(repeating: "1,", count: 100) + "1]"
        let read = try lines(of: Array("\(numbers)\n[2]\n".utf8), limit: 50)
        #expect(read.map(\.text) == ["", "[2]"])
        #expect(read.map(\.isTooLong) == [true, false])
        #expect(read.map(\.start) == [0, 204])
    }

    @Test func `a long line is the same however it falls into pieces`() throws {
        // 256 KB are read at a time: the escapes of these strings lie over every kind of boundary.
        for shift in 0..<8 {
            let padding = String(repeating: "x", count: shift)
            let text = "[\"\(padding)" + String(repeating: #"\ud83d\ude00é"#, count: 80_000) + "\",\"end\"]"
            let read = try lines(of: Array("\(text)\r\n".utf8), limit: 1 << 20, longString: 700_001, direct: 1_000)
            #expect(read.map(\.shortened) == [1])
            let whole = (700_001 - shift) / 14
            let left = (700_001 - shift) % 14 >= 12 ? #"\ud83d\ude00"# : ""
            #expect(
                read.first?.text == "[\"\(padding)" + String(repeating: #"\ud83d\ude00é"#, count: whole) + left
                    + "\",\"end\"]")
        }
    }
}
