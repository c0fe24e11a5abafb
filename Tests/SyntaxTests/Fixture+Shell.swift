extension Fixture {
    static let shell: [Fixture] = [
        Fixture(
            language: "shell", name: "commands, expansions and heredocs",
            text: #"""
                #!/bin/bash
                set -euo pipefail; export PATH="$HOME/bin:${PATH:-it is}" # it's
                for f in *.txt "$(find . -name "*.sh" | wc -l)"; do echo "a $f `date "+%s"` $(( x << 2 )) \$no" >&2; done
                if [[ $# -gt 0 && "${1##*/}" != a#b ]]; then apt-get install -y curl || exit 1; fi
                cat <<EOF | sed 's/it'\''s/a/' <<-'RAW'
                it's $x ${y} $(z "w") \$no
                EOF
                	it's $no
                	RAW
                case "$1" in -h|--help) usage ;; *) echo $'it\'s' \" \' ;; esac
                load() { local x=$1; arr=(a "b" [c]=d); (( x <<= 1 )); if=1 do=2 env; }
                """#,
            stream: #"""
                comment‹#!/bin/bash›
                keyword‹set› attribute‹-euo› identifier‹pipefail› ; keyword‹export› constant‹PATH› = string‹"› identifier‹$HOME› string‹/bin:› interpolation‹${› constant‹PATH› : - identifier‹it› identifier‹is› interpolation‹}› string‹"› comment‹# it's›
                keyword‹for› identifier‹f› keyword‹in› * . identifier‹txt› string‹"› interpolation‹$(› function‹find› . attribute‹-name› string‹"*.sh"› | function‹wc› attribute‹-l› interpolation‹)› string‹"› ; keyword‹do› function‹echo› string‹"a › identifier‹$f› string‹ › interpolation‹`› function‹date› string‹"+%s"› interpolation‹`› string‹ › interpolation‹$(› ( identifier‹x› << number‹2› ) interpolation‹)› string‹ \$no"› >& number‹2› ; keyword‹done›
                keyword‹if› [ [ identifier‹$#› attribute‹-gt› number‹0› && string‹"› interpolation‹${› number‹1› # # * / interpolation‹}› string‹"› != identifier‹a› # identifier‹b› ] ] ; keyword‹then› function‹apt-get› identifier‹install› attribute‹-y› identifier‹curl› || keyword‹exit› number‹1› ; keyword‹fi›
                function‹cat› string‹<<EOF› | function‹sed› string‹'s/it'› \' string‹'s/a/'› string‹<<-'RAW'›
                string‹it's › identifier‹$x› string‹ › interpolation‹${› identifier‹y› interpolation‹}› string‹ › interpolation‹$(› function‹z› string‹"w"› interpolation‹)› string‹ \$no⏎› string‹EOF⏎› string‹	it's $no⏎› string‹	RAW›
                keyword‹case› string‹"› identifier‹$1› string‹"› keyword‹in› attribute‹-h› | attribute‹--help› ) function‹usage› ;; * ) function‹echo› string‹$'it\'s'› \" \' ;; keyword‹esac›
                function‹load› ( ) { keyword‹local› identifier‹x› = identifier‹$1› ; identifier‹arr› = ( identifier‹a› string‹"b"› [ identifier‹c› ] = identifier‹d› ) ; ( ( identifier‹x› <<= number‹1› ) ) ; identifier‹if› = number‹1› identifier‹do› = number‹2› identifier‹env› ; }
                """#),
        Fixture(
            language: "shell", name: "a substitution over lines",
            text: #"""
                x=$(cat <<A
                )"'
                A
                ) && y="z
                " # c
                """#,
            stream: #"""
                identifier‹x› = interpolation‹$(› function‹cat› string‹<<A›
                string‹)"'⏎› string‹A›
                interpolation‹)› && identifier‹y› = string‹"z⏎› string‹"› comment‹# c›
                """#),
    ]
}
