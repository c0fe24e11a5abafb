extension Fixture {
    static let python: [Fixture] = [
        Fixture(
            language: "python", name: "definitions, decorators and soft keywords",
            text: #"""
                @app.route("/x")
                async def load(self, *, n: int = 0x1F) -> None:
                    match n:
                        case 1_000.5e-3j: return Point(x @ y)
                    match = type(n) is int  # a match
                    type Pair[T] = tuple[T, T]
                """#,
            stream: #"""
                attribute‹@app.route› ( string‹"/x"› )
                keyword‹async› keyword‹def› function‹load› ( identifier‹self› , * , identifier‹n› : identifier‹int› = number‹0x1F› ) -> constant‹None› :
                keyword‹match› identifier‹n› :
                keyword‹case› number‹1_000.5e-3j› : keyword‹return› type‹Point› ( identifier‹x› @ identifier‹y› )
                identifier‹match› = function‹type› ( identifier‹n› ) keyword‹is› identifier‹int› comment‹# a match›
                keyword‹type› type‹Pair› [ type‹T› ] = identifier‹tuple› [ type‹T› , type‹T› ]
                """#),
        Fixture(
            language: "python", name: "prefixes and quotes",
            text: #"""
                r"\"" b'\x00' Rb"a" u'é' rf'{a}\d' "it's" 'cut
                x = """two
                 "lines" \""""
                """#,
            stream: #"""
                string‹r"\""› string‹b'\x00'› string‹Rb"a"› string‹u'é'› string‹rf'› interpolation‹{› identifier‹a› interpolation‹}› string‹\d'› string‹"it's"› string‹'cut›
                identifier‹x› = string‹"""two⏎› string‹ "lines" \""""›
                """#),
        Fixture(
            language: "python", name: "replacement fields inside each other",
            text: #"""
                f"{x!r:>{w}.{p}f} {{no}} {d["k"]} {f'{y:%H:%M}'} \N{DASH} {(lambda a: a)(1)}"
                """#,
            stream: #"""
                string‹f"› interpolation‹{› identifier‹x› ! identifier‹r› interpolation‹:› string‹>› interpolation‹{› identifier‹w› interpolation‹}› string‹.› interpolation‹{› identifier‹p› interpolation‹}› string‹f› interpolation‹}› string‹ {{no}} › interpolation‹{› identifier‹d› [ string‹"k"› ] interpolation‹}› string‹ › interpolation‹{› string‹f'› interpolation‹{› identifier‹y› interpolation‹:› string‹%H:%M› interpolation‹}› string‹'› interpolation‹}› string‹ \N{DASH} › interpolation‹{› ( keyword‹lambda› identifier‹a› : identifier‹a› ) ( number‹1› ) interpolation‹}› string‹"›
                """#),
        Fixture(
            language: "python", name: "replacement fields over lines, and one forgotten",
            text: #"""
                f"{
                    a
                } b" ; f'{a
                b = {1: 2}
                """#,
            stream: #"""
                string‹f"› interpolation‹{›
                identifier‹a›
                interpolation‹}› string‹ b"› ; string‹f'› interpolation‹{› identifier‹a›
                identifier‹b› = { number‹1› : number‹2› }
                """#),
        Fixture(
            language: "python", name: "a name beyond ASCII, a joined line, space that is none of ours",
            text: #"""
                größe = \
                    名前 + 1. + .5
                """#,
            stream: #"""
                identifier‹größe› = identifier‹名前› + number‹1.› + number‹.5›
                """#),
    ]
}
