extension RuleFamily {
    static let pythonCrypto = RuleFamily(
        name: "python-crypto.toml", languages: ["python"],
        text: #"""
            # Hashes, ciphers, keys, random numbers, certificates, tokens.
            languages = ["python"]

            [[rule]]
            id = "python.weak-hash"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = [
                "hashlib.md5", "hashlib.sha1", "md5.new", "md5.md5", "sha.new", "Crypto.Hash.MD5.new",
                "Crypto.Hash.MD4.new", "Crypto.Hash.MD2.new", "Crypto.Hash.SHA.new", "Crypto.Hash.SHA1.new",
                "Cryptodome.Hash.MD5.new", "cryptography.hazmat.primitives.hashes.MD5",
                "cryptography.hazmat.primitives.hashes.SHA1", "hashes.MD5", "hashes.SHA1", "MD5.new", "SHA.new",
                "SHA1.new", "md5", "sha1",
            ]
            where = [{ name = "usedforsecurity", is = ["false"], not = true }]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use sha256, for passwords scrypt or argon2; where it protects nothing say usedforsecurity=False."

            [[rule]]
            id = "python.weak-hash-by-name"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "high"
            call = ["hashlib.new", "hmac.new", "hmac.HMAC", "hashlib.pbkdf2_hmac", "hmac.digest"]
            where = [
                { arg = "any", name = ["digestmod", "name", "digest", "hash_name"], is = ["md5", "sha1", "md4", "hashlib.md5", "hashlib.sha1", "sha", "ripemd160"] },
                { name = "usedforsecurity", is = ["false"], not = true },
            ]
            message = "Two texts with the same hash can be made at will."
            remedy = "Name sha256 or better."

            [[rule]]
            id = "python.weak-hash-reference"
            title = "A hash that is broken"
            cwe = 327
            severity = "medium"
            confidence = "medium"
            use = ["hashlib.md5", "hashlib.sha1"]
            message = "Two texts with the same hash can be made at will."
            remedy = "Use hashlib.sha256."
            unless-near = ["usedforsecurity"]

            [[rule]]
            id = "python.hmac-without-digest"
            title = "A code of a message by MD5"
            cwe = 327
            severity = "medium"
            confidence = "medium"
            call = ["hmac.new"]
            where = [{ arg = 2, name = ["digestmod"], value = "missing" }]
            message = "Without digestmod older versions take MD5, and newer ones fail."
            remedy = "Give digestmod='sha256'."

            [[rule]]
            id = "python.password-hash"
            title = "A password is hashed by a fast hash"
            cwe = 916
            severity = "medium"
            confidence = "low"
            call = ["hashlib.sha256", "hashlib.sha512", "hashlib.sha224", "hashlib.sha384"]
            where = [{ arg = 0, has = ["password", "passwd", "pwd"] }]
            message = "Billions of guesses a second can be tried against it."
            remedy = "Use hashlib.scrypt(), bcrypt or argon2, which are slow by design."

            [[rule]]
            id = "python.weak-cipher"
            title = "A cipher that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            call = [
                "Crypto.Cipher.DES.new", "Crypto.Cipher.DES3.new", "Crypto.Cipher.ARC4.new", "Crypto.Cipher.ARC2.new",
                "Crypto.Cipher.Blowfish.new", "Crypto.Cipher.XOR.new", "Cryptodome.Cipher.DES.new",
                "Cryptodome.Cipher.ARC4.new", "DES.new", "DES3.new", "ARC4.new", "ARC2.new", "Blowfish.new",
                "pyDes.des", "algorithms.ARC4", "algorithms.Blowfish", "algorithms.TripleDES", "algorithms.IDEA",
                "algorithms.CAST5", "cryptography.hazmat.primitives.ciphers.algorithms.ARC4",
                "cryptography.hazmat.primitives.ciphers.algorithms.TripleDES",
                "cryptography.hazmat.primitives.ciphers.algorithms.Blowfish",
            ]
            message = "Its keys or blocks are too short for today's machines."
            remedy = "Use AES in GCM mode, or ChaCha20-Poly1305 (cryptography's AESGCM)."

            [[rule]]
            id = "python.ecb-mode"
            title = "Equal blocks are encrypted to equal blocks"
            cwe = 327
            severity = "high"
            confidence = "high"
            use = [
                "AES.MODE_ECB", "DES.MODE_ECB", "DES3.MODE_ECB", "modes.ECB", "Blowfish.MODE_ECB",
                "cryptography.hazmat.primitives.ciphers.modes.ECB", "*.MODE_ECB",
            ]
            message = "Patterns of the text stay visible in ECB mode."
            remedy = "Use GCM with a new nonce each time."

            [[rule]]
            id = "python.fixed-iv"
            title = "An initialization vector that never changes"
            cwe = 329
            severity = "medium"
            confidence = "medium"
            call = [
                "modes.CBC", "modes.GCM", "modes.CTR", "modes.CFB", "modes.OFB", "AES.new", "Crypto.Cipher.AES.new",
                "DES.new", "cryptography.hazmat.primitives.ciphers.modes.CBC", "Cryptodome.Cipher.AES.new",
            ]
            where = [{ arg = "any", name = ["iv", "IV", "nonce", "initialization_vector"], value = "text" }]
            message = "Equal texts get equal ciphers when the vector or key is a literal."
            remedy = "Take os.urandom(16) for each message and send it along."

            [[rule]]
            id = "python.short-key"
            title = "A key that is too short"
            cwe = 326
            severity = "high"
            confidence = "high"
            call = [
                "RSA.generate", "Crypto.PublicKey.RSA.generate", "Cryptodome.PublicKey.RSA.generate", "DSA.generate",
                "Crypto.PublicKey.DSA.generate", "rsa.generate_private_key", "dsa.generate_private_key",
                "rsa.newkeys", "cryptography.hazmat.primitives.asymmetric.rsa.generate_private_key",
                "cryptography.hazmat.primitives.asymmetric.dsa.generate_private_key",
            ]
            where = [
                { arg = "any", name = ["key_size", "bits"], below = 2048, lacks = ["65537"] },
                { arg = "any", name = ["key_size", "bits"], is = ["1024", "512", "768", "1536", "1023", "2047"] },
            ]
            message = "Keys of RSA and DSA below 2048 bits can be broken."
            remedy = "Take 3072 bits, or an elliptic curve."

            [[rule]]
            id = "python.weak-random"
            title = "Random numbers that can be foretold"
            cwe = 330
            severity = "medium"
            confidence = "medium"
            call = [
                "random.random", "random.randint", "randint", "randrange", "getrandbits", "random.choice",
                "random.randrange", "random.getrandbits", "random.uniform", "random.sample", "random.choices",
                "random.shuffle", "random.Random", "numpy.random.randint", "random.randbytes",
            ]
            near-names = [
                "token", "password", "passwd", "secret", "key", "salt", "nonce", "otp", "session", "csrf", "captcha",
                "iv", "pin", "auth", "code", "uuid", "hash", "login", "credential", "cookie", "verification",
                "api_key", "coupon", "challenge",
            ]
            message = "Who sees some of its numbers knows the next ones."
            remedy = "Use secrets.token_hex(), secrets.choice() or random.SystemRandom()."

            [[rule]]
            id = "python.tls-not-verified"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = [
                "requests.*", "httpx.*", "*.get", "*.post", "*.put", "*.request", "*.delete", "*.patch", "*.head",
                "requests.Session().get", "*.AsyncClient", "*.Client",
            ]
            where = [{ name = "verify", is = ["false"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave verify=False out; give the path of your own authority's certificate where you have one."

            [[rule]]
            id = "python.tls-context"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            use = ["ssl._create_unverified_context", "ssl.CERT_NONE", "ssl._create_stdlib_context"]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Use ssl.create_default_context()."

            [[rule]]
            id = "python.tls-attribute"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            set = ["*.verify", "*.check_hostname", "verify", "*.verify_ssl"]
            key = ["verify_ssl", "ssl_verify", "validate_certs", "check_hostname", "validate_cert"]
            where = [{ is = ["false"] }]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."

            [[rule]]
            id = "python.tls-version"
            title = "A version of TLS that is broken"
            cwe = 327
            severity = "high"
            confidence = "high"
            use = [
                "ssl.PROTOCOL_SSLv2", "ssl.PROTOCOL_SSLv3", "ssl.PROTOCOL_SSLv23_", "ssl.PROTOCOL_TLSv1",
                "ssl.PROTOCOL_TLSv1_1", "ssl.TLSVersion.TLSv1", "ssl.TLSVersion.TLSv1_1", "ssl.TLSVersion.SSLv3",
                "SSL.SSLv2_METHOD", "SSL.SSLv3_METHOD", "SSL.TLSv1_METHOD", "SSL.TLSv1_1_METHOD", "*.PROTOCOL_SSLv3",
                "*.PROTOCOL_TLSv1", "*.SSLv3_METHOD", "*.TLSv1_METHOD",
            ]
            message = "It has holes that are known."
            remedy = "Use ssl.create_default_context(), and minimum_version = TLSv1_2."

            [[rule]]
            id = "python.ssl-wrap-socket"
            title = "TLS without a check of the certificate"
            cwe = 295
            severity = "medium"
            confidence = "medium"
            call = ["ssl.wrap_socket"]
            where = [{ name = "cert_reqs", value = "missing" }, { name = "server_side", value = "missing" }]
            message = "It checks neither the name nor the certificate, and takes old versions."
            remedy = "Use ssl.create_default_context().wrap_socket(sock, server_hostname=host)."

            [[rule]]
            id = "python.ssh-host-key"
            title = "The key of an SSH server is not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            call = ["*.set_missing_host_key_policy"]
            where = [{ arg = 0, has = ["AutoAddPolicy", "WarningPolicy"] }]
            message = "Any server is taken for the right one."
            remedy = "Load the known hosts and use paramiko.RejectPolicy()."

            [[rule]]
            id = "python.jwt-not-verified"
            title = "A token is read without its signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = ["jwt.decode", "*.jwt.decode", "jose.jwt.decode"]
            where = [{ name = ["verify", "verify_signature"], is = ["false"] }]
            message = "Anybody can write a token that passes."
            remedy = "Give the key and algorithms=['HS256'] or what you use, and nothing that turns the check off."

            [[rule]]
            id = "python.jwt-options"
            title = "A token is read without its signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            key = ["verify_signature", "verify_signature"]
            where = [{ is = ["false"] }]
            message = "Anybody can write a token that passes."
            remedy = "Leave the check of the signature on."

            [[rule]]
            id = "python.jwt-none"
            title = "A token without a signature"
            cwe = 347
            severity = "critical"
            confidence = "high"
            call = ["jwt.decode", "jwt.encode", "jose.jwt.decode", "jose.jwt.encode"]
            where = [{ arg = "any", name = ["algorithm", "algorithms"], has = ["none"] , lacks = ["none)"] }]
            message = "With the algorithm 'none' anybody can write a token that passes."
            remedy = "Name a real algorithm."

            [[rule]]
            id = "python.jwt-unverified-claims"
            title = "Claims of a token are taken unchecked"
            cwe = 347
            severity = "medium"
            confidence = "medium"
            call = ["jwt.get_unverified_claims", "jose.jwt.get_unverified_claims", "jws.get_unverified_claims"]
            message = "Anybody can write what they say."
            remedy = "Use jwt.decode() with the key."

            [[rule]]
            id = "python.weak-kdf"
            title = "A key is derived in too few rounds"
            cwe = 916
            severity = "medium"
            confidence = "medium"
            call = [
                "hashlib.pbkdf2_hmac", "PBKDF2HMAC", "PBKDF2", "Crypto.Protocol.KDF.PBKDF2",
                "cryptography.hazmat.primitives.kdf.pbkdf2.PBKDF2HMAC",
            ]
            where = [{ arg = 3, name = ["iterations", "count"], below = 10000 }]
            message = "Guesses are cheap at this count."
            remedy = "Use 600000 rounds of SHA-256, or scrypt."

            [[rule]]
            id = "python.fixed-salt"
            title = "A salt that never changes"
            cwe = 760
            severity = "medium"
            confidence = "medium"
            call = [
                "hashlib.pbkdf2_hmac", "hashlib.scrypt", "PBKDF2HMAC", "PBKDF2", "bcrypt.hashpw", "crypt.crypt",
                "bcrypt.kdf", "Scrypt", "cryptography.hazmat.primitives.kdf.pbkdf2.PBKDF2HMAC",
                "Crypto.Protocol.KDF.PBKDF2", "Crypto.Protocol.KDF.scrypt",
            ]
            where = [{ arg = "1+", name = ["salt"], value = "text", lacks = ["sha", "md5"] }]
            message = "With one salt for all, one table breaks all."
            remedy = "Take os.urandom(16) for each password and store it beside the hash."

            [[rule]]
            id = "python.timing-comparison"
            title = "A secret is compared byte by byte"
            cwe = 208
            owasp = ["A02:2021", "A04:2025"]
            severity = "low"
            confidence = "low"
            check = "secret-comparison"
            message = "How long the comparison takes tells how much was right."
            remedy = "Use hmac.compare_digest()."
            """#)
}
