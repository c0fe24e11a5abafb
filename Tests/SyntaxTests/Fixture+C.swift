extension Fixture {
    static let c: [Fixture] = [
        Fixture(
            language: "c", name: "directives, headers and numbers",
            text: #"""
                #include <sys/types.h>
                #  include "own.h" // it's
                #define MAX(a, b) \
                    ((a) > (b) ? (a) : (b))
                #ifdef __cplusplus
                struct point { unsigned int x; size_t n; } *p = &(struct point){ .x = 1'000u, .n = sizeof(int) };
                static const char *s = "a\
                b" L"c\"" u8"d", c = '\'', d = L'x'; /* not /* nested */
                for (uint8_t i = 0x1p-2; i < .5f && p->x != 1.f; ++i) { goto out; case 1: default: return NULL; }
                #endif
                """#,
            stream: #"""
                directive‹#include› string‹<sys/types.h>›
                directive‹#  include› string‹"own.h"› comment‹// it's›
                directive‹#define› function‹MAX› ( identifier‹a› , identifier‹b› ) ( ( identifier‹a› ) > ( identifier‹b› ) ? ( identifier‹a› ) : ( identifier‹b› ) )
                directive‹#ifdef› identifier‹__cplusplus›
                keyword‹struct› type‹point› { type‹unsigned› type‹int› identifier‹x› ; type‹size_t› identifier‹n› ; } * identifier‹p› = & ( keyword‹struct› type‹point› ) { . identifier‹x› = number‹1'000u› , . identifier‹n› = keyword‹sizeof› ( type‹int› ) } ;
                keyword‹static› keyword‹const› type‹char› * identifier‹s› = string‹"a\⏎› string‹b"› string‹L"c\""› string‹u8"d"› , identifier‹c› = string‹'\''› , identifier‹d› = string‹L'x'› ; comment‹/* not /* nested */›
                keyword‹for› ( type‹uint8_t› identifier‹i› = number‹0x1p-2› ; identifier‹i› < number‹.5f› && identifier‹p› -> identifier‹x› != number‹1.f› ; ++ identifier‹i› ) { keyword‹goto› identifier‹out› ; keyword‹case› number‹1› : keyword‹default› : keyword‹return› constant‹NULL› ; }
                directive‹#endif›
                """#)
    ]
}
