extension Fixture {
    static let dockerfile: [Fixture] = [
        Fixture(
            language: "dockerfile", name: "instructions over lines",
            text: #"""
                # syntax=docker/dockerfile:1
                FROM --platform=$BUILDPLATFORM golang:1.24-alpine AS build
                run apt-get update && \
                    # a comment within
                    apt-get install -y "curl" 'it is' \
                    copy # none
                ONBUILD COPY --from=build ${SRC:-/app} ["a", "b"]
                RUN <<EOF
                echo "it's $x"
                EOF
                ENV A=b
                """#,
            stream: #"""
                comment‹# syntax=docker/dockerfile:1›
                keyword‹FROM› attribute‹--platform› = identifier‹$BUILDPLATFORM› identifier‹golang› : number‹1.24› - identifier‹alpine› keyword‹AS› identifier‹build›
                keyword‹run› identifier‹apt-get› identifier‹update› && comment‹# a comment within›
                identifier‹apt-get› identifier‹install› attribute‹-y› string‹"curl"› string‹'it is'› identifier‹copy› # identifier‹none›
                keyword‹ONBUILD› keyword‹COPY› attribute‹--from› = identifier‹build› interpolation‹${› identifier‹SRC› : - / identifier‹app› interpolation‹}› [ string‹"a"› , string‹"b"› ]
                keyword‹RUN› string‹<<EOF›
                string‹echo "it's › identifier‹$x› string‹"⏎› string‹EOF›
                keyword‹ENV› identifier‹A› = identifier‹b›
                """#)
    ]
}
