extension RuleFamily {
    static let yamlWorkflow = RuleFamily(
        name: "yaml-workflow.toml", languages: ["yaml"],
        text: #"""
            # Workflows of GitHub, and settings in YAML.
            languages = ["yaml"]

            [[rule]]
            id = "workflow.script-injection"
            title = "What outsiders write becomes part of a script"
            cwe = 94
            severity = "critical"
            confidence = "high"
            check = "workflow-injection"
            message = "The expression is put into the script before the shell reads it, quotes and all."
            remedy = "Put it into env: and use \"$NAME\" in the script."

            [[rule]]
            id = "workflow.pull-request-target"
            title = "Code of outsiders runs with the rights of this repository"
            cwe = 829
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["github.event.pull_request.head.sha", "github.event.pull_request.head.ref", "github.head_ref"], all = ["ref:"], text-has = ["pull_request_target", "workflow_run"] },
            ]
            message = "Under pull_request_target the checked out code has the secrets and a token that may write."
            remedy = "Use pull_request, or do not check out the code of the change."

            [[rule]]
            id = "workflow.unpinned-action"
            title = "An action is used by a name that can move"
            cwe = 829
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            line = [{ all = ["uses:", "@"], any = ["@main", "@master", "@latest", "@develop", "@head"] }]
            message = "Whoever may write to its branch runs code in this workflow."
            remedy = "Name the commit: uses: owner/action@<40 hexadecimal digits>."

            [[rule]]
            id = "workflow.write-all"
            title = "The token of a workflow may write everything"
            cwe = 269
            severity = "medium"
            confidence = "high"
            line = [{ all = ["permissions:"], any = ["write-all"] }]
            message = "Whatever runs in it can change the repository and its releases."
            remedy = "Name the rights that are needed."

            [[rule]]
            id = "workflow.secrets-inherit"
            title = "All secrets are handed on"
            cwe = 522
            severity = "low"
            confidence = "medium"
            class = "hygiene"
            line = [{ all = ["secrets:", "inherit"] }]
            message = "The workflow that is called gets more than it needs."
            remedy = "Name the secrets."

            [[rule]]
            id = "workflow.secret-printed"
            title = "A secret is printed"
            cwe = 532
            severity = "high"
            confidence = "medium"
            line = [{ all = ["echo", "${{ secrets."], none = [">", "|", "add-mask"] }]
            message = "Masking does not cover it in every form."
            remedy = "Do not print it."

            [[rule]]
            id = "workflow.unsecure-commands"
            title = "Commands in the output are obeyed"
            cwe = 94
            severity = "high"
            confidence = "high"
            line = [{ all = ["actions_allow_unsecure_commands"], any = ["true"] }]
            message = "What a step prints can set the environment of the next."
            remedy = "Leave it out, and write to $GITHUB_ENV."

            [[rule]]
            id = "workflow.pipe-to-shell"
            title = "What a server sends is run unseen"
            cwe = 494
            severity = "medium"
            confidence = "medium"
            line = [{ any = ["| sh", "|sh", "| bash", "|bash", "| sudo bash"], all = ["http"] }]
            message = "Whoever changes it there runs what they like here."
            remedy = "Load it to a file, compare its checksum, and run it then."

            [[rule]]
            id = "yaml.privileged"
            title = "A container has the rights of the machine"
            cwe = 250
            owasp = ["A05:2021", "A02:2025"]
            severity = "high"
            confidence = "high"
            line = [
                { any = ["privileged: true", "allowprivilegeescalation: true", "hostnetwork: true", "hostpid: true", "hostipc: true"] },
            ]
            message = "Whoever breaks out of the program in it has the machine."
            remedy = "Leave it out, and add the capabilities that are needed."

            [[rule]]
            id = "yaml.docker-socket"
            title = "A container gets hold of the machine's containers"
            cwe = 250
            owasp = ["A05:2021", "A02:2025"]
            severity = "high"
            confidence = "medium"
            line = [{ all = ["/var/run/docker.sock"] }]
            message = "With the socket it can start containers with all rights."
            remedy = "Leave it out."

            [[rule]]
            id = "yaml.password"
            title = "A password stands in the settings"
            cwe = 798
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["password: \"", "passwd: \"", "secret_key: \"", "api_key: \"", "password: '", "postgres_password: ", "mysql_root_password: "], none = ["${", "{{", "changeme", "example", "your", "secret\"", "valuefrom", "\"\"", "''", "xxx", "<"] },
            ]
            message = "Whoever reads the file, now or in its history, has it."
            remedy = "Take it from a secret."

            [[rule]]
            id = "yaml.tls-off"
            title = "Certificates are not checked"
            cwe = 295
            severity = "high"
            confidence = "medium"
            line = [
                { any = ["insecure_skip_verify: true", "insecureskipverify: true", "verify_ssl: false", "insecure-skip-tls-verify: true", "validate_certs: no", "validate_certs: false", "ssl_verify: false"] },
            ]
            message = "Anybody on the way can answer in the server's name."
            remedy = "Leave the check on."
            """#)
}
