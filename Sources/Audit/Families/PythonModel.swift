extension RuleFamily {
    static let pythonModel = RuleFamily(
        name: "python-model.toml", languages: ["python"],
        text: #"""
            # What the libraries of Python do to values: where they come from, what makes them safe, what carries them on.
            languages = ["python"]

            carries = [
                "str", "repr", "bytes", "bytearray", "list", "tuple", "set", "dict", "sorted", "reversed", "next",
                "iter", "map", "filter", "zip", "enumerate", "unicode", "copy.copy", "copy.deepcopy", "getattr",
                "os.fsencode", "os.fsdecode", "*.strip", "*.lstrip", "*.rstrip", "*.lower", "*.upper", "*.title",
                "*.split", "*.rsplit", "*.splitlines", "*.partition", "*.rpartition", "*.replace", "*.encode",
                "*.decode", "*.get", "*.getlist", "*.pop", "*.copy", "*.items", "*.values", "*.keys", "*.read",
                "*.readline", "*.readlines", "*.getvalue", "*.group", "*.groups", "*.removeprefix", "*.removesuffix",
                "*.zfill", "*.center", "*.ljust", "*.rjust", "*.expandtabs", "*.casefold", "*.get_argument",
                "*.first", "*.setdefault", "*.getfirst", "*.to_dict", "*.dict", "*.model_dump", "base64.*",
                "urllib.parse.unquote", "urllib.parse.unquote_plus", "urllib.unquote", "json.loads", "json.dumps",
                "os.path.abspath", "os.path.normpath", "os.path.realpath", "os.path.expanduser", "os.path.expandvars",
                "os.path.dirname", "os.path.splitext", "os.path.split", "pathlib.Path", "pathlib.PurePath",
                "io.BytesIO", "io.StringIO", "StringIO.StringIO", "textwrap.dedent", "urllib.parse.urljoin",
                "urllib.parse.urlparse", "urlparse.urlparse", "urllib.parse.parse_qs", "binascii.unhexlify",
                "zlib.decompress", "gzip.decompress", "itertools.chain", "os.getenv", "*.resolve", "*.as_posix",
                "*.with_suffix", "six.text_type", "*.absolute",
            ]
            builds = [
                "*.format", "*.join", "*.format_map", "os.path.join", "*.joinpath", "string.Template", "*.substitute",
                "*.safe_substitute", "posixpath.join", "ntpath.join", "path.join", "sum",
            ]

            [[source]]
            what = "what the request brings"
            use = [
                "request.args", "request.form", "request.values", "request.json", "request.data", "request.cookies",
                "request.headers", "request.files", "request.GET", "request.POST", "request.REQUEST", "request.META",
                "request.COOKIES", "request.FILES", "request.body", "request.query_params", "request.params",
                "request.query_string", "request.query", "request.forms", "request.matchdict", "request.stream",
                "request.view_args", "request.referrer", "request.match_info", "request.rel_url",
                "request.user_agent", "*.request.args", "*.request.form", "*.request.values", "*.request.json",
                "*.request.data", "*.request.cookies", "*.request.headers", "*.request.files", "*.request.GET",
                "*.request.POST", "*.request.body", "*.request.query_params", "*.request.params",
                "*.request.arguments", "*.request.META", "*.request.query", "*.request.query_string",
                "*.request.FILES", "*.request.COOKIES", "*.REQUEST.form", "REQUEST.form", "cherrypy.request.params",
                "web.ctx.query", "req.params", "req.GET", "req.POST", "req.args", "req.form",
            ]
            call = [
                "request.get_json", "request.get_data", "request.json", "request.body", "request.form", "request.get",
                "*.request.get", "*.request.get_json", "self.get_argument", "self.get_arguments",
                "self.get_query_argument", "self.get_body_argument", "self.get_cookie", "*.request.json",
                "*.request.body", "web.input", "cgi.FieldStorage", "request.getvalue", "request.to_dict",
                "self.request.get_all", "request.getParameter", "flask.request.get_json", "bottle.request.query.get",
            ]

            [[source]]
            what = "the address that was asked for"
            use = [
                "request.path", "request.url", "request.full_path", "request.base_url", "request.host_url",
                "*.request.path", "*.request.uri", "*.request.url", "request.uri",
            ]
            call = ["request.get_full_path", "request.build_absolute_uri"]
            clears = ["redirect", "url"]

            [[source]]
            what = "the command line"
            use = ["sys.argv"]
            call = ["*.parse_args"]
            clears = ["path", "log", "url", "redirect", "header"]

            [[source]]
            what = "what is typed in"
            call = [
                "input", "raw_input", "sys.stdin.read", "sys.stdin.readline", "sys.stdin.readlines",
                "sys.stdin.buffer.read",
            ]
            use = ["sys.stdin"]

            [[source]]
            what = "what comes over the network"
            only = ["deserialize", "code", "command", "sql", "path", "template", "xml"]
            call = [
                "*.recv", "*.recvfrom", "*.recv_string", "*.recv_json", "*.recv_pyobj", "requests.get",
                "requests.post", "urllib.request.urlopen", "urllib2.urlopen", "urllib.urlopen", "httpx.get",
                "httpx.post", "*.receive_text", "*.receive_json", "*.receive_bytes", "*.rfile.read",
            ]

            [[sanitizer]]
            call = ["int", "float", "len", "abs", "round", "ord", "complex"]
            clears = ["numbers"]

            [[sanitizer]]
            call = [
                "bool", "hash", "uuid.UUID", "UUID",
                "decimal.Decimal", "Decimal", "ipaddress.ip_address", "ipaddress.ip_network",
                "datetime.datetime.strptime", "datetime.strptime", "*.hexdigest", "*.digest", "*.strftime",
                "*.isoformat", "isinstance", "type", "id", "range", "any", "all", "uuid.uuid4", "time.time", "bin",
                "hex", "oct", "*.isdigit", "*.count", "*.index", "*.find", "callable", "hasattr", "*.timestamp",
                "os.getpid", "os.path.exists", "os.path.isfile", "os.path.isdir", "os.path.getsize", "*.startswith",
                "*.endswith",
            ]

            [[sanitizer]]
            call = [
                "shlex.quote", "pipes.quote", "quote", "shellescape.quote", "shell_quote", "cmd_quote", "shlex.join",
            ]
            clears = ["command"]

            [[sanitizer]]
            call = [
                "html.escape", "markupsafe.escape", "cgi.escape", "flask.escape", "escape", "bleach.clean",
                "bleach.linkify", "nh3.clean", "django.utils.html.escape", "django.utils.html.conditional_escape",
                "conditional_escape", "saxutils.escape", "saxutils.quoteattr", "xml.sax.saxutils.escape",
                "xml.sax.saxutils.quoteattr", "html_escape", "tornado.escape.xhtml_escape", "xhtml_escape",
                "django.utils.html.format_html", "format_html", "werkzeug.utils.escape", "jinja2.escape",
                "urllib.parse.quote", "urllib.parse.quote_plus", "urllib.parse.urlencode", "urllib.quote",
                "urlencode", "json.dumps", "flask.jsonify", "jsonify", "escapejs", "django.utils.html.escapejs",
                "strip_tags", "cgi_escape", "html_quote",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = [
                "werkzeug.utils.secure_filename", "secure_filename", "os.path.basename",
                "werkzeug.security.safe_join", "safe_join", "flask.safe_join", "*.get_valid_filename",
                "get_valid_filename", "ntpath.basename", "posixpath.basename", "slugify",
            ]
            clears = ["path"]

            [[sanitizer]]
            call = [
                "urllib.parse.quote", "urllib.parse.quote_plus", "urllib.parse.urlencode", "urllib.quote",
                "urlencode", "urllib.quote_plus",
            ]
            clears = ["url", "redirect", "path", "header", "command"]

            [[sanitizer]]
            call = ["re.escape", "regex.escape", "re2.escape"]
            clears = ["regex"]

            [[sanitizer]]
            call = [
                "*.mogrify", "*.escape_string", "*.literal", "*.quote_name", "*.quote_identifier",
                "psycopg2.sql.Identifier", "psycopg2.sql.Literal", "sql.Identifier", "sql.Literal", "sql.SQL",
                "psycopg2.sql.SQL", "psycopg2.extensions.quote_ident", "sqlalchemy.bindparam", "bindparam",
                "MySQLdb.escape_string", "pymysql.escape_string", "*.escape", "quote_ident",
            ]
            clears = ["sql"]

            [[sanitizer]]
            call = [
                "ldap.filter.escape_filter_chars", "escape_filter_chars", "ldap3.utils.conv.escape_filter_chars",
                "ldap.dn.escape_dn_chars",
            ]
            clears = ["ldap"]

            [[guard]]
            call = ["*.startswith", "*.is_relative_to", "os.path.commonpath", "os.path.commonprefix", "*.endswith"]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "re.match", "re.fullmatch", "re.search", "*.match", "*.fullmatch", "*.isdigit", "*.isalnum",
                "*.isnumeric", "*.isdecimal", "*.isalpha", "*.isidentifier", "isinstance", "validators.url",
                "*.is_valid", "hmac.compare_digest",
            ]
            clears = ["all"]

            [[guard]]
            call = [
                "url_has_allowed_host_and_scheme", "is_safe_url", "django.utils.http.is_safe_url", "*.is_safe_url",
                "is_url_safe", "is_allowed",
            ]
            clears = ["redirect", "url"]

            [[guard]]
            call = ["os.path.isabs", "*.is_absolute", "is_safe_path", "*.count"]
            clears = ["path"]
            """#)
}
