extension Fixture {
    static let typeScript: [Fixture] = [
        Fixture(
            language: "typescript", name: "angle brackets",
            text: #"""
                const id = <T,>(x: T) => x, f = <T extends A>(x: T): x is T => <any>x;
                type Map<K extends keyof any> = { readonly [P in K]?: string }
                const g = useState<Foo | null>(null)!, h = <Foo a="b">t</Foo>
                @Input() private declare name!: unique symbol; enum Kind { A = "a" }
                export abstract class Q<T> implements R { constructor(private readonly a = x as const) {} }
                """#,
            stream: #"""
                keyword‹const› identifier‹id› = < type‹T› , > ( identifier‹x› : type‹T› ) => identifier‹x› , identifier‹f› = < type‹T› keyword‹extends› type‹A› > ( identifier‹x› : type‹T› ) : identifier‹x› keyword‹is› type‹T› => < type‹any› > identifier‹x› ;
                keyword‹type› type‹Map› < type‹K› keyword‹extends› keyword‹keyof› type‹any› > = { keyword‹readonly› [ type‹P› keyword‹in› type‹K› ] ? : type‹string› }
                keyword‹const› identifier‹g› = identifier‹useState› < type‹Foo› | constant‹null› > ( constant‹null› ) ! , identifier‹h› = < tag‹Foo› attribute‹a› = string‹"b"› > text‹t› </ tag‹Foo› >
                attribute‹@Input› ( ) keyword‹private› keyword‹declare› identifier‹name› ! : keyword‹unique› type‹symbol› ; keyword‹enum› type‹Kind› { type‹A› = string‹"a"› }
                keyword‹export› keyword‹abstract› keyword‹class› type‹Q› < type‹T› > keyword‹implements› type‹R› { function‹constructor› ( keyword‹private› keyword‹readonly› identifier‹a› = identifier‹x› keyword‹as› keyword‹const› ) { } }
                """#)
    ]
}
