extension Fixture {
    static let java: [Fixture] = [
        Fixture(
            language: "java", name: "text blocks, annotations and contextual words",
            text: #"""
                package a.b; // c
                @Override @SuppressWarnings("x") public sealed interface Shape<T extends Comparable<T>> permits Circle, Square {}
                record Point(int x, double y) { static final int MAX = 0x1F_FFL; }
                String s = """
                  "two" \""" \
                  lines""" + 'c' + '\'' + "a\"b";
                var record = list.stream().map(Point::new).filter(p -> p.x() > 1.5e3f).toList();
                /* not /* nested */ int[] a = {1, .5, 1.f}; if (yield >>> 2 != 0) return when;
                """#,
            stream: #"""
                keyword‹package› identifier‹a› . identifier‹b› ; comment‹// c›
                attribute‹@Override› attribute‹@SuppressWarnings› ( string‹"x"› ) keyword‹public› keyword‹sealed› keyword‹interface› type‹Shape› < type‹T› keyword‹extends› type‹Comparable› < type‹T› >> keyword‹permits› type‹Circle› , type‹Square› { }
                keyword‹record› type‹Point› ( type‹int› identifier‹x› , type‹double› identifier‹y› ) { keyword‹static› keyword‹final› type‹int› constant‹MAX› = number‹0x1F_FFL› ; }
                type‹String› identifier‹s› = string‹"""⏎› string‹  "two" \""" \⏎› string‹  lines"""› + string‹'c'› + string‹'\''› + string‹"a\"b"› ;
                type‹var› identifier‹record› = identifier‹list› . function‹stream› ( ) . function‹map› ( type‹Point› :: identifier‹new› ) . function‹filter› ( identifier‹p› -> identifier‹p› . function‹x› ( ) > number‹1.5e3f› ) . function‹toList› ( ) ;
                comment‹/* not /* nested */› type‹int› [ ] identifier‹a› = { number‹1› , number‹.5› , number‹1.f› } ; keyword‹if› ( identifier‹yield› >>> number‹2› != number‹0› ) keyword‹return› identifier‹when› ;
                """#),
        Fixture(
            language: "java", name: "a string that was cut",
            text: #"""
                String s = "cut
                int x = 'y
                x++;
                """#,
            stream: #"""
                type‹String› identifier‹s› = string‹"cut›
                type‹int› identifier‹x› = string‹'y›
                identifier‹x› ++ ;
                """#),
    ]
}
