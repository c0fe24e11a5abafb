import Testing

@testable import Ingest

struct ShellWritesTests {
    private static func content(_ path: String, _ text: String) -> ShellWrite {
        ShellWrite(path: path, kind: .content(text, isAppend: false))
    }

    private static func appended(_ path: String, _ text: String) -> ShellWrite {
        ShellWrite(path: path, kind: .content(text, isAppend: true))
    }

    private static func touched(_ path: String, by name: String) -> ShellWrite {
        ShellWrite(path: path, kind: .touches(by: name))
    }

    static let known: [(String, [ShellWrite])] = [
        ("cat > f <<'EOF'\na $X\nEOF", [content("f", "a $X\n")]),
        ("cat <<EOF > f\na\nEOF\n", [content("f", "a\n")]),
        ("cat <<\"END\" >> f\na\n\nb\nEND\nls", [appended("f", "a\n\nb\n")]),
        ("cat <<-EOF > f\n\ta\n\t\tb\n\tEOF\n", [content("f", "a\nb\n")]),
        ("cat <<-'EOF' > f\n\ta\nEOF\n", [content("f", "a\n")]),
        ("cat <<\\EOF >| f\n`x`\nEOF", [content("f", "`x`\n")]),
        ("cat <<EOF > f\n\\$HOME \\`a\\` \\\\ \\n \"q\" it's\nEOF", [content("f", "$HOME `a` \\ \\n \"q\" it's\n")]),
        ("cat <<A > a; cat <<B > b\n1\nA\n2\nB", [content("a", "1\n"), content("b", "2\n")]),
        ("cat > a <<A && cat > b <<'B'\n1\nA\nA\nB\necho done", [content("a", "1\n"), content("b", "A\n")]),
        ("cat <<EOF | tee f\nx\nEOF", [content("f", "x\n")]),
        ("tee -a f g > /dev/null <<EOF\nx\nEOF", [appended("f", "x\n"), appended("g", "x\n")]),
        ("cat <<'E' | sudo tee /etc/x.conf >/dev/null\nk=v\nE", [content("/etc/x.conf", "k=v\n")]),
        ("sudo -u me tee f <<< 'line'", [content("f", "line\n")]),
        ("cat <<< \"a b\" > f", [content("f", "a b\n")]),
        ("echo hello world > f", [content("f", "hello world\n")]),
        ("echo -n 'a\\nb' >>f", [appended("f", "a\\nb")]),
        ("echo -e 'a\\tb\\x41' > f", [content("f", "a\tbA\n")]),
        ("echo \"it's $\" > f 2>&1", [content("f", "it's $\n")]),
        ("echo a | cat - > f", [content("f", "a\n")]),
        ("printf '%s\\n' a 'b c' > f", [content("f", "a\nb c\n")]),
        ("printf 'a\\n100%%\\n' > f", [content("f", "a\n100%\n")]),
        ("echo $'a\\'b\\n' > f", [content("f", "a'b\n\n")]),
        ("> f", [content("f", "")]),
        (": > f; true >> g", [content("f", ""), appended("g", "")]),
        ("echo a > f > g", [content("f", ""), content("g", "a\n")]),
        ("echo a &> f", [content("f", "a\n")]),
        ("echo a >& f", [content("f", "a\n")]),
        ("echo one \\\n  two > f", [content("f", "one two\n")]),
        ("echo 'a' > 'my file.txt'", [content("my file.txt", "a\n")]),
        ("echo a > my\\ file", [content("my file", "a\n")]),
        ("mkdir -p d && cd d && cat > f <<E\nx\nE\ncat > g <<E\ny\nE", [content("d/f", "x\n"), content("d/g", "y\n")]),
        ("(cd d && echo a > f); echo b > g", [content("d/f", "a\n"), content("g", "b\n")]),
        ("cd a/b; cd ../c; echo a > ./f", [content("a/c/f", "a\n")]),
        ("cd /x && echo a > f; cd; echo b > g", [content("/x/f", "a\n"), content("~/g", "b\n")]),
        ("cd $D && echo a > f; echo b > /abs", [content("/abs", "b\n")]),
        ("bash -lc 'echo \"a\" > f'", [content("f", "a\n")]),
        ("bash -lc \"cd d && cat > f <<'EOF'\nit's \\$x\nEOF\n\"", [content("d/f", "it's $x\n")]),
        ("sh -c \"bash -c 'echo a > f'\"; echo b > g", [content("f", "a\n"), content("g", "b\n")]),
        ("bash <<'S'\ncd d\ncat > f <<E\nx\nE\nS\necho b > g", [content("d/f", "x\n"), content("g", "b\n")]),
        ("eval 'echo a > f'", [content("f", "a\n")]),
        ("if [ -f x ]; then\n  cat > f <<E\nx\nE\nfi", [content("f", "x\n")]),
        ("for i in 1 2; do echo a > f; done", [content("f", "a\n")]),
        ("case $x in a) echo 1 > f;; (b|c) echo 2 > g;; esac", [content("f", "1\n"), content("g", "2\n")]),
        ("x=$(case a in a) cd d;; esac); echo b > g", [content("g", "b\n")]),
        ("f() { echo a > f; }; f", [content("f", "a\n")]),
        ("# echo a > no\necho b > f # > no", [content("f", "b\n")]),
        ("echo a#b > f", [content("f", "a#b\n")]),
        ("git commit -m \"$(cat <<'EOF'\ndon't > x\n)\nEOF\n)\" && echo a > f", [content("f", "a\n")]),
        ("[[ $a > b ]] && echo a > f", [content("f", "a\n")]),
        ("for ((i=0; i<3; i++)); do echo a > f; done; echo $((1 << 2)) x", [content("f", "a\n")]),
        ("cat > f <<'EOF'\nnever ended", [content("f", "never ended\n")]),
        ("LANG=C echo a > f", [content("f", "a\n")]),
        ("cat <<'EOF' > f 2> err\nx\nEOF", [touched("err", by: "cat"), content("f", "x\n")]),
    ]

    static let touches: [(String, [ShellWrite])] = [
        ("sed -i 's/a/b/' f g", [touched("f", by: "sed"), touched("g", by: "sed")]),
        ("sed -i '' -e 's/a/b/' f", [touched("f", by: "sed")]),
        ("sed -i.bak -e 's/a/b/' -e 's/i/j/' f", [touched("f", by: "sed")]),
        ("sed --in-place -E 's/a/b/' f", [touched("f", by: "sed")]),
        ("perl -0pi -e 's/a/b/' f", [touched("f", by: "perl")]),
        ("gofmt -s -w a.go", [touched("a.go", by: "gofmt")]),
        ("npx --yes prettier --write 'a b.ts' src/", [touched("a b.ts", by: "prettier")]),
        ("black -l 100 a.py . && ruff format b.py", [touched("a.py", by: "black"), touched("b.py", by: "ruff")]),
        ("uv run ruff check --fix a.py", [touched("a.py", by: "ruff")]),
        ("python3 -m black a.py", [touched("a.py", by: "black")]),
        (
            "rustfmt --edition 2021 a.rs; eslint --fix a.js",
            [touched("a.rs", by: "rustfmt"), touched("a.js", by: "eslint")]
        ),
        ("swift format -i a.swift", [touched("a.swift", by: "swift")]),
        (
            "mv a b; cp -r a d/; cp a b c",
            [
                touched("b", by: "mv"), touched("d/a", by: "cp"), touched("c/a", by: "cp"), touched("c/b", by: "cp"),
            ]
        ),
        (
            "git checkout main -- a b; git -C sub restore c",
            [
                touched("a", by: "git"), touched("b", by: "git"), touched("sub/c", by: "git"),
            ]
        ),
        ("git apply <<'E'\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\nE", [touched("x", by: "git")]),
        ("patch -p1 f < x.diff", [touched("f", by: "patch")]),
        ("make 2>&1 | tee build.log", [touched("build.log", by: "tee")]),
        ("make > out.txt 2>&1", [touched("out.txt", by: "make")]),
        ("/usr/bin/env python3 gen.py >> out", [touched("out", by: "python3")]),
        ("python - <<'EOF' > out\nprint('> no')\nEOF", [touched("out", by: "python")]),
        ("echo \"$X\" > f; cat a b > g", [touched("f", by: "echo"), touched("g", by: "cat")]),
        ("{ echo a; echo b; } > f; (echo c) > g", [touched("f", by: "shell"), touched("g", by: "shell")]),
        ("while read x; do echo $x; done < in > out", [touched("out", by: "shell")]),
        ("curl -sL -o f https://example.com", [touched("f", by: "curl")]),
        ("x=$(sed -i s/a/b/ f)", [touched("f", by: "sed")]),
    ]

    static let nothing = [
        "", "ls -la", "echo a", "cat f", "echo a > /dev/null", "echo a >&2", "cmd 2>&1", "echo a > $X/f",
        "echo a > *.txt",
        "python3 - <<'EOF'\nopen('f', 'w').write('x')\nEOF", "node <<EOF\n> f\nEOF", "sed -n '1,5p' f",
        "sed 's/i/j/' f",
        "black --check a.py", "gofmt -l a.go", "ruff check a.py", "prettier --check a", "git checkout main",
        "git restore --staged a", "sed -i s/a/b/ $F", "sed -i s/a/b/ src/*.c", "echo 'a > b'", "echo a \\> b",
        "ssh host 'echo a > f'", "docker exec c bash -c 'echo a > f'", "grep -c 'x' <<< 'a > b'",
        "diff <(ls a) <(ls b)",
        "awk '$1 > 3' f", "test 1 -gt 2", "echo $((3 > 2))", "echo ${x:->f}", "cd - && echo a > f",
    ]

    @Test(arguments: known) func `The text that goes into a file is known`(command: String, writes: [ShellWrite]) {
        #expect(ShellWrites.find(in: command) == writes)
    }

    @Test(arguments: touches) func `A file written by a program is named with the program`(
        command: String, writes: [ShellWrite]
    ) {
        #expect(ShellWrites.find(in: command) == writes)
    }

    @Test(arguments: nothing) func `What writes no file that can be named is left out`(command: String) {
        #expect(ShellWrites.find(in: command) == [])
    }

    @Test(arguments: [
        "cd sub && apply_patch <<'EOF'\nPATCH\nEOF", "cd sub; apply_patch \"PATCH\"", "cd sub; apply_patch 'PATCH'",
        "bash -lc \"cd sub && apply_patch <<'EOF'\nPATCH\nEOF\n\"",
    ])
    func `A patch is read with its paths in the directory of the command`(command: String) {
        let text = "*** Begin Patch\n*** Add File: a/x.py\n+print(1)\n*** Update File: /abs\n-a\n+b\n*** End Patch"
        let writes = ShellWrites.find(in: command.replacing("PATCH", with: text))
        #expect(writes.map(\.path) == ["sub/a/x.py"])
        guard case .patch(let patch) = writes.first?.kind else {
            Issue.record("no patch")
            return
        }
        #expect(patch.files.map(\.path) == ["sub/a/x.py", "/abs"])
        #expect(patch.files.first?.after == "print(1)\n")
    }

    @Test(arguments: ["apply_patch *** Begin Patch\n", "*** Begin Patch\n", " \n*** Begin Patch\n"])
    func `A patch without quotes around it is still one`(beginning: String) {
        let writes = ShellWrites.find(in: beginning + "*** Add File: it's\n+> no\n*** End Patch")
        #expect(writes.map(\.path) == ["it's"])
    }

    @Test(arguments: 0..<400) func `No command makes the reader stumble`(seed: Int) {
        var dice = Dice(state: UInt64(seed) &+ 99)
        let pieces = [
            "cat", " ", " ", "\n", ">", ">>", "<<", "<<-", "<<<", "'", "\"", "`", "$(", ")", "(", "((", "))", "${", "}",
            "{",
            "\\", "$'", "EOF", "a", "é", "|", "&", "&&", ";", "#", "case", "esac", "[[", "]]", "bash -c ", "echo ",
            "eval ",
            "sed -i ", "tee ", "cd ", "..", "/", "printf ", "%s", "-", "2", "apply_patch ", "*** Begin Patch", "git ",
            "-C",
        ]
        let command = (0..<dice.roll(60)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
        _ = ShellWrites.find(in: command)
    }

    @Test(arguments: [
        "(", "$(", "((", "${", "$((", "\"$(", "`", "<<A\n", "bash -c '", "cd a;", "{ ", "case a in a) ", "\\", "<(",
    ])
    func `A long row of one thing takes no long time`(piece: String) {
        let writes = ShellWrites.find(in: String(repeating: piece, count: 20_000) + "echo a > f")
        #expect(writes.count <= 1)
    }
}
