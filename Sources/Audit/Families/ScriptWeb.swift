extension RuleFamily {
    static let scriptWeb = RuleFamily(
        name: "script-web.toml", languages: ["javascript", "typescript"],
        text: #"""
            # Servers, pages, files, secrets and cryptography of JavaScript.
            languages = ["javascript", "typescript"]

            [[rule]]
            id = "script.path-traversal"
            title = "A path is put together from input"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            call = [
                "fs.readFile", "fs.readFileSync", "fs.writeFile", "fs.writeFileSync", "fs.createReadStream",
                "fs.createWriteStream", "fs.unlink", "fs.unlinkSync", "fs.readdir", "fs.readdirSync", "fs.stat",
                "fs.statSync", "fs.existsSync_", "fs.promises.readFile", "fs.promises.writeFile",
                "fs.promises.unlink", "fs.rm", "fs.rmSync", "fs.open", "fs.openSync", "fs.appendFile", "fs.rename",
                "fs.copyFile", "fs/promises.readFile", "fs/promises.writeFile", "fs-extra.readFile",
                "fs-extra.remove", "res.sendFile", "res.download", "*.sendFile", "res.sendfile", "readFile",
                "readFileSync", "createReadStream", "fs.mkdir", "fs.mkdirSync", "fsp.readFile", "fs.lstat",
                "fs/promises.unlink", "fs.access", "fs.exists", "writeFileSync",
            ]
            where = [{ arg = 0, value = "appended" }, { arg = 0, value = "built" }]
            message = "`..` in what is put in leads out of the folder."
            remedy = "Resolve the path and check that it begins with the folder: path.resolve(base, name).startsWith(base + path.sep)."

            [[rule]]
            id = "script.path-from-outside"
            title = "A path comes from outside"
            cwe = 22
            severity = "high"
            confidence = "high"
            kind = "path"
            unknown = "none"
            parameter = "none"
            call = [
                "fs.readFile", "fs.readFileSync", "fs.writeFile", "fs.writeFileSync", "fs.createReadStream",
                "fs.createWriteStream", "fs.unlink", "fs.unlinkSync", "fs.readdir", "fs.readdirSync",
                "fs.promises.readFile", "fs.promises.writeFile", "fs.rm", "fs.open", "fs.openSync", "res.sendFile",
                "res.download", "fs/promises.readFile",
            ]
            where = [{ arg = 0, value = "outside" }]
            message = "Whoever calls this chooses the file."
            remedy = "Take a name instead of a path (path.basename), and check where it leads."

            [[rule]]
            id = "script.path-joined"
            title = "A path is joined from a folder and input"
            cwe = 22
            severity = "high"
            confidence = "low"
            kind = "path"
            unknown = "none"
            parameter = "low"
            call = ["path.join", "path.resolve"]
            where = [{ arg = "1+", value = "tainted" }]
            message = "`..` in it leads out of the folder."
            remedy = "Resolve the path and check that it begins with the folder."

            [[rule]]
            id = "script.ssrf"
            title = "A request goes where input says"
            cwe = 918
            severity = "high"
            confidence = "high"
            kind = "url"
            unknown = "none"
            parameter = "low"
            call = [
                "axios", "axios.get", "axios.post", "axios.put", "axios.request", "fetch", "node-fetch", "request",
                "request.get", "request.post", "got", "got.get", "http.get", "https.get", "http.request",
                "https.request", "needle.get", "superagent.get", "urllib.request", "undici.request", "needle", "phin",
            ]
            where = [{ arg = 0, value = "tainted" }, { arg = 0, reads = "fixed-host", not = true }]
            message = "Whoever chooses the address reaches servers that only this machine can reach."
            remedy = "Choose the host from a list, and check what its name resolves to."

            [[rule]]
            id = "script.open-redirect"
            title = "A redirect goes where input says"
            cwe = 601
            severity = "medium"
            confidence = "high"
            kind = "redirect"
            unknown = "none"
            parameter = "low"
            call = [
                "res.redirect", "response.redirect", "ctx.redirect", "reply.redirect", "*.res.redirect",
                "NextResponse.redirect", "Response.redirect", "res.location",
            ]
            where = [{ arg = "last", value = "tainted" }, { arg = "last", reads = "fixed-host", not = true }]
            message = "A link to this site can lead to another one."
            remedy = "Redirect to paths of your own only."

            [[rule]]
            id = "script.deserialization"
            title = "Data that can run code is read"
            cwe = 502
            severity = "critical"
            confidence = "high"
            kind = "deserialize"
            unknown = "medium"
            call = [
                "node-serialize.unserialize", "serialize.unserialize", "unserialize", "funcster.deepDeserialize",
                "serialize-to-js.deserialize", "cryo.parse", "v8.deserialize_", "js-yaml.unsafeLoad",
                "yaml.unsafeLoad",
            ]
            where = [{ arg = 0, value = "dynamic" }]
            message = "Reading it runs what its writer put in."
            remedy = "Use JSON.parse()."

            [[rule]]
            id = "script.yaml-load"
            title = "YAML that can run code is read"
            cwe = 502
            severity = "medium"
            confidence = "medium"
            kind = "deserialize"
            unknown = "low"
            parameter = "medium"
            call = ["js-yaml.load", "js-yaml.loadAll", "yaml.load", "jsyaml.load"]
            where = [{ arg = 0, value = "dynamic" }, { name = "schema", value = "missing" }]
            message = "Before version 4 tags such as !!js/function make functions of what is read."
            remedy = "Use version 4, or safeLoad() and a schema without them."

            [[rule]]
            id = "script.yaml-full-schema"
            title = "YAML that can run code is read"
            cwe = 502
            severity = "high"
            confidence = "high"
            use = ["yaml.DEFAULT_FULL_SCHEMA", "js-yaml.DEFAULT_FULL_SCHEMA", "jsyaml.DEFAULT_FULL_SCHEMA"]
            message = "Tags of this schema make functions of what is read."
            remedy = "Use the safe schema."

            [[rule]]
            id = "script.xxe"
            title = "XML that may name files is read"
            cwe = 611
            severity = "high"
            confidence = "high"
            key = ["noent", "resolveExternals", "expandEntities", "externalEntities"]
            where = [{ is = ["true"] }]
            message = "Entities in it bring in local files and other servers' pages."
            remedy = "Leave entities as they are: noent: false."

            [[rule]]
            id = "script.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = ["crypto.createHash", "createHash", "crypto.createHmac", "createHmac", "*.createHash"]
            where = [{ arg = 0, is = ["md5", "sha1", "md4", "sha", "rsa-md5", "rsa-sha1", "ripemd160"] }]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use sha256, and for passwords scrypt, bcrypt or argon2."

            [[rule]]
            id = "script.weak-hash-library"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "medium"
            call = [
                "CryptoJS.MD5", "CryptoJS.SHA1", "md5", "sha1", "CryptoJS.DES.encrypt", "CryptoJS.RC4.encrypt",
                "CryptoJS.TripleDES.encrypt", "crypto-js.MD5", "crypto-js.SHA1", "forge.md.md5.create",
                "forge.md.sha1.create", "crypto-js/md5", "hex_md5", "blueimp-md5", "CryptoJS.HmacMD5",
                "CryptoJS.HmacSHA1",
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use SHA-256 or better, and for passwords scrypt, bcrypt or argon2."

            [[rule]]
            id = "script.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "crypto.createCipheriv", "createCipheriv", "crypto.createDecipheriv", "crypto.createCipher",
                "createCipher",
            ]
            where = [{ arg = 0, has = ["des", "rc4", "rc2", "-ecb", "bf-", "blowfish", "idea", "cast5"] }]
            message = "Its keys, blocks or mode are too weak for today's machines."
            remedy = "Use aes-256-gcm with a new nonce each time."

            [[rule]]
            id = "script.create-cipher"
            title = "A key made of a password by a broken hash"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = ["crypto.createCipher", "crypto.createDecipher"]
            message = "It derives the key by MD5 without a salt, and uses no vector."
            remedy = "Use scryptSync() for the key and createCipheriv()."

            [[rule]]
            id = "script.fixed-iv"
            title = "An initialization vector that never changes"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = ["crypto.createCipheriv", "createCipheriv"]
            where = [{ arg = 2, value = "constant" }]
            message = "Equal texts get equal ciphers."
            remedy = "Take crypto.randomBytes(12) for each message and send it along."

            [[rule]]
            id = "script.fixed-iv-made"
            title = "An initialization vector that never changes"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = ["Buffer.alloc", "Buffer.from"]
            used-as = ["iv", "nonce"]
            where = [{ arg = 0, value = "constant" }]
            message = "Equal texts get equal ciphers."
            remedy = "Take crypto.randomBytes(12) for each message and send it along."

            [[rule]]
            id = "script.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            key = ["modulusLength"]
            where = [{ below = 2048 }]
            message = "Keys of RSA below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "script.short-key-call"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = ["NodeRSA", "forge.pki.rsa.generateKeyPair", "crypto.createDiffieHellman", "*.generateKeyPair"]
            where = [{ arg = "any", name = ["b", "bits"], is = ["512", "768", "1024", "1536"] }]
            message = "Keys below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "script.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = ["Math.random"]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "captcha",
                "iv", "pin", "auth", "uuid", "guid", "hash", "code", "credential", "cookie", "id", "random", "unique",
                "challenge", "verification", "coupon", "string",
            ]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use crypto.randomUUID(), crypto.randomBytes() or crypto.getRandomValues()."

            [[rule]]
            id = "script.weak-random-text"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "medium"
            call = ["Math.random().toString"]
            where = [{ arg = 0, value = "present" }]
            message = "A name or token that is made so can be guessed."
            remedy = "Use crypto.randomUUID(), crypto.randomBytes() or crypto.getRandomValues()."

            [[rule]]
            id = "script.pseudo-random-bytes"
            title = "Random numbers that can be foretold"
            cwe = 338
            severity = "medium"
            confidence = "high"
            call = ["crypto.pseudoRandomBytes", "pseudoRandomBytes"]
            message = "They are not made for secrets."
            remedy = "Use crypto.randomBytes()."

            [[rule]]
            id = "script.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            key = ["rejectUnauthorized", "strictSSL", "checkServerIdentity_", "strictSsl"]
            set = ["*.rejectUnauthorized", "*.strictSSL"]
            where = [{ is = ["false", "0"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave it out; give ca: where you have an authority of your own."

            [[rule]]
            id = "script.tls-not-verified-anywhere"
            title = "Certificates are not checked"
            cwe = 295
            severity = "critical"
            confidence = "high"
            set = ["process.env.NODE_TLS_REJECT_UNAUTHORIZED", "*.NODE_TLS_REJECT_UNAUTHORIZED"]
            key = ["NODE_TLS_REJECT_UNAUTHORIZED"]
            where = [{ is = ["0", "false"] }]
            message = "No certificate is checked in the whole process."
            remedy = "Leave it out; give NODE_EXTRA_CA_CERTS where you have an authority of your own."

            [[rule]]
            id = "script.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            key = ["secureProtocol", "minVersion", "maxVersion"]
            where = [
                { is = ["SSLv2_method", "SSLv3_method", "TLSv1_method", "TLSv1_1_method", "TLSv1", "TLSv1.1", "SSLv23_method_"] },
            ]
            message = "It has holes that are known."
            remedy = "Leave it to Node, or say minVersion: 'TLSv1.2'."

            [[rule]]
            id = "script.jwt-none"
            title = "A token without a signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = [
                "jsonwebtoken.verify", "jwt.verify", "jsonwebtoken.sign", "jwt.sign", "jose.jwtVerify", "jwt.decode_",
            ]
            where = [
                { arg = "any", name = ["algorithms", "algorithm"], has = ["'none'", "\"none\"", "none"] , lacks = ["(", "."] },
            ]
            message = "With the algorithm 'none' anybody can write a token that passes."
            remedy = "Name the real algorithm alone."

            [[rule]]
            id = "script.jwt-decoded"
            title = "A token is read without its signature"
            cwe = 347
            severity = "high"
            confidence = "medium"
            call = ["jsonwebtoken.decode", "jwt.decode", "jwt-simple.decode_", "jwtDecode", "jwt_decode"]
            unless-near = ["verify", "jwtVerify"]
            where = [{ arg = 2, value = "missing" }]
            message = "Anybody can write a token that this takes."
            remedy = "Use jwt.verify() with the key and the algorithms."

            [[rule]]
            id = "script.jwt-ignore-expiry"
            title = "A token never ends"
            cwe = 613
            severity = "medium"
            confidence = "high"
            key = ["ignoreExpiration"]
            where = [{ is = ["true"] }]
            message = "A token that was stolen works for ever."
            remedy = "Leave ignoreExpiration out."

            [[rule]]
            id = "script.weak-kdf"
            title = "A key is derived in too few rounds"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = ["crypto.pbkdf2", "crypto.pbkdf2Sync", "pbkdf2Sync", "pbkdf2"]
            where = [{ arg = 2, below = 10000 }]
            message = "Guesses are cheap at this count."
            remedy = "Use 600000 rounds of SHA-256, or scrypt."

            [[rule]]
            id = "script.bcrypt-rounds"
            title = "A password is hashed in too few rounds"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = [
                "bcrypt.hash", "bcrypt.hashSync", "bcrypt.genSalt", "bcrypt.genSaltSync", "bcryptjs.hash",
                "bcryptjs.hashSync", "bcryptjs.genSaltSync",
            ]
            where = [{ arg = "any", below = 10 }]
            message = "Guesses are cheap at this count."
            remedy = "Use 12 rounds."

            [[rule]]
            id = "script.fixed-salt"
            title = "A salt that never changes"
            cwe = 760
            severity = "medium"
            confidence = "medium"
            call = [
                "crypto.pbkdf2", "crypto.pbkdf2Sync", "crypto.scrypt", "crypto.scryptSync", "scryptSync",
                "pbkdf2Sync", "bcrypt.hashSync_",
            ]
            where = [{ arg = 1, value = "text" }]
            message = "With one salt for all, one table breaks all."
            remedy = "Take crypto.randomBytes(16) for each password and store it beside the hash."

            [[rule]]
            id = "script.timing-comparison"
            title = "A secret is compared letter by letter"
            cwe = 208
            owasp = ["A02:2021", "A04:2025"]
            severity = "low"
            confidence = "low"
            check = "secret-comparison"
            message = "How long the comparison takes tells how much was right."
            remedy = "Use crypto.timingSafeEqual()."

            [[rule]]
            id = "script.cors-any-origin"
            title = "Every site may read the answers"
            cwe = 942
            severity = "medium"
            confidence = "low"
            call = ["res.setHeader", "res.header", "res.set", "response.setHeader", "*.setHeader", "*.header"]
            where = [{ arg = 0, is = ["access-control-allow-origin"] }, { arg = 1, is = ["*"] }]
            message = "With it any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "script.cors-reflected"
            title = "Every site may read the answers"
            cwe = 942
            severity = "high"
            confidence = "high"
            kind = "cors"
            parameter = "none"
            unknown = "none"
            call = ["res.setHeader", "res.header", "res.set", "response.setHeader"]
            where = [{ arg = 0, is = ["access-control-allow-origin"] }, { arg = 1, value = "outside" }]
            message = "It names whatever site asks."
            remedy = "Compare the origin with a list first."

            [[rule]]
            id = "script.cors-options"
            title = "Every site may read the answers"
            cwe = 942
            severity = "medium"
            confidence = "medium"
            call = ["cors"]
            where = [{ name = "origin", is = ["*", "true"] }]
            message = "With it any page can read what its visitor may see here."
            remedy = "Name the sites that may."

            [[rule]]
            id = "script.cookie-flags"
            title = "A cookie without its protections"
            cwe = 614
            severity = "low"
            confidence = "medium"
            key = ["secure", "httpOnly"]
            where = [{ is = ["false"] }]
            text-has = ["cookie", "session"]
            message = "The cookie travels without encryption, or scripts can read it."
            remedy = "Set secure, httpOnly and sameSite."

            [[rule]]
            id = "script.post-message-any"
            title = "A message is sent to whoever holds the window"
            cwe = 345
            severity = "medium"
            confidence = "high"
            call = ["*.postMessage"]
            where = [{ arg = 1, is = ["*"] }]
            message = "If the window shows another site by then, that site reads it."
            remedy = "Name the origin that is meant."

            [[rule]]
            id = "script.message-origin"
            title = "Messages are taken from any window"
            cwe = 345
            severity = "medium"
            confidence = "medium"
            call = ["window.addEventListener", "addEventListener", "self.addEventListener_"]
            where = [{ arg = 0, is = ["message"] }, { arg = 1, has = ["origin"], not = true }]
            unless-near = ["origin"]
            message = "Nothing asks who sent it."
            remedy = "Compare event.origin with the site that is meant."

            [[rule]]
            id = "script.buffer-unset"
            title = "Memory is handed out as it was left"
            cwe = 908
            owasp = ["A04:2021", "A06:2025"]
            severity = "low"
            confidence = "medium"
            call = ["Buffer", "Buffer.allocUnsafe", "Buffer.allocUnsafeSlow"]
            where = [{ arg = 0, value = "text", not = true }]
            message = "What was in it before can leak."
            remedy = "Use Buffer.alloc() or Buffer.from()."

            [[rule]]
            id = "script.regex-from-outside"
            title = "A regular expression comes from outside"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            kind = "regex"
            parameter = "low"
            unknown = "low"
            call = ["RegExp"]
            where = [{ arg = 0, value = "dynamic" }]
            message = "A pattern can be written that takes years to fail."
            remedy = "Escape it where words are meant."

            [[rule]]
            id = "script.slow-regex-text"
            title = "A regular expression that can take years"
            cwe = 1333
            owasp = ["A04:2021", "A06:2025"]
            severity = "medium"
            confidence = "medium"
            call = ["RegExp"]
            where = [{ arg = 0, reads = "slow-regex" }]
            message = "What is repeated holds what is repeated, so a text that nearly fits is tried in very many ways."
            remedy = "Write it so that each character can be taken in one way only, or bound the length of the text."

            [[rule]]
            id = "script.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            call = [
                "fs.chmod", "fs.chmodSync", "fs.mkdir", "fs.mkdirSync", "fs.promises.chmod", "fs.writeFile",
                "fs.writeFileSync", "fs.open", "fs.openSync", "fs.fchmod", "fs.fchmodSync",
            ]
            where = [{ arg = "1+", name = ["mode"], reads = "wide-mode" }]
            message = "The last figure of the mode lets all users of the machine write."
            remedy = "Give 0o600 for files and 0o700 for folders, or what the group needs."

            [[rule]]
            id = "script.temporary-path"
            title = "A temporary file has a name that can be guessed"
            cwe = 377
            severity = "low"
            confidence = "medium"
            call = [
                "fs.writeFile", "fs.writeFileSync", "fs.createWriteStream", "fs.mkdirSync", "fs.mkdir", "fs.openSync",
                "fs.open",
            ]
            where = [{ arg = 0, reads = "temporary" }]
            message = "Everybody may write to this folder, and put a file or link of this name there first."
            remedy = "Use fs.mkdtemp()."

            [[rule]]
            id = "script.stack-trace-shown"
            title = "A visitor sees how the program failed"
            cwe = 209
            severity = "low"
            confidence = "medium"
            call = [
                "res.send", "res.json", "res.end", "res.status().send", "res.status().json", "response.send",
                "response.end",
            ]
            where = [{ arg = "any", has = [".stack"] }]
            message = "Paths, versions and values in it help an attacker."
            remedy = "Log it, and answer with a number to find it by."

            [[rule]]
            id = "script.plain-http-server"
            title = "A server without encryption"
            cwe = 319
            severity = "low"
            confidence = "low"
            class = "hygiene"
            call = ["http.createServer"]
            message = "What it sends can be read on the way."
            remedy = "Put TLS before it."

            [[rule]]
            id = "script.hidden-error"
            title = "Every error is passed over"
            cwe = 703
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            check = "swallowed-error"
            message = "Nobody learns that it failed."
            remedy = "Say what happens then, or let it go on."

            [[rule]]
            id = "script.electron-node"
            title = "A page of Electron may run programs"
            cwe = 693
            severity = "medium"
            confidence = "high"
            key = ["nodeIntegration", "enableRemoteModule"]
            where = [{ is = ["true"] }]
            message = "A script that gets into the page reaches Node."
            remedy = "Leave it off, and use a preload script."

            [[rule]]
            id = "script.electron-isolation"
            title = "A page of Electron shares its world"
            cwe = 693
            severity = "medium"
            confidence = "high"
            key = ["contextIsolation", "webSecurity"]
            where = [{ is = ["false"] }]
            message = "A script that gets into the page reaches what the preload script has."
            remedy = "Leave it on."

            [[rule]]
            id = "script.graphql-introspection"
            title = "Debugging tools are open to visitors"
            cwe = 489
            owasp = ["A05:2021", "A02:2025"]
            severity = "low"
            confidence = "low"
            class = "hygiene"
            key = ["introspection", "playground"]
            where = [{ is = ["true"] }]
            message = "They tell everybody what can be asked."
            remedy = "Turn them off in production."

            [[rule]]
            id = "script.blank-target"
            title = "A page of others gets hold of this one"
            cwe = 1022
            owasp = ["A05:2021", "A02:2025"]
            severity = "low"
            confidence = "medium"
            check = "blank-target"
            message = "In older browsers the page that opens can lead this one elsewhere, and it learns the address of this one."
            remedy = "Add rel=\"noopener noreferrer\"."

            [[rule]]
            id = "script.host-part"
            title = "A host is compared by its end or by a part of it"
            cwe = 20
            severity = "medium"
            confidence = "medium"
            call = [
                "*.hostname.endsWith", "*.host.endsWith", "*.hostname.includes", "*.host.includes",
                "*.origin.includes", "*.hostname.indexOf", "*.origin.indexOf", "*.origin.startsWith",
                "*.hostname.startsWith", "*.origin.endsWith",
            ]
            where = [{ arg = 0, has = ["^.", "\".", "'.", "`."], not = true }]
            message = "evil-example.com ends in example.com, too, and example.com.evil.org begins with it."
            remedy = "Compare the whole host, or its end with a dot before it."

            [[rule]]
            id = "script.log-entry"
            title = "A line of a log is put together from a parameter"
            cwe = 117
            severity = "low"
            confidence = "low"
            kind = "log"
            return = true
            unknown = "none"
            near-names = ["log"]
            where = [{ value = "tainted" }, { value = "built" }]
            message = "A line break in it makes two lines of one."
            remedy = "Take line breaks out: value.replace(/[\\r\\n]/g, '')."
            """#)
}
