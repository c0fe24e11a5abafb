/// What models say beside the code they write.
enum Answers {
    static func make(length: Int, _ dice: inout Dice) -> String {
        var bytes: [UInt8] = []
        if length < 160 {
            steps.write(to: &bytes, length: length, &dice)
        } else {
            results.write(to: &bytes, length: min(length, 200), &dice)
            if bytes.count < length { bytes += "\n".utf8 }
            points.write(to: &bytes, length: length, &dice)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let steps = Sentences(
        """
        Let me look at the $n.
        Now the tests.
        Now I'll $v the $m.
        Let me check how the $m is read:
        I see: the $f is $a.
        The $n has no $f yet; I'll add one.
        Let me run the tests:
        All tests pass.
        Good, that works. Next the $m.
        Now let me update $v_$n so that it $vs the $f:
        There is one more place where the $n is $a.
        Let me see where $v$N is called from:
        The $m is $a when there are more than $k $ns; I'll fix that first.
        """)

    private static let results = Sentences(
        """
        The $n now $vs its $m once for each $f, and a second call with the same $f gives the first one's answer.
        Done: the $m keeps its $f, and a $a $n is told from a missing one.
        It fails because the $f is read before the $n is there; I moved the call behind the $v.
        The $f is part of the key, so each $a $n begins with an empty $m.
        I've split the $n in two: one that $vs, one that keeps the $f.
        """)

    private static let points = Sentences(
        """
        - `$v_$n` $vs at most $k $ns at a time
        - the $f of a $a $m stays as it was
        - new test: without its $f the $n is $a
        - `$n/$m`: the $g is $k by default now
        - nothing else $vs the $m, so the old $f could go
        **What I did not do:** the $m still has its $g; say so if it should go too.
        Both the $n and the $m now agree on $f `$u`.
        """, gap: "\n")
}
