/// The workflow that has GitHub generate, audit and gate on a pull request.
///
/// Nothing that others may write, such as a branch's name or a title, is put into a line of shell: it comes by `env`.
/// Actions are named by their commits, and each job has the permissions that its own steps need.
package enum GitHubWorkflow {
    /// By its first line our own file is known again.
    static let mark = "# Written by 'colophon init --ci github'"

    /// - Parameter hasSonar: the project is one of SonarQube's.
    package static func text(hasSonar: Bool) -> String {
        func sonar(_ part: String) -> String { hasSonar ? part : "" }
        return mark + head + sonar(sonarHead) + top + sonar(sonarAudit) + middle + sonar(sonarStep) + bottom
    }

    // MARK: - What it says of itself

    private static let head = #"""
        ; 'colophon init --ci github --undo' takes it out.
        #
        # On a pull request it generates what generations.toml lists and is stale, audits what the change adds, holds that
        # against the policy, and hands over: findings to code scanning, a report to the job's summary and to a comment,
        # the store to an artifact ('colophon merge' takes it in). What was generated goes to a branch of its own,
        # colophon/pr-NUMBER. The pull request itself and protected branches are left alone: a person reads that branch
        # and merges it. What the policy wants reviewed, and code that no rule looks at, passes once somebody with a say here
        # approves the pull request.
        #
        # Variables (Settings, Secrets and variables, Actions):
        #   COLOPHON_RUNNER        label of the runner that reaches the engine (default: self-hosted)
        #   COLOPHON_ENGINE        the engine, as http://10.0.0.7:11434 (default: what answers on the runner itself)
        #   COLOPHON_MODEL         the model, where the engine has several
        #   COLOPHON_DIST          where a runner without Colophon takes it from: the tarball of 'make dist'
        #   COLOPHON_DIST_SHA256   that tarball's checksum
        #   COLOPHON_UNKNOWN       pass: where it cannot be told whether the policy holds, that is a warning (default: it fails)
        # Secrets:
        #   COLOPHON_ENGINE_KEY    the engine's key, where it wants one

        """#

    private static let sonarHead = #"""
        #   SONAR_TOKEN            SonarQube's; its address is the variable SONAR_HOST_URL

        """#

    // MARK: - Generating

    private static let top = #"""
        name: Colophon

        on:
          pull_request:
          pull_request_review:
            types: [submitted]

        permissions: {}

        concurrency:
          group: colophon-${{ github.event.pull_request.number }}
          cancel-in-progress: ${{ github.event_name == 'pull_request' }}

        defaults:
          run:
            shell: bash

        jobs:
          generate:
            # What comes from a fork is not let near the runner and the engine.
            if: >-
              github.event.pull_request.head.repo.full_name == github.repository &&
              (github.event_name == 'pull_request' || github.event.review.state == 'approved')
            runs-on: ${{ vars.COLOPHON_RUNNER || 'self-hosted' }}
            timeout-minutes: 60
            permissions:
              contents: read
            env:
              BASE: ${{ github.event.pull_request.base.sha }}
            steps:
              - name: Check out
                uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
                with:
                  ref: ${{ github.event.pull_request.head.sha }}
                  fetch-depth: 0
                  persist-credentials: false

              - name: Take up the store of earlier runs
                uses: actions/cache/restore@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
                with:
                  path: ${{ runner.temp }}/colophon/store
                  key: colophon-${{ github.event.pull_request.number }}-${{ github.run_id }}-${{ github.run_attempt }}
                  restore-keys: colophon-${{ github.event.pull_request.number }}-

              - name: Find Colophon
                env:
                  DIST: ${{ vars.COLOPHON_DIST }}
                  DIST_SHA256: ${{ vars.COLOPHON_DIST_SHA256 }}
                run: |
                  work="$RUNNER_TEMP/colophon"
                  mkdir -p "$work/store"
                  echo "WORK=$work" >> "$GITHUB_ENV"
                  echo "COLOPHON_STORE=$work/store/store.sqlite" >> "$GITHUB_ENV"
                  if command -v colophon > /dev/null; then exit 0; fi
                  if [ -z "$DIST" ] || [ -z "$DIST_SHA256" ]; then
                    echo "::error title=Colophon is not on this runner::Install it there, or set COLOPHON_DIST and COLOPHON_DIST_SHA256."
                    exit 1
                  fi
                  curl --fail --location --silent --show-error --output "$RUNNER_TEMP/colophon.tar.gz" "$DIST"
                  echo "$DIST_SHA256  $RUNNER_TEMP/colophon.tar.gz" | sha256sum --check --quiet
                  mkdir -p "$RUNNER_TEMP/colophon-program"
                  tar -xzf "$RUNNER_TEMP/colophon.tar.gz" --strip-components=1 -C "$RUNNER_TEMP/colophon-program"
                  echo "$RUNNER_TEMP/colophon-program/bin" >> "$GITHUB_PATH"

              - name: Generate
                id: generate
                env:
                  COLOPHON_ENGINE: ${{ vars.COLOPHON_ENGINE }}
                  COLOPHON_MODEL: ${{ vars.COLOPHON_MODEL }}
                  COLOPHON_ENGINE_KEY: ${{ secrets.COLOPHON_ENGINE_KEY }}
                run: |
                  status=0
                  if [ -f generations.toml ]; then
                    colophon generate --from generations.toml || status=$?
                  fi
                  # What git does not know of is no part of a change.
                  git add --all
                  git diff --cached --binary HEAD > "$WORK/proposal.patch"
                  waits=no
                  if [ -s "$WORK/proposal.patch" ]; then waits=yes; fi
                  echo "status=$status" >> "$GITHUB_OUTPUT"
                  echo "waits=$waits" >> "$GITHUB_OUTPUT"

              - name: Audit
                run: |
                  # Exit code 1: something was found, which the gate judges. What counts here is that a report was written.
                  colophon audit --diff "$BASE" --format sarif > "$WORK/colophon.sarif" || [ -s "$WORK/colophon.sarif" ]

        """#

    private static let sonarAudit = #"""
                  colophon audit --diff "$BASE" --format sonar > "$WORK/sonar.json" || [ -s "$WORK/sonar.json" ]

        """#

    // MARK: - Judging

    private static let middle = #"""

              # A review is one of what the pull request holds: where something new waits, it has not been seen.
              - name: Take down the review
                if: >-
                  github.event_name == 'pull_request_review' && steps.generate.outputs.waits == 'no' &&
                  github.event.review.commit_id == github.event.pull_request.head.sha &&
                  contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.review.author_association)
                env:
                  REVIEWER: ${{ github.event.review.user.login }}
                  REVIEW: ${{ github.event.review.html_url }}
                run: |
                  colophon gate --diff "$BASE" --format json > "$WORK/gate.json" || [ -s "$WORK/gate.json" ]
                  decision=$(sed -n -e 's/^{"outcome":"waiting",.*"decision":"\([0-9a-f]*\)".*/\1/p' \
                    -e 's/^{"outcome":"unknown",.*"decision":"\([0-9a-f]*\)".*/\1/p' "$WORK/gate.json")
                  if [ -n "$decision" ]; then
                    colophon gate approve "$decision" --name "$REVIEWER" --reason "Approved: $REVIEW"
                  fi

              - name: Gate
                id: gate
                run: |
                  status=0
                  colophon gate --diff "$BASE" --format github || status=$?
                  # Where nothing was ever recorded, nothing is known to be generated: what people write passes.
                  if [ "$status" = 2 ] && [ -z "$(colophon list sessions --limit 1 --format csv 2> /dev/null | tail -n +2)" ]; then
                    status=none
                  fi
                  echo "status=$status" >> "$GITHUB_OUTPUT"

              - name: Report
                run: |
                  colophon report --diff "$BASE" --format markdown > "$WORK/report.md"
                  cat "$WORK/report.md" >> "$GITHUB_STEP_SUMMARY"

        """#

    private static let sonarStep = #"""

              - name: Hand over to SonarQube
                uses: SonarSource/sonarqube-scan-action@fd88b7d7ccbaefd23d8f36f73b59db7a3d246602 # v6.0.0
                env:
                  SONAR_TOKEN: ${{ secrets.SONAR_TOKEN }}
                  SONAR_HOST_URL: ${{ vars.SONAR_HOST_URL }}
                with:
                  args: -Dsonar.externalIssuesReportPaths=${{ runner.temp }}/colophon/sonar.json

        """#

    // MARK: - Handing over

    private static let bottom = #"""

              - name: Keep the store for later runs
                if: ${{ !cancelled() }}
                uses: actions/cache/save@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
                with:
                  path: ${{ runner.temp }}/colophon/store
                  key: colophon-${{ github.event.pull_request.number }}-${{ github.run_id }}-${{ github.run_attempt }}

              - name: Attach store and reports
                if: ${{ !cancelled() }}
                uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
                with:
                  name: colophon
                  path: ${{ runner.temp }}/colophon

              - name: Decide
                env:
                  GENERATED: ${{ steps.generate.outputs.status }}
                  WAITS: ${{ steps.generate.outputs.waits }}
                  GATE: ${{ steps.gate.outputs.status }}
                  UNKNOWN: ${{ vars.COLOPHON_UNKNOWN }}
                run: |
                  status=0
                  if [ "$GENERATED" != 0 ]; then
                    echo "::error title=Not all was generated::See the step Generate for what was left out, and why."
                    status=1
                  fi
                  if [ "$WAITS" = yes ]; then
                    echo "::error title=Generated code waits::Read what the comment names, and merge it into the pull request."
                    status=1
                  fi
                  case "$GATE" in
                    0 | none) ;;
                    1) status=1 ;;
                    2)
                      if [ "$UNKNOWN" != pass ]; then
                        echo "::error title=It could not be told::See the step Gate for why; what cannot be told does not pass. Paths that need no check belong into the policy, [ignore]."
                        status=1
                      fi
                      ;;
                    *)
                      echo "::error title=The gate came to no end::See the step Gate."
                      status=1
                      ;;
                  esac
                  exit "$status"

          scan:
            # A repository without code scanning goes on without it.
            needs: generate
            if: ${{ !cancelled() && needs.generate.result != 'skipped' }}
            continue-on-error: true
            runs-on: ubuntu-latest
            timeout-minutes: 10
            permissions:
              actions: read
              contents: read
              security-events: write
            steps:
              - name: Fetch the reports
                uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0
                with:
                  name: colophon
                  path: colophon

              - name: Hand over to code scanning
                uses: github/codeql-action/upload-sarif@51f77329afa6477de8c49fc9c7046c15b9a4e79d # v3.29.5
                with:
                  sarif_file: colophon/colophon.sarif
                  category: colophon
                  ref: refs/pull/${{ github.event.pull_request.number }}/head
                  sha: ${{ github.event.pull_request.head.sha }}

          propose:
            needs: generate
            if: ${{ !cancelled() && needs.generate.result != 'skipped' }}
            runs-on: ubuntu-latest
            timeout-minutes: 10
            permissions:
              contents: write
              pull-requests: write
            env:
              NUMBER: ${{ github.event.pull_request.number }}
              BRANCH: colophon/pr-${{ github.event.pull_request.number }}
            steps:
              - name: Check out
                uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
                with:
                  ref: ${{ github.event.pull_request.head.sha }}

              - name: Fetch the reports
                uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0
                with:
                  name: colophon
                  path: ${{ runner.temp }}/colophon

              - name: Propose what was generated
                run: |
                  if [ ! -s "$RUNNER_TEMP/colophon/proposal.patch" ]; then exit 0; fi
                  git apply --index "$RUNNER_TEMP/colophon/proposal.patch"
                  git -c user.name="github-actions[bot]" \
                    -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
                    commit --quiet --message "Generate what generations.toml lists" --message "Generated-by: colophon"
                  git push --quiet --force origin "HEAD:refs/heads/$BRANCH"

              - name: Comment
                env:
                  GH_TOKEN: ${{ github.token }}
                run: |
                  report="$RUNNER_TEMP/colophon/report.md"
                  if [ -s "$RUNNER_TEMP/colophon/proposal.patch" ]; then
                    echo >> "$report"
                    echo "What was generated waits in the branch \`$BRANCH\`: read it, then \`git merge origin/$BRANCH\`." >> "$report"
                  fi
                  comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
                  ours='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- colophon -->"))) | .id'
                  first=$(gh api --paginate "$comments" --jq "$ours" | sed -n 1p)
                  if [ -n "$first" ]; then
                    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$first" --field "body=@$report"
                  else
                    gh api --silent --method POST "$comments" --field "body=@$report"
                  fi

        """#
}
