extension RuleFamily {
    static let rubyAll = RuleFamily(
        name: "ruby-all.toml", languages: ["ruby"],
        text: #"""
            # Ruby and Rails.
            languages = ["ruby"]

            carries = [
                "String", "Array", "Hash", "*.to_s", "*.to_str", "*.strip", "*.chomp", "*.chop", "*.downcase",
                "*.upcase", "*.capitalize", "*.split", "*.sub", "*.gsub", "*.tr", "*.dup", "*.clone", "*.freeze",
                "*.fetch", "*.dig", "*.permit", "*.require", "*.to_h", "*.to_unsafe_h", "*.values", "*.first",
                "*.last", "*.read", "*.force_encoding", "*.encode", "*.unpack", "*.reverse", "*.squish", "*.presence",
                "*.inspect", "Base64.*", "CGI.unescape", "URI.decode", "URI.unescape", "JSON.parse",
                "File.expand_path", "*.lines", "*.tap", "*.try", "*.slice", "*.delete", "*.map", "*.select",
                "*.compact", "*.flatten", "*.body", "URI.parse", "*.to_sym", "Pathname.new", "StringIO.new", "*.each",
                "*.get",
            ]
            builds = ["*.join", "*.concat", "File.join", "format", "sprintf", "*.prepend", "*.insert", "*.%"]

            [[source]]
            what = "what the request brings"
            use = [
                "params", "cookies", "request.params", "request.query_string", "request.body", "request.headers",
                "request.env", "request.referer", "request.GET", "request.POST", "request.url", "request.path",
                "request.user_agent", "request.cookies", "controller.params", "request.referrer",
            ]
            call = ["params", "request.GET", "request.POST", "env.fetch_", "request.raw_post"]

            [[source]]
            what = "the command line"
            use = ["ARGV"]
            clears = ["path", "log", "url", "redirect", "header"]

            [[source]]
            what = "what is typed in"
            call = ["gets", "STDIN.read", "STDIN.gets", "$stdin.read", "$stdin.gets", "ARGF.read"]
            use = ["gets"]

            [[source]]
            what = "what comes over the network"
            call = ["*.recv", "Net.HTTP.get", "URI.open", "HTTParty.get", "RestClient.get"]

            [[sanitizer]]
            call = [
                "*.to_i", "*.to_f", "Integer", "Float", "*.length", "*.size", "*.count", "*.to_d", "*.nil?",
                "*.empty?", "*.present?", "*.blank?", "*.include?", "*.any?", "*.hexdigest", "*.to_date", "*.exists?",
                "*.to_time", "Date.parse", "Time.parse", "*.start_with?", "*.key?", "*.parameterize", "*.is_a?",
                "*.constantize_", "*.is_integer?",
            ]

            [[sanitizer]]
            call = [
                "h", "html_escape", "ERB.Util.html_escape", "CGI.escapeHTML", "CGI.escape_html",
                "Rack.Utils.escape_html", "sanitize", "strip_tags", "escape_once", "j", "escape_javascript",
                "ERB.Util.h", "Sanitize.clean", "Sanitize.fragment", "simple_format_", "json_escape", "link_to",
                "content_tag", "image_tag", "url_encode", "CGI.escape", "ERB.Util.url_encode", "*.html_escape",
                "*.escape_html", "Loofah.fragment", "*.sanitize",
            ]
            clears = ["html"]

            [[sanitizer]]
            call = [
                "Shellwords.escape", "Shellwords.shellescape", "*.shellescape", "Shellwords.join",
                "Shellwords.shelljoin", "shellescape", "*.shelljoin",
            ]
            clears = ["command"]

            [[sanitizer]]
            call = [
                "*.quote", "*.sanitize_sql", "sanitize_sql", "sanitize_sql_array", "sanitize_sql_for_conditions",
                "sanitize_sql_like", "*.quote_column_name", "*.quote_table_name", "quote",
                "ActiveRecord.Base.connection.quote", "*.escape", "*.escape_string", "*.sanitize_sql_array",
                "*.escape_literal", "*.escape_identifier", "Arel.sql_", "quote_value", "quoted_table_name",
                "*.quoted_table_name", "quote_string", "*.quote_string", "connection.quote", "*.send_sanitize",
                "sanitize_sql_for_order", "*.table_name", "*.to_sql", "*.primary_key", "*.column_name",
            ]
            clears = ["sql"]

            [[sanitizer]]
            call = ["File.basename", "*.basename", "*.sanitized", "*.to_filename", "ActiveStorage.Filename.new"]
            clears = ["path"]

            [[sanitizer]]
            call = [
                "CGI.escape", "URI.encode_www_form_component", "ERB.Util.url_encode", "URI.encode_www_form",
                "*.to_query", "url_for", "u",
            ]
            clears = ["url", "redirect", "path", "header", "command"]

            [[sanitizer]]
            call = ["Regexp.escape", "Regexp.quote"]
            clears = ["regex"]

            [[guard]]
            call = ["*.start_with?", "*.fnmatch", "*.absolute?", "*.end_with?"]
            clears = ["path", "url", "redirect"]

            [[guard]]
            call = [
                "*.include?", "*.match?", "*.match", "*.key?", "*.in?", "*.member?", "*.valid?", "*.has_key?",
                "*.is_a?", "*.any?",
            ]
            clears = ["all"]

            [[rule]]
            id = "ruby.sql-built"
            title = "A statement of SQL is put together from text"
            cwe = 89
            severity = "high"
            kind = "sql"
            built-text = true
            unknown = "medium"
            where = [{ value = "built", reads = "sql" }]
            message = "This SQL is put together from parts; what is put in can change what it does."
            remedy = "Give the values apart: where('name = ?', name), or exec_params."

            [[rule]]
            id = "ruby.sql-injection"
            title = "A condition of a query is put together from text"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            call = [
                "*.where", "*.find_by_sql", "*.execute", "*.exec_query", "*.select_all", "*.select_value",
                "*.select_values", "*.select_rows", "*.exec", "*.query", "*.order", "*.group", "*.having", "*.joins",
                "*.pluck_", "*.from", "*.count_by_sql", "*.update_all", "*.delete_all", "*.exists?", "*.calculate",
                "*.reorder", "*.select_one", "*.find_by", "*.destroy_all", "*.lock", "*.raw_sql", "where", "execute",
                "order", "*.conditions", "find_by_sql", "*.and", "*.where_sql", "*.prepare", "select_values",
            ]
            where = [{ arg = 0, value = "built" }]
            message = "What is put into the text can change what the query does."
            remedy = "Give the values apart: where('name = ?', name), or where(name: name)."

            [[rule]]
            id = "ruby.sql-conditions"
            title = "A condition of a query is put together from text"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "medium"
            key = ["conditions", "order", "joins", "group", "having"]
            where = [{ value = "built" }]
            message = "What is put into the text can change what the query does."
            remedy = "Give the values apart: ['name = ?', name]."

            [[rule]]
            id = "ruby.sql-from-outside"
            title = "A part of a query comes from outside"
            cwe = 89
            severity = "high"
            confidence = "high"
            kind = "sql"
            unknown = "none"
            parameter = "none"
            call = [
                "*.order", "*.reorder", "*.find_by_sql", "*.execute", "*.group", "*.having", "*.joins", "*.select",
                "*.from", "*.exec_query", "Arel.sql",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "Whoever calls this writes a part of the statement."
            remedy = "Choose from a list of columns."

            [[rule]]
            id = "ruby.command-injection"
            title = "A command for the shell is put together from text"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "medium"
            call = [
                "system", "exec", "spawn", "Kernel.system", "Kernel.exec", "Kernel.spawn", "IO.popen",
                "Open3.capture2", "Open3.capture2e", "Open3.capture3", "Open3.popen3", "Open3.popen2",
                "Open3.popen2e", "backticks", "Process.spawn", "PTY.spawn", "POSIX.Spawn.spawn", "Open3.pipeline",
                "%x", "syscall", "popen", "sh", "run_command_", "Cocaine.CommandLine.new_",
            ]
            where = [{ arg = 0, value = "built" }]
            message = "A shell reads this text, and takes what is put into it for commands."
            remedy = "Give the program and its arguments apart: system('ls', path); or Shellwords.escape each part."

            [[rule]]
            id = "ruby.command-chosen"
            title = "Input is run as a command"
            cwe = 78
            severity = "critical"
            confidence = "high"
            kind = "command"
            unknown = "none"
            call = [
                "system", "exec", "spawn", "Kernel.system", "IO.popen", "Open3.capture2", "Open3.capture3",
                "Open3.popen3", "Process.spawn",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 1, value = "missing" }]
            message = "A shell reads this text as commands."
            remedy = "Give the program and its arguments apart."

            [[rule]]
            id = "ruby.command-open"
            title = "A path that begins with a pipe is run as a command"
            cwe = 78
            severity = "high"
            confidence = "high"
            kind = "command"
            unknown = "low"
            call = [
                "open", "Kernel.open", "IO.read", "IO.readlines", "IO.binread", "IO.foreach", "IO.write", "URI.open",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            parameter = "medium"
            message = "open('| command') runs the command."
            remedy = "Use File.open() for files, and URI.parse(address).open for addresses."

            [[rule]]
            id = "ruby.command-from-parts"
            title = "A command line is put together from text"
            cwe = 78
            severity = "high"
            kind = "command"
            unknown = "medium"
            call-words = ["system", "ssh", "shell", "cmd", "command", "sh", "popen", "run"]
            call = []
            where = [{ arg = 0, value = "built", reads = "command" }]
            message = "The parts of this command line are joined to one text, so that one of them can end it and begin another."
            remedy = "Hand the parts on as a list, and let no shell read them."

            [[rule]]
            id = "ruby.command-built"
            title = "A command line is put together from text"
            cwe = 78
            severity = "high"
            confidence = "medium"
            kind = "command"
            unknown = "medium"
            built-text = true
            used-as = ["cmd", "command", "cmdline", "cmds", "commands"]
            where = [{ value = "built", reads = "command" }]
            message = "The parts of this command line are joined to one text, so that one of them can end it and begin another."
            remedy = "Keep the parts in a list, and let no shell read them; where one must, Shellwords.escape each."

            [[rule]]
            id = "ruby.code-injection"
            title = "Text is run as a program"
            cwe = 95
            severity = "critical"
            confidence = "high"
            kind = "code"
            unknown = "medium"
            call = [
                "eval", "instance_eval", "class_eval", "module_eval", "*.instance_eval", "*.class_eval",
                "*.module_eval", "Kernel.eval", "*.eval", "binding.eval", "RubyVM.InstructionSequence.compile",
            ]
            where = [{ arg = 0, value = "suspect", lacks = ["^&"] }]
            message = "What this text says is done, whatever it says."
            remedy = "Use public_send with a name from a list, or a table of procs."

            [[rule]]
            id = "ruby.method-chosen"
            title = "Input chooses a method or class"
            cwe = 470
            severity = "high"
            confidence = "high"
            kind = "code"
            unknown = "none"
            parameter = "none"
            call = [
                "*.send", "*.public_send", "*.__send__", "send", "*.constantize", "*.safe_constantize",
                "Object.const_get", "*.const_get", "*.try", "*.method", "*.classify",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "Any method or class can be named."
            remedy = "Choose from a list."

            [[rule]]
            id = "ruby.constantize"
            title = "Input chooses a class"
            cwe = 470
            severity = "high"
            confidence = "medium"
            kind = "code"
            unknown = "none"
            parameter = "low"
            call = ["*.constantize", "*.safe_constantize"]
            where = [{ arg = "receiver", value = "tainted" }]
            message = "Any class can be named."
            remedy = "Choose from a list."

            [[rule]]
            id = "ruby.yaml-load"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            kind = "deserialize"
            unknown = "medium"
            parameter = "medium"
            call = [
                "YAML.load", "Psych.load", "YAML.load_stream", "YAML.unsafe_load", "Psych.unsafe_load",
                "YAML.load_documents", "Syck.load", "YAML.parse_",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Tags in it make objects of any class, which can run code."
            remedy = "Use YAML.safe_load(text, permitted_classes: [...])."

            [[rule]]
            id = "ruby.yaml-load-file"
            title = "A file that can make any object is read"
            cwe = 502
            severity = "medium"
            confidence = "medium"
            kind = "deserialize"
            unknown = "low"
            parameter = "low"
            call = ["YAML.load_file", "Psych.load_file", "YAML.unsafe_load_file"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Before Psych 4 tags in it make objects of any class, which can run code."
            remedy = "Use YAML.safe_load_file(path, permitted_classes: [...])."

            [[rule]]
            id = "ruby.marshal-load"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            kind = "deserialize"
            unknown = "medium"
            call = ["Marshal.load", "Marshal.restore", "Oj.object_load", "Oj.load", "CSV.load_", "Ox.parse_obj"]
            where = [{ arg = 0, value = "dynamic" }, { name = "mode", value = "missing" }]
            message = "It makes objects of any class, which can run code."
            remedy = "Use JSON."

            [[rule]]
            id = "ruby.json-load"
            title = "JSON that can make objects is read"
            cwe = 502
            severity = "medium"
            confidence = "medium"
            kind = "deserialize"
            unknown = "low"
            parameter = "low"
            call = ["JSON.load", "JSON.restore", "MultiJson.load_"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Unlike parse, load makes objects where the text says so in old versions."
            remedy = "Use JSON.parse()."

            [[rule]]
            id = "ruby.yaml-reference"
            title = "Data that can make any object is read"
            cwe = 502
            severity = "medium"
            confidence = "low"
            key = ["serializer", "coder"]
            where = [{ is = ["Marshal", "YAML", ":marshal", ":yaml"] }]
            message = "Who can write it can run code."
            remedy = "Use JSON."

            [[rule]]
            id = "ruby.xss-marked-safe"
            title = "Text is called safe without being made so"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "low"
            call = ["raw", "*.html_safe", "html_safe", "ActiveSupport.SafeBuffer.new", "*.safe_concat"]
            where = [{ arg = "any", value = "suspect" }]
            message = "No template escapes it any more."
            remedy = "Leave it out, or use sanitize()."

            [[rule]]
            id = "ruby.html-safe"
            title = "Text is called safe without being made so"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            unknown = "medium"
            call = ["*.html_safe"]
            where = [{ arg = "receiver", value = "suspect" }]
            message = "No template escapes it any more."
            remedy = "Leave html_safe out, or build it by content_tag and safe_join."

            [[rule]]
            id = "ruby.xss-render"
            title = "A response shows input as it came"
            cwe = 79
            severity = "high"
            confidence = "high"
            kind = "html"
            unknown = "none"
            parameter = "low"
            call = ["render"]
            where = [{ name = ["inline", "html", "text", "body"], value = "tainted" }]
            message = "Markup or code in what was sent becomes part of the page."
            remedy = "Render a template, or plain:."

            [[rule]]
            id = "ruby.html-built"
            title = "Markup is put together from text"
            cwe = 79
            severity = "high"
            confidence = "medium"
            kind = "html"
            built-text = true
            unknown = "low"
            where = [{ value = "built", reads = "html" }]
            message = "Markup in what is put in becomes part of the page."
            remedy = "Build it by content_tag, or escape each value by ERB::Util.html_escape."

            [[rule]]
            id = "ruby.path-traversal"
            title = "A path is put together from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = [
                "File.open", "File.read", "File.new", "File.write", "File.readlines", "IO.read", "File.delete",
                "FileUtils.rm_rf", "FileUtils.rm", "FileUtils.cp", "FileUtils.mv", "send_file", "File.binread",
                "Dir.glob", "Dir.entries", "File.exist?_", "Dir.mkdir", "FileUtils.mkdir_p", "File.unlink", "load",
                "require", "Dir.open", "File.foreach", "File.rename", "render_file",
            ]
            where = [{ arg = 0, value = "appended" }, { arg = 0, value = "built" }]
            message = "`..` in what is put in leads out of the folder."
            remedy = "Expand the path and check that it begins with the folder."

            [[rule]]
            id = "ruby.path-from-outside"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "File.open", "File.read", "File.new", "File.write", "File.readlines", "IO.read", "File.delete",
                "FileUtils.rm_rf", "FileUtils.rm", "send_file", "File.binread", "Dir.glob", "load", "require",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "Whoever calls this chooses the file."
            remedy = "Take a name instead of a path (File.basename), and check where it leads."

            [[rule]]
            id = "ruby.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            parameter = "low"
            call = [
                "Net.HTTP.get", "Net.HTTP.get_response", "Net.HTTP.post_form", "HTTParty.get", "HTTParty.post",
                "RestClient.get", "RestClient.post", "URI.open", "Faraday.get", "Faraday.new", "Typhoeus.get",
                "Excon.get", "open-uri", "Net.HTTP.start", "Net.HTTP.new", "Curl.get",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list."

            [[rule]]
            id = "ruby.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "low"
            call = ["redirect_to", "redirect"]
            where = [
                { arg = 0, value = "tainted" },
                { arg = 0, reads = "fixed-host", not = true },
                { name = "allow_other_host", is = ["false"], not = true },
            ]
            message = "A link to this site can lead to another one."
            remedy = "Redirect to paths of your own only."

            [[rule]]
            id = "ruby.mass-assignment"
            title = "A record takes every field that is sent"
            cwe = 915
            severity = "medium"
            confidence = "high"
            call = ["*.permit!", "*.to_unsafe_h", "*.attr_protected_"]
            message = "Fields that no form shows can be set, too."
            remedy = "Name the fields: permit(:name, :email)."

            [[rule]]
            id = "ruby.csrf-off"
            title = "A form takes requests that other sites send"
            cwe = 352
            severity = "medium"
            confidence = "medium"
            call = ["skip_before_action", "skip_before_filter", "skip_forgery_protection"]
            where = [{ arg = 0, is = [":verify_authenticity_token", "verify_authenticity_token"] }]
            message = "Another site can send these requests in the name of whoever is logged in."
            remedy = "Leave the check on, or limit it: only: [:webhook]."

            [[rule]]
            id = "ruby.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "Digest.MD5.hexdigest", "Digest.MD5.digest", "Digest.MD5.new", "Digest.SHA1.hexdigest",
                "Digest.SHA1.digest", "Digest.SHA1.new", "Digest.MD5.base64digest", "OpenSSL.Digest.MD5.new",
                "OpenSSL.Digest.SHA1.new", "Digest.MD5.file", "Digest.SHA1.base64digest", "Digest.SHA1.file",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA256, and for passwords bcrypt."

            [[rule]]
            id = "ruby.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "OpenSSL.Cipher.new", "OpenSSL.Cipher.Cipher.new", "OpenSSL.Digest.new", "OpenSSL.HMAC.hexdigest",
                "OpenSSL.Digest.Digest.new", "OpenSSL.HMAC.digest",
            ]
            where = [{ arg = 0, has = ["des", "rc4", "ecb", "md5", "sha1", "bf-", "rc2"] }]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use aes-256-gcm, and SHA256 for digests."

            [[rule]]
            id = "ruby.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = [
                "OpenSSL.PKey.RSA.new", "OpenSSL.PKey.RSA.generate", "OpenSSL.PKey.DSA.new",
                "OpenSSL.PKey.DSA.generate",
            ]
            where = [{ arg = 0, below = 2048 }]
            message = "Keys of RSA below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "ruby.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = ["rand", "Kernel.rand", "Random.rand", "Random.new", "srand", "*.sample", "*.shuffle"]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "iv",
                "pin", "auth", "code", "uuid", "hash",
            ]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use SecureRandom."

            [[rule]]
            id = "ruby.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            use = ["OpenSSL.SSL.VERIFY_NONE"]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Use VERIFY_PEER."

            [[rule]]
            id = "ruby.tls-option"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            key = ["verify_ssl", "ssl_verify", "verify", "verify_peer"]
            set = ["*.verify_ssl"]
            where = [{ is = ["false"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "ruby.jwt-none"
            title = "A token is read without its signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = ["JWT.decode"]
            where = [{ arg = 2, is = ["false"] }]
            message = "Anybody can write a token that passes."
            remedy = "Give true and the algorithm."

            [[rule]]
            id = "ruby.regex-anchors"
            title = "A check that a second line passes by"
            cwe = 20
            severity = "medium"
            confidence = "medium"
            key = ["with", "format"]
            where = [{ has = ["/^"] , lacks = ["multiline: true"] }]
            message = "^ and $ stand for lines: text with a line break passes when one of its lines does."
            remedy = "Use \\\\A and \\\\z."

            [[rule]]
            id = "ruby.regex-from-outside"
            title = "A regular expression comes from outside"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "regex"
            parameter = "low"
            unknown = "none"
            call = ["Regexp.new", "Regexp.compile"]
            where = [{ arg = 0, value = "outside" }]
            message = "A pattern can be written that takes years to fail."
            remedy = "Regexp.escape it where words are meant."

            [[rule]]
            id = "ruby.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = ["File.chmod", "FileUtils.chmod", "*.chmod", "Dir.mkdir", "FileUtils.mkdir_p", "FileUtils.chmod_R"]
            where = [{ arg = "any", name = ["mode"], reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0600 for files and 0700 for folders."

            [[rule]]
            id = "ruby.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "medium"
            confidence = "medium"
            call = ["File.open", "File.new", "File.write", "FileUtils.mkdir_p", "Dir.mkdir"]
            where = [{ arg = 0, reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use Tempfile or Dir.mktmpdir."

            [[rule]]
            id = "ruby.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            use = [
                "Nokogiri.XML.ParseOptions.NOENT", "Nokogiri.XML.ParseOptions.DTDLOAD",
                "LibXML.XML.Parser.Options.NOENT", "XML.Parser.Options.NOENT",
            ]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave the options of Nokogiri as they are."

            [[rule]]
            id = "ruby.log-injection"
            title = "A log takes lines from outside"
            cwe = 117
            severity = "low"
            confidence = "low"
            kind = "log"
            parameter = "none"
            unknown = "none"
            call = [
                "Rails.logger.info", "Rails.logger.error", "logger.info", "logger.error", "logger.debug",
                "Rails.logger.debug",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "A line break in it lets the caller write lines of the log."
            remedy = "Write value.inspect."

            [[rule]]
            id = "ruby.http-auth"
            title = "A password stands in the code"
            cwe = 798
            severity = "high"
            confidence = "high"
            call = ["http_basic_authenticate_with"]
            where = [{ name = "password", value = "text" }]
            message = "Whoever reads the code, now or in its history, has it."
            remedy = "Take it from the environment or the credentials."
            """#)
}
