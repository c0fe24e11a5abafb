extension RuleFamily {
    static let scriptModel = RuleFamily(
        name: "script-model.toml", languages: ["javascript", "typescript"],
        text: #"""
            # What JavaScript, Node and the browser do to values.
            languages = ["javascript", "typescript"]

            carries = [
                "String", "*.toString", "*.trim", "*.trimStart", "*.trimEnd", "*.toLowerCase", "*.toUpperCase",
                "*.slice", "*.substring", "*.substr", "*.split", "*.replace", "*.replaceAll", "*.concat", "*.join_",
                "*.get", "*.pop", "*.shift", "*.map", "*.filter", "*.reverse", "*.normalize", "*.padStart",
                "*.padEnd", "*.repeat", "*.charAt", "*.match", "*.val", "*.text", "*.attr", "*.data", "*.html",
                "*.toJSON", "decodeURIComponent", "decodeURI", "unescape", "atob", "JSON.parse", "JSON.stringify",
                "Buffer.from", "Object.assign", "Object.values", "Object.keys", "Object.entries", "Array.from",
                "path.normalize", "path.resolve", "path.dirname", "url.parse", "URL", "querystring.parse", "qs.parse",
                "lodash.merge", "_.merge", "*.getAttribute", "*.getItem", "*.toArray", "*.find", "*.flat", "*.at",
                "*.body", "*.param", "*.header", "URLSearchParams", "*.searchParams.get", "*.then", "*.json",
                "*.first", "*.values", "Promise.resolve", "util.inspect",
            ]
            builds = [
                "path.join", "path.resolve", "*.join", "*.concat", "util.format", "sprintf", "*.format", "String.raw",
                "*.replace",
            ]

            [[source]]
            what = "what the request brings"
            use = [
                "req.query", "req.body", "req.params", "req.cookies", "req.headers", "req.url", "req.originalUrl",
                "req.path", "req.hostname", "req.files", "req.file", "request.query", "request.body",
                "request.params", "request.cookies", "request.headers", "request.url", "request.files",
                "request.payload", "ctx.query", "ctx.request.body", "ctx.params", "ctx.request.query",
                "ctx.req.query", "event.queryStringParameters", "event.body", "event.pathParameters", "event.headers",
                "context.query", "context.params", "*.req.query", "*.req.body", "*.req.params", "*.request.body",
                "*.request.query", "req.ip_", "*.req.url", "*.req.headers", "req.signedCookies", "req.rawBody",
                "req.hostname",
            ]
            call = [
                "req.param", "req.get", "req.header", "req.json", "request.json", "req.text", "request.text",
                "request.formData", "c.req.query", "c.req.param", "c.req.json", "req.query.get", "*.searchParams.get",
                "readBody", "getQuery", "getRouterParam", "useParams", "useSearchParams",
            ]

            [[source]]
            what = "what the address of the page says"
            use = [
                "location.hash", "location.search", "location.href", "window.location", "document.location",
                "document.URL", "document.documentURI", "document.referrer", "window.name", "location.pathname",
                "window.location.hash", "window.location.search", "window.location.href", "document.location.hash",
                "document.location.search", "document.location.href", "document.baseURI", "self.location",
                "top.location",
            ]

            [[source]]
            what = "the command line"
            use = ["process.argv"]
            clears = ["path", "log", "url", "redirect", "header"]

            [[source]]
            what = "what is typed in"
            call = ["prompt", "readline.question", "*.question_", "readlineSync.question", "window.prompt"]

            [[sanitizer]]
            call = [
                "parseInt", "parseFloat", "Number", "Boolean", "Number.parseInt", "Number.parseFloat", "Math.floor",
                "Math.round", "Math.abs", "Math.min", "Math.max", "BigInt", "*.indexOf", "*.includes", "*.startsWith",
                "*.endsWith", "*.toFixed", "isNaN", "*.test", "Date", "Date.parse", "*.getTime", "*.charCodeAt",
                "ObjectId", "mongoose.Types.ObjectId", "*.digest", "*.has", "Array.isArray", "*.every", "*.some",
                "*.localeCompare",
            ]

            [[sanitizer]]
            call = [
                "encodeURIComponent", "encodeURI", "escape", "querystring.escape", "querystring.stringify",
                "qs.stringify",
            ]
            clears = ["html", "url", "redirect", "path", "header", "command"]

            [[sanitizer]]
            call = [
                "DOMPurify.sanitize", "*.sanitize", "sanitizeHtml", "sanitize-html", "escapeHtml", "escape-html",
                "he.encode", "he.escape", "_.escape", "lodash.escape", "validator.escape", "xss", "filterXSS",
                "strip_tags", "stripTags", "*.strip_tags", "*.stripTags", "striptags", "escapeHTML", "htmlEscape",
                "Handlebars.escapeExpression", "Handlebars.Utils.escapeExpression", "entities.encode",
                "entities.escape", "sanitizeHTML", "html_escape", "htmlspecialchars", "_.escapeHTML", "escapeXml",
                "$.parseHTML_", "esc", "document.createTextNode", "createTextNode", "goog.string.htmlEscape",
                "mustache.escape", "Utils.escapeHtml", "*.escapeHTML", "*.escapeHtml", "*.escapeExpression",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = [
                "*.escape", "mysql.escape", "mysql.escapeId", "connection.escape", "pool.escape", "SqlString.escape",
                "pgFormat", "format.literal", "format.ident", "sqlstring.escape", "*.escapeId", "*.escapeIdentifier",
                "*.escapeLiteral", "Prisma.sql", "pg-format",
            ]
            clears = ["sql"]

            [[sanitizer]]
            call = ["path.basename", "sanitize-filename", "sanitizeFilename"]
            clears = ["path"]

            [[sanitizer]]
            call = ["shellescape", "shell-escape", "shell-quote.quote", "shellQuote.quote", "quote", "shellEscape"]
            clears = ["command"]

            [[sanitizer]]
            call = [
                "escapeRegExp", "_.escapeRegExp", "lodash.escapeRegExp", "escape-string-regexp", "escapeStringRegexp",
                "escapeRegex",
            ]
            clears = ["regex"]

            [[guard]]
            call = ["*.startsWith", "path.isAbsolute", "*.endsWith", "path.relative"]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "*.test", "*.match", "*.includes", "*.has", "*.hasOwnProperty", "validator.isURL",
                "validator.isAlphanumeric", "*.isValid", "*.indexOf", "Number.isInteger", "isNaN", "*.exec",
                "Object.hasOwn", "isFinite", "net.isIP", "isValidPath", "*.matches", "*.some", "*.contains",
            ]
            clears = ["all"]

            # What is set as text is text: $('<div>').text(value).html() is how one escapes with jQuery.
            [[sanitizer]]
            call = ["*.text", "*.val", "*.setText", "*.createTextNode"]
            clears = ["html"]
            with-arguments = true

            [[sanitizer]]
            call = ["*.text().html"]
            clears = ["html"]

            [[source]]
            what = "what the page holds"
            call = ["*.val", "*.text"]
            use = ["*.textContent", "*.innerText"]
            only = ["html"]
            arguments = 0

            [[source]]
            what = "what the page holds"
            call = ["*.attr", "*.getAttribute", "*.data"]
            only = ["html"]
            arguments = 1
            """#)
}
