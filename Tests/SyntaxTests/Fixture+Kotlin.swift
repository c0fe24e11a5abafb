extension Fixture {
    static let kotlin: [Fixture] = [
        Fixture(
            language: "kotlin", name: "templates, raw strings and receivers",
            text: #"""
                #!/usr/bin/env kotlin
                fun <T> List<T>.second(by: Int = 1): T? = this[1]
                fun String.shout() = "$this ${if (true) "a${b}" else "c"}! \$x" + 'c'
                val json = """{"a": "${x.y}", "b": $z} \n"""" // raw
                /* a /* b */ c */ data class Point(val x: Int) : Base(), Other { companion object { const val MAX = 1_000L } }
                val data = value?.let { it::class } ?: return@label; for (i in 0..<n step 2) when (i) { is Int -> i!!; else -> `a b`() }
                """#,
            stream: #"""
                comment‹#!/usr/bin/env kotlin›
                keyword‹fun› < type‹T› > type‹List› < type‹T› > . function‹second› ( identifier‹by› : type‹Int› = number‹1› ) : type‹T› ? = keyword‹this› [ number‹1› ]
                keyword‹fun› type‹String› . function‹shout› ( ) = string‹"› identifier‹$this› string‹ › interpolation‹${› keyword‹if› ( constant‹true› ) string‹"a› interpolation‹${› identifier‹b› interpolation‹}› string‹"› keyword‹else› string‹"c"› interpolation‹}› string‹! \$x"› + string‹'c'›
                keyword‹val› identifier‹json› = string‹"""{"a": "› interpolation‹${› identifier‹x› . identifier‹y› interpolation‹}› string‹", "b": › identifier‹$z› string‹} \n""""› comment‹// raw›
                comment‹/* a /* b */ c */› keyword‹data› keyword‹class› type‹Point› ( keyword‹val› identifier‹x› : type‹Int› ) : type‹Base› ( ) , type‹Other› { keyword‹companion› keyword‹object› { keyword‹const› keyword‹val› constant‹MAX› = number‹1_000L› } }
                keyword‹val› identifier‹data› = identifier‹value› ?. identifier‹let› { identifier‹it› :: identifier‹class› } ?: keyword‹return› attribute‹@label› ; keyword‹for› ( identifier‹i› keyword‹in› number‹0› ..< identifier‹n› identifier‹step› number‹2› ) keyword‹when› ( identifier‹i› ) { keyword‹is› type‹Int› -> identifier‹i› !! ; keyword‹else› -> function‹`a b`› ( ) }
                """#)
    ]
}
