extension Fixture {
    static let javaScript: [Fixture] = [
        Fixture(
            language: "javascript", name: "regexes and divisions",
            text: #"""
                a = b / c / d; e = /[/\]]+/gi.test(f) ? x++ / 2 : y[0] / /z/g;
                if (a) /re/.exec(b); (a) / b / c; return /=x/; }
                /after a block/.test(x)
                const o = { a: 1 } / 2 / 3
                """#,
            stream: #"""
                identifier‹a› = identifier‹b› / identifier‹c› / identifier‹d› ; identifier‹e› = regex‹/[/\]]+/gi› . function‹test› ( identifier‹f› ) ? identifier‹x› ++ / number‹2› : identifier‹y› [ number‹0› ] / regex‹/z/g› ;
                keyword‹if› ( identifier‹a› ) regex‹/re/› . function‹exec› ( identifier‹b› ) ; ( identifier‹a› ) / identifier‹b› / identifier‹c› ; keyword‹return› regex‹/=x/› ; }
                regex‹/after a block/› . function‹test› ( identifier‹x› )
                keyword‹const› identifier‹o› = { identifier‹a› : number‹1› } / number‹2› / number‹3›
                """#),
        Fixture(
            language: "javascript", name: "templates inside each other",
            text: #"""
                tag`a ${b + `c ${{ d: `}` }} \${e}`} f
                g` + h
                """#,
            stream: #"""
                identifier‹tag› string‹`a › interpolation‹${› identifier‹b› + string‹`c › interpolation‹${› { identifier‹d› : string‹`}`› } interpolation‹}› string‹ \${e}`› interpolation‹}› string‹ f⏎› string‹g`› + identifier‹h›
                """#),
        Fixture(
            language: "javascript", name: "words that are names",
            text: #"""
                async function* get() { for await (const of of set) await this.#all(static.new, { default: 1, if: 2 }) }
                class A extends B { static async get(x) { return super.get?.(x ?? 1_0n) } set size(of) {} }
                import type, { as as from } from "x"
                """#,
            stream: #"""
                keyword‹async› keyword‹function› * function‹get› ( ) { keyword‹for› keyword‹await› ( keyword‹const› identifier‹of› keyword‹of› identifier‹set› ) keyword‹await› keyword‹this› . function‹#all› ( identifier‹static› . identifier‹new› , { identifier‹default› : number‹1› , identifier‹if› : number‹2› } ) }
                keyword‹class› type‹A› keyword‹extends› type‹B› { keyword‹static› keyword‹async› function‹get› ( identifier‹x› ) { keyword‹return› keyword‹super› . identifier‹get› ?. ( identifier‹x› ?? number‹1_0n› ) } keyword‹set› function‹size› ( identifier‹of› ) { } }
                keyword‹import› identifier‹type› , { identifier‹as› keyword‹as› identifier‹from› } keyword‹from› string‹"x"›
                """#),
        Fixture(
            language: "javascript", name: "elements",
            text: #"""
                const a = <Form.Field data-id="a>b" {...rest} on={() => c < d}>
                  it's {n > 0 ? <b>{n} / 2</b> : <></>} // text
                  <br/>
                </Form.Field>;
                x = a < b / c > d / e
                """#,
            stream: #"""
                keyword‹const› identifier‹a› = < tag‹Form.Field› attribute‹data-id› = string‹"a>b"› interpolation‹{› ... identifier‹rest› interpolation‹}› attribute‹on› = interpolation‹{› ( ) => identifier‹c› < identifier‹d› interpolation‹}› >
                text‹it's › interpolation‹{› identifier‹n› > number‹0› ? < tag‹b› > interpolation‹{› identifier‹n› interpolation‹}› text‹/ 2› </ tag‹b› > : < > </ > interpolation‹}› text‹// text›
                < tag‹br› />
                </ tag‹Form.Field› > ;
                identifier‹x› = identifier‹a› < identifier‹b› / identifier‹c› > identifier‹d› / identifier‹e›
                """#),
        Fixture(
            language: "javascript", name: "an element that was none",
            text: #"""
                let x = y < <T } > w / v / u
                """#,
            stream: #"""
                keyword‹let› identifier‹x› = identifier‹y› < < type‹T› } > identifier‹w› / identifier‹v› / identifier‹u›
                """#),
    ]
}
