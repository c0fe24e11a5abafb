extension Fixture {
    static let go: [Fixture] = [
        Fixture(
            language: "go", name: "raw strings and runes",
            text: #"""
                package main
                var s, r = `a\`+"\"b", '\''
                const q = `two
                "lines`
                func (t *Tree[K]) Walk(f func(int) error) { for i := range 0x1p-2 { go f(t.N, 1i, .5e3, 0b1_0) } }
                type T struct { A map[string]chan<- any `json:"a"` } // c
                /* not /* nested */ x &^= y <- z
                """#,
            stream: #"""
                keyword‹package› identifier‹main›
                keyword‹var› identifier‹s› , identifier‹r› = string‹`a\`› + string‹"\"b"› , string‹'\''›
                keyword‹const› identifier‹q› = string‹`two⏎› string‹"lines`›
                keyword‹func› ( identifier‹t› * type‹Tree› [ type‹K› ] ) function‹Walk› ( identifier‹f› keyword‹func› ( type‹int› ) type‹error› ) { keyword‹for› identifier‹i› := keyword‹range› number‹0x1p-2› { keyword‹go› function‹f› ( identifier‹t› . type‹N› , number‹1i› , number‹.5e3› , number‹0b1_0› ) } }
                keyword‹type› type‹T› keyword‹struct› { type‹A› keyword‹map› [ type‹string› ] keyword‹chan› <- type‹any› string‹`json:"a"`› } comment‹// c›
                comment‹/* not /* nested */› identifier‹x› &^= identifier‹y› <- identifier‹z›
                """#)
    ]
}
