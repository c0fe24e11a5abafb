/// What people ask: from `y` to pages of a log.
enum Prompts {
    static func make(length: Int, _ dice: inout Dice) -> String {
        if length < 32 { return short(length, &dice) }
        var bytes: [UInt8] = []
        let kind = dice.unit()
        if length < 2500, kind < 0.04 {
            foreign.write(to: &bytes, length: length, &dice)
        } else {
            let end = length > 1200 ? length / 10 : length
            (kind < 0.3 ? questions : wishes).write(to: &bytes, length: min(end, 120), &dice)
            wishes.write(to: &bytes, length: end, &dice)
            if end < length {
                bytes += "\n\n".utf8
                pasted.write(to: &bytes, length: length, &dice)
            }
        }
        if kind > 0.97 { bytes += " \(dice.pick(["🙂", "🚀", "🐛", "👍", "🤔"]))".utf8 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The task that an agent hands to another one.
    static func task(length: Int, _ dice: inout Dice) -> String {
        var bytes: [UInt8] = []
        tasks.write(to: &bytes, length: length, &dice)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One of those that are about as long.
    private static func short(_ length: Int, _ dice: inout Dice) -> String {
        var distance = 0
        while true {
            let near = brief.filter { abs($0.utf8.count - length) <= distance }
            if !near.isEmpty { return dice.pick(near) }
            distance += 1
        }
    }

    private static let brief = [
        "y", "ok", "1", "yes", "no", "go", "2b", "both", "yep!", "next", "sure", "go on", "do it", "right", "again",
        "commit", "rebase", "push it", "好的，继续", "thanks!", "run it", "no, b", "continue", "option 2", "yes, both",
        "looks good", "yes please", "try again", "undo that", "commit this", "go with two", "run the tests",
        "fix the lint", "what changed?", "same for go", "why not both?", "and the tests?", "no, keep it",
        "rename it back",
        "commit and push", "does it compile?", "add a test first", "そのまま進めて", "let's do 1 and 3", "show me the diff",
        "undo the last edit", "is this still true?", "yes, but keep the old", "still red, look again",
        "update the changelog too", "do that in one commit", "use the existing helper", "split it in two commits",
        "remove the debug output", "what is left to be done?", "now the same for the CLI", "please fix the lint errors",
        "can you check main first?", "that is not what I meant.", "let's go with your option A",
    ]

    private static let wishes = Sentences(
        """
        $V the $n when its $f is $a.
        Add a $f to the $n and cover it with tests.
        The $n should $v its $m before the $f is read, not after.
        Please $v every $a $n, at most $k at a time.
        Use the same style as in $n_$m.
        Make $v_$n idempotent: the same $f twice must not $v twice.
        Keep the $f of the $m as it is.
        Tests for the $a case are missing.
        Don't touch the $m.
        $v the $ns page by page, $k each, newest first
        refactor the $n $m so that it can $v without a $f
        Users see a $a $n after they $v the $m; find out why and fix it.
        Move what $vs the $m out of the $n and into a file of its own.
        The CI fails in $n_$m_test with "$f is $a", see run $u.
        Write down in the README how to $v the $n.
        When I $v the $n a second time it takes $k seconds, it should be at once.
        Rename $f to $g everywhere.
        Follow up on ticket $u: the $n has no $f.
        $v the $m first, then look at $n_$m again
        """)

    private static let questions = Sentences(
        """
        Why does the $n miss its $f after a restart?
        Where do we $v the $m?
        What happens to the $n when its $f is $a?
        How many $ns can we $v at once?
        Is $v_$n still used anywhere?
        Explain how the $n and its $m work together.
        Should the $f be part of the $n or of the $m?
        Can two $ns have the same $f?
        """)

    /// German, Chinese, Japanese: wide characters, umlauts.
    private static let foreign = Sentences(
        """
        Bitte prüfe, ob $v_$n auch für $a gilt; die Fußnote zur Größe fehlt.
        退款必须是幂等的：同一个 $f 不能 $v 两次。
        $n の $f が $a のとき、$m を $v しないでください。
        请为 $n 添加测试，并保持 $m 的 $f 不变。
        Ещё раз проверь $n: поле $f пустое.
        """)

    private static let tasks = Sentences(
        """
        Find every place that $vs the $n and list it with its file and line.
        Look at the $n first, then at the $m that it $vs.
        Report what $v_$n does when the $f is $a.
        Do not change any file.
        Check whether the tests cover a $a $n.
        The $m lives in $n/$m; its $f is read in $k places.
        Return a short list, the most important $n first.
        Read the documentation of the $m and say where it differs from the code.
        """, gap: "\n")

    private static let pasted = Sentences(
        """
        2026-03-14T09:26:53.589Z INFO  $n $u $v $m in $k ms
        2026-03-14T09:27:04.112Z WARN  $n $u $f is $a, attempt $k
        2026-03-14T09:27:31.007Z ERROR $v_$n: $m $u has no $f
            at $v$N ($n/$m.ts:$k:13)
          File "/srv/$n/$m.py", line $k, in $v_$n
        {"$n": "$u", "$f": $k, "$g": "$a", "$m": null}
        --- FAIL: Test$V$N (0.$ks)
        | $u | $n | $k | $a |
        """, gap: "\n")
}
