extension CodeStyle {
    static let python = CodeStyle(
        endings: [".py"],
        header: """
            \"""$V the $a $n of the $m.\"""

            from __future__ import annotations

            import logging
            from dataclasses import dataclass

            from app.$n import $N$M

            log = logging.getLogger(__name__)
            """,
        parts: [
            #"""
            def $v_$n($n, $f=None):
                """$V the $a $n and return its $g."""
                if $n is None:
                    raise ValueError("$n has no $f")
                $g = $n.$f or $k
                log.info("$v %s of %s", $g, $n.id)
                return $g
            """#,
            #"""
            @dataclass(frozen=True)
            class $N$M:
                $f: str
                $g: int = $k
                is_$a: bool = False

                @property
                def label(self) -> str:
                    return f"{self.$f} ({self.$g})"
            """#,
            #"""
            def $v_all($ns, limit=$k):
                seen = set()
                for $n in $ns[:limit]:
                    if $n.$f in seen:
                        continue
                    seen.add($n.$f)
                    yield $v($n, $g=$n.$g)
            """#,
            #"""
            class $N$MError(Exception):
                """The $n is $a, so its $m cannot be $f."""

                def __init__(self, $n, $f):
                    super().__init__(f"{$n.id}: $f {$f!r} is $a")
                    self.$n = $n
            """#,
            #"""
            async def $v_$m(client, $n_id):
                async with client.session() as session:
                    response = await session.get(f"/$m/{$n_id}/$f", timeout=$k)
                    if response.status == 404:
                        return None
                    body = await response.json()
                return body["$f"], body.get("$g", $k)
            """#,
            #"""
            def test_$v_$a_$n():
                $n = $N($f="$u", $g=$k)
                $m = $v_$n($n)
                assert $m.$f == "$u"
                assert $m.$g >= $k
            """#,
            #"""
            def _group_by_$f($ns):
                groups = {}
                for $n in $ns:
                    groups.setdefault($n.$f, []).append($n)
                return {$f: sorted(group, key=lambda $n: $n.$g) for $f, group in groups.items()}
            """#,
            #"""
            def $v_with_retry($n, attempts=$k):
                for attempt in range(attempts):
                    try:
                        return $v_$n($n)
                    except TimeoutError:
                        log.warning("attempt %d for $n %s timed out", attempt + 1, $n.id)
                raise $N$MError($n, "$f")
            """#,
            #"""
            # $V the $a $m before its $f is read: the $n may be $a by then.
            $F_BY_$M = {"$f": $k, "$g": $k, "$u": None}
            """#,
        ])
}
