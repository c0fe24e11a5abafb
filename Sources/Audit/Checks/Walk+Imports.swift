/// Imports of packages that nobody has: a model that made up a name lets whoever registers it run code here.
extension Walk {
    /// So many pieces an import may have.
    private static let longestImport = 600

    mutating func checkImports(_ packages: KnownPackages) {
        guard set.checks[.unknownImport] != nil else { return }
        for place in pieces.indices {
            steps &+= 1
            switch packages.ecosystem {
            case .python: importOfPython(place, packages)
            case .script: importOfScript(place, packages)
            case .go: importOfGo(place, packages)
            case .rust: importOfRust(place, packages)
            case .ruby: importOfRuby(place, packages)
            case .php: importOfPHP(place, packages)
            }
        }
    }

    private mutating func ask(_ name: String, _ from: Int, _ to: Int, _ packages: KnownPackages) {
        guard !name.isEmpty, !packages.knows(name) else { return }
        let nearest = packages.nearest(to: name)
        report(
            .unknownImport, from: from, to: to,
            confidence: packages.ecosystem.isNameLoose && nearest == nil ? .low : nil,
            note: nearest.map { "'\($0)' may be meant" } ?? "")
    }

    private func words(_ place: Int) -> String { String(decoding: literalWords(Int32(place)), as: UTF8.self) }

    /// A text without holes.
    private func isText(_ place: Int) -> Bool {
        piece(place)?.kind == .string && !(piece(place + 1)?.isHole ?? false)
    }

    // MARK: - Python

    /// `import a.b as c, d`, `from a.b import c`
    private mutating func importOfPython(_ place: Int, _ packages: KnownPackages) {
        let first = pieces[place]
        guard first.kind == .keyword, first.beginsLine || piece(place - 1)?.word == .sign(";") else { return }
        if first.word == Words.from {
            guard let name = piece(place + 1), name.kind == .word || name.kind == .constant, !isAttempt(place) else {
                return
            }
            return ask(text(place + 1), place + 1, place + 1, packages)
        }
        guard first.word == Dialect.import, !isAttempt(place) else { return }
        var (at, isName) = (place + 1, true)
        while let next = piece(at), !next.beginsLine, at - place < Self.longestImport {
            if isName, next.kind == .word || next.kind == .constant { ask(text(at), at, at, packages) }
            isName = next.word == .sign(",")
            at += 1
        }
    }

    /// In a `try`, or where one failed: what is done without the package is there, too.
    private mutating func isAttempt(_ place: Int) -> Bool {
        let column = pieces[place].column
        guard column > 0 else { return false }
        var at = place - 1
        while at >= 0, place - at < Self.longestImport {
            guard spend(1) else { return true }
            if pieces[at].beginsLine, pieces[at].column < column {
                return pieces[at].word == Words.try || pieces[at].word == Words.except
            }
            at -= 1
        }
        return false
    }

    // MARK: - JavaScript

    /// `import a from "b"`, `export * from "b"`, `import "b"`, `require("b")`, `import("b")`
    private mutating func importOfScript(_ place: Int, _ packages: KnownPackages) {
        guard isText(place), let last = piece(place - 1) else { return }
        if last.word == Words.from || last.word == Dialect.import {
            return ask(words(place), place, place, packages)
        }
        guard last.kind == .open, last.byte == UInt8(ascii: "("), Int(last.partner) == place + 1,
            let callee = piece(place - 2), callee.word == Words.require || callee.word == Dialect.import,
            piece(place - 3)?.word != .sign("."), !isAttemptOfScript(place)
        else { return }
        ask(words(place), place, place, packages)
    }

    private mutating func isAttemptOfScript(_ place: Int) -> Bool {
        var at = place - 2
        while at > 0, place - at < 60 {
            guard spend(1) else { return true }
            if pieces[at].kind == .open, pieces[at].byte == UInt8(ascii: "{"), Int(pieces[at].partner) > place,
                pieces[at - 1].word == Words.try
            {
                return true
            }
            at -= 1
        }
        return false
    }

    // MARK: - Go

    /// `import "a"`, `import b "a"`, `import ( … )`
    private mutating func importOfGo(_ place: Int, _ packages: KnownPackages) {
        guard pieces[place].word == Dialect.import, pieces[place].kind == .keyword, pieces[place].beginsLine else {
            return
        }
        guard let next = piece(place + 1) else { return }
        if next.kind == .open, next.partner > 0 {
            for at in place + 2..<min(Int(next.partner), place + Self.longestImport) where isText(at) {
                ask(words(at), at, at, packages)
            }
        } else if let at = [place + 1, place + 2].first(where: isText) {
            ask(words(at), at, at, packages)
        }
    }

    // MARK: - Rust

    /// `use a::b`, `extern crate a`
    private mutating func importOfRust(_ place: Int, _ packages: KnownPackages) {
        let word = pieces[place].word
        guard pieces[place].kind == .keyword || pieces[place].kind == .word else { return }
        var at = place + 1
        if word == Words.extern {
            guard piece(at)?.word == Words.crate else { return }
            at += 1
        } else {
            guard word == Words.use, pieces[place].beginsLine || piece(place - 1)?.word == Words.pub else { return }
            if piece(at)?.word == .sign("::") { at += 1 }
            guard piece(at + 1)?.word == .sign("::") else { return }
        }
        guard let name = piece(at), name.kind == .word else { return }
        let text = text(at)
        // A type, or what stands here by that name.
        guard let first = text.utf8.first, 0x61...0x7A ~= first, !packages.knows(text), !isNamed(name.word) else {
            return
        }
        ask(text, at, at, packages)
    }

    private static let naming = WordSet(["mod", "enum", "struct", "trait", "type", "as", "fn"].map { Word($0) })

    /// `mod a;`, `use b::a;`, `use b::{a, c};`
    private mutating func isNamed(_ name: Word) -> Bool {
        guard spend(pieces.count) else { return true }
        return pieces.indices.contains { at in
            guard pieces[at].word == name, at > 0 else { return false }
            let before = pieces[at - 1]
            return Self.naming.contains(before.word)
                || before.word == .sign("::") && piece(at - 2)?.word != Words.use && piece(at + 1)?.word != .sign("::")
                || piece(at + 1)?.word != .sign("::") && (before.word == .sign(",") || before.byte == UInt8(ascii: "{"))
        }
    }

    // MARK: - Ruby

    /// `require "a/b"`
    private mutating func importOfRuby(_ place: Int, _ packages: KnownPackages) {
        guard pieces[place].word == Words.require, pieces[place].beginsLine else { return }
        let at = piece(place + 1)?.byte == UInt8(ascii: "(") ? place + 2 : place + 1
        guard isText(at), !isBegun(place) else { return }
        ask(words(at), at, at, packages)
    }

    /// `begin` before it: a `LoadError` is looked for.
    private func isBegun(_ place: Int) -> Bool { piece(place - 1)?.word == Words.begin }

    // MARK: - PHP

    /// `use A\B\C;` outside of a class
    private mutating func importOfPHP(_ place: Int, _ packages: KnownPackages) {
        guard pieces[place].word == Words.use, pieces[place].beginsLine, pieces[place].column == 0 else { return }
        var at = place + 1
        if let next = piece(at), next.word == Words.function || next.word == Words.const { at += 1 }
        let from = at
        var end = at
        while let next = piece(end), end - place < 40, next.word != .sign(";"), next.word != .sign(","),
            next.kind != .open, next.word != Words.as, !next.beginsLine
        { end += 1 }
        guard end > from else { return }
        let name = String(decoding: bytes[Int(pieces[from].start)..<Int(pieces[end - 1].end)], as: UTF8.self)
        ask(String(name.drop { $0 == "\\" }), from, end - 1, packages)
    }
}
