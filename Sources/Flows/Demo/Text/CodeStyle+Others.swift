extension CodeStyle {
    static let shell = CodeStyle(
        endings: [".sh"],
        header: """
            #!/bin/sh
            set -eu
            # $V the $a $n.
            """,
        parts: [
            #"""
            $n="${1:?usage: $v.sh $n}"
            if [ ! -f "$m/$u" ]; then
                echo "no $m for $n" >&2
                exit $k
            fi
            """#,
            #"""
            for $f in $ns/*; do
                $v --$g "$f" --limit $k >>"log/$n.txt"
            done
            """#,
            #"""
            $v_$n() {
                curl --fail --max-time $k "https://$m.example/$n/$u" | tar -x -C "build/$n"
            }
            """#,
        ])

    static let sql = CodeStyle(
        endings: [".sql"],
        header: "-- $V the $ns of the $m.",
        parts: [
            """
            create table $n_$m (
                id bigint primary key,
                $f text not null,
                $g integer not null default $k check ($g >= 0)
            );
            """,
            """
            select $n.$f, count(*) as $ms
            from $n join $m on $m.$n_id = $n.id
            where $n.$g > $k
            group by $n.$f;
            """,
            "create index $n_$f on $n ($f) where $g is not null;",
        ])

    static let yaml = CodeStyle(
        endings: [".yaml", ".yml"],
        header: "# $V the $a $n.",
        parts: [
            """
            $n:
              $f: $u
              $g: $k
              $ms:
                - $a
                - $v
            """,
            """
            - name: $V the $n
              run: make $v-$n LIMIT=$k
              env:
                $F: $u
            """,
        ])

    static let markdown = CodeStyle(
        endings: [".md"],
        header: "# $V the $a $n",
        parts: [
            """
            ## The $n

            Each $n has a $f and at most $k $ms. Nothing $vs a $a $n twice.
            """,
            """
            - `$v_$n` $vs the $n
            - `$f` is the $g of its $m, $k where there is none
            """,
            """
                $v --$f $u --$g $k
            """,
        ])
}
