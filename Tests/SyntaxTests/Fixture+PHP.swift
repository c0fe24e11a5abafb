extension Fixture {
    static let php: [Fixture] = [
        Fixture(
            language: "php", name: "HTML around, heredocs and variables",
            text: #"""
                <!DOCTYPE html>
                <!-- it's a comment --><a href="/<?= $x->id ?>" class='b' <?php if ($y) { ?>on<?php } ?>>it's <b>text</b></a>
                <?php
                namespace App\Models; // a comment ?><p>
                <?php # another
                use Foo\{Bar, Baz};
                #[Pure] abstract class Point extends Base implements Stringable { private ?int $x = null; const MAX = 1_000; }
                function load(array $a, string ...$rest): static { return $this->items['k'] ?? self::MAX . "v {$a['k']} $b[0] ${c} \$d it's"; }
                $s = <<<EOT
                  it's "$x" {$y->z}
                    EOT . <<<'RAW'
                  $no {$no}
                  RAW;
                $f = fn($x) => $x?->y ** 2 <=> 3; echo `ls $dir`, 'it\'s', TRUE; match(true) { default => new class {} };
                ?>
                <p>it's text</p>
                """#,
            stream: #"""
                <! tag‹DOCTYPE› attribute‹html› >
                comment‹<!-- it's a comment -->› < tag‹a› attribute‹href› = string‹"/› directive‹<?=› identifier‹$x› -> identifier‹id› directive‹?>› string‹"› attribute‹class› = string‹'b'› directive‹<?php› keyword‹if› ( identifier‹$y› ) { directive‹?>› attribute‹on› directive‹<?php› } directive‹?>› > text‹it's› < tag‹b› > text‹text› </ tag‹b› > </ tag‹a› >
                directive‹<?php›
                keyword‹namespace› type‹App› \ type‹Models› ; comment‹// a comment › directive‹?>› < tag‹p› >
                directive‹<?php› comment‹# another›
                keyword‹use› type‹Foo› \ { type‹Bar› , type‹Baz› } ;
                # [ attribute‹Pure› ] keyword‹abstract› keyword‹class› type‹Point› keyword‹extends› type‹Base› keyword‹implements› type‹Stringable› { keyword‹private› ? type‹int› identifier‹$x› = constant‹null› ; keyword‹const› constant‹MAX› = number‹1_000› ; }
                keyword‹function› function‹load› ( keyword‹array› identifier‹$a› , type‹string› ... identifier‹$rest› ) : keyword‹static› { keyword‹return› keyword‹$this› -> identifier‹items› [ string‹'k'› ] ?? keyword‹self› :: constant‹MAX› . string‹"v › interpolation‹{› identifier‹$a› [ string‹'k'› ] interpolation‹}› string‹ › identifier‹$b› string‹[0] › interpolation‹${› identifier‹c› interpolation‹}› string‹ \$d it's"› ; }
                identifier‹$s› = string‹<<<EOT›
                string‹  it's "› identifier‹$x› string‹" › interpolation‹{› identifier‹$y› -> identifier‹z› interpolation‹}› string‹⏎› string‹    EOT› . string‹<<<'RAW'›
                string‹  $no {$no}⏎› string‹  RAW› ;
                identifier‹$f› = keyword‹fn› ( identifier‹$x› ) => identifier‹$x› ?-> identifier‹y› ** number‹2› <=> number‹3› ; keyword‹echo› string‹`ls › identifier‹$dir› string‹`› , string‹'it\'s'› , constant‹TRUE› ; keyword‹match› ( constant‹true› ) { keyword‹default› => keyword‹new› keyword‹class› { } } ;
                directive‹?>›
                < tag‹p› > text‹it's text› </ tag‹p› >
                """#),
        Fixture(
            language: "php", name: "a piece of code without its opening",
            text: #"""
                    return $a < $b;
                }
                public function c() {}
                """#,
            stream: #"""
                keyword‹return› identifier‹$a› < identifier‹$b› ;
                }
                keyword‹public› keyword‹function› function‹c› ( ) { }
                """#),
    ]
}
