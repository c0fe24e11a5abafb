extension RuleFamily {
    static let dockerfileAll = RuleFamily(
        name: "dockerfile-all.toml", languages: ["dockerfile"],
        text: #"""
            # Dockerfiles.
            languages = ["dockerfile"]

            [[rule]]
            id = "dockerfile.pipe-to-shell"
            title = "What a server sends is run unseen"
            cwe = 494
            severity = "medium"
            confidence = "high"
            line = [{ any = ["| sh", "|sh", "| bash", "|bash", "| sudo bash", "| python"], all = ["http"] }]
            message = "Whoever changes it there, or on the way, runs what they like in the image."
            remedy = "Load it to a file, compare its checksum, and run it then."

            [[rule]]
            id = "dockerfile.secret"
            title = "A password stands in the image"
            cwe = 798
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["password=", "passwd=", "secret=", "api_key=", "token=", "secret_key=", "password ", "access_key="], none = ["arg ", "run ", "${", "=$", "copy", "changeme", "example", "your", "_file", "=\"\"", "# "] },
            ]
            message = "Each layer of the image keeps it, and so does its history."
            remedy = "Use a secret mount: RUN --mount=type=secret."

            [[rule]]
            id = "dockerfile.insecure-download"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "high"
            line = [
                { any = ["curl -k", "--insecure", "--no-check-certificate", "curl -sk", "--trusted-host", "strict-ssl false", "git_ssl_no_verify", "node_tls_reject_unauthorized=0", "--allow-unauthenticated", "--force-yes", "http.sslverify false", "--nogpgcheck"] },
            ]
            message = "Anybody on the way can put in what they like."
            remedy = "Leave the check on."

            [[rule]]
            id = "dockerfile.permissions"
            title = "A file may be written by everybody"
            cwe = 732
            severity = "medium"
            confidence = "high"
            line = [{ any = ["chmod 777", "chmod -r 777", "chmod 0777", "chmod a+rwx", "chmod 666", "--chmod=777"] }]
            message = "All users in the container may write it."
            remedy = "Give 700 or what the group needs."

            [[rule]]
            id = "dockerfile.add-remote"
            title = "A file of a server is added unseen"
            cwe = 494
            severity = "low"
            confidence = "medium"
            line = [{ any = ["add http://", "add https://"], none = ["--checksum"] }]
            message = "Nothing checks that it is what was meant."
            remedy = "Give --checksum=sha256:…."

            [[rule]]
            id = "dockerfile.root"
            title = "The program runs as root"
            cwe = 250
            owasp = ["A05:2021", "A02:2025"]
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            line = [{ any = ["user root", "user 0"], none = ["useradd", "run"] }]
            message = "Whoever breaks out of the program has more rights than they need."
            remedy = "Make a user and name it in USER."

            [[rule]]
            id = "dockerfile.latest"
            title = "The base of the image can move"
            cwe = 1104
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            line = [{ all = ["from ", ":latest"] }]
            message = "Tomorrow's image holds something else."
            remedy = "Name a version, or better a digest."

            [[rule]]
            id = "dockerfile.sudo"
            title = "Rights are given without a password"
            cwe = 269
            severity = "medium"
            confidence = "medium"
            line = [{ all = ["nopasswd"] }]
            message = "Whoever breaks out of the program gets all rights."
            remedy = "Do what needs them while the image is built."
            """#)
}
