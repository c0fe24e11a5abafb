# make run      sets up what is missing, builds, reads your own histories and opens the dashboard
# make test     the same set-up, format lint and every test
# make soak     the full counts in release mode (200 kills, a minute of writers, a million inputs to each reader);
#               SUITE=FuzzSoakTests runs one of them
# make bench    speed of ingest beside orjson on the same files, and of the dashboard beside less, lnav and tig
# make bench-resolution  how far blame can be trusted, on made repositories with known authorship of every line;
#               CODE=DIR holds git directories of real code, CHECKPOINTS=DIR is one of entireio/cli
# make bench-audit  what the auditor finds in labelled code, and how often it is wrong (AUDIT=DIR holds the sets)
# make bench-record  what the recorder adds to the first byte of an answer, and how long an agent's hook takes
# make bench-origin  whether copied tokens are said to come from where they were planted, and hidden instructions found
# make bench-pipeline REPOSITORY=DIR  the pipeline's figures of a real clone against counts of git log (STORE=FILE: speed; PLANT=100000)
# make test-engine ENGINE=URL  generating and recording against a real engine (MODEL=NAME)
# make install  program, man page and completions below PREFIX (~/.local); DESTDIR goes before it
# make picture  the README's picture, from the real screen
# make dist     the same as a tarball in .build/dist, with its checksum

SWIFT ?= swift
COLOPHON = .build/release/colophon

.PHONY: run build static test lint format soak bench bench-resolution bench-audit bench-record bench-origin bench-pipeline test-engine picture install dist setup clean

run: build
	@$(COLOPHON)

build: setup
	@$(SWIFT) build -c release --product colophon

test: setup lint
	@$(SWIFT) test --disable-xctest

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests themes

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests themes

# One after the other: some of it is timed.
SUITE = StoreTests.SoakTests FlowsTests.FuzzSoakTests AuditTests.HostileTextTests
soak: setup
	@set -e; for suite in $(SUITE); do \
	COLOPHON_SOAK=1 $(SWIFT) test -c release --scratch-path .build/soak -Xswiftc -enable-testing --disable-xctest \
	--filter "$$suite"; done

# STORES=DIR keeps the made stores for the next run.
bench: build static
	@python3 Tests/Bench/bench.py $(COLOPHON)
	@python3 Tests/Bench/bench_dashboard.py $(STATIC) $(if $(STORES),--stores "$(STORES)")

# FOLDER=DIR keeps what was made for the next run; SHOW=20 prints lines that were wrong.
bench-resolution: static
	@python3 Tests/Bench/bench_resolution.py $(STATIC) $(if $(CODE),--code "$(CODE)") \
	$(if $(CHECKPOINTS),--checkpoints "$(CHECKPOINTS)") $(if $(FOLDER),--folder "$(FOLDER)") $(if $(SHOW),--show $(SHOW))

# AUDIT=DIR holds labelled snippets; MISSES=SET/LANGUAGE prints what was not found, ALARMS what was found in mended code.
AUDIT ?= ../shared/data/audit
bench-audit: setup
	@$(SWIFT) build -c release --product audit-lines
	@python3 Tests/Bench/bench_audit.py .build/release/audit-lines "$(AUDIT)" \
	$(if $(MISSES),--misses "$(MISSES)") $(if $(ALARMS),--alarms "$(ALARMS)") $(if $(SEMGREP),--semgrep "$(SEMGREP)")

bench-record: static
	@python3 Tests/Bench/bench_record.py $(STATIC)

# TRANSCRIPTS=DIR holds histories; DOCS="DIR DIR" ordinary documents; SHOW=20 prints copies that were missed.
TRANSCRIPTS ?= ../shared/data/transcripts
bench-origin: static
	@python3 Tests/Bench/bench_origin.py $(STATIC) --transcripts "$(TRANSCRIPTS)" $(if $(DOCS),--docs $(DOCS)) \
	$(if $(SHOW),--show $(SHOW))

# REPOSITORY=DIR is a clone with merged requests; STORE=FILE a large store, on which each figure is timed.
bench-pipeline: static
	@python3 Tests/Bench/bench_pipeline.py $(STATIC) $(if $(REPOSITORY),--repository "$(REPOSITORY)") $(if $(STORE),--store "$(STORE)") $(if $(PLANT),--plant $(PLANT))

# In a temporary folder with a store of its own; ENGINE as 'colophon generate --engine' takes it.
test-engine: build
	@python3 Tests/Bench/test_engine.py $(COLOPHON) "$(ENGINE)" $(MODEL)

picture: build
	@python3 Tests/Pictures/picture.py $(COLOPHON) Tests/Pictures/dashboard.svg

# For other machines: Swift itself is inside, so it starts faster, too. Built beside the release build, so that neither
# undoes the other. On macOS Swift belongs to the system. Linked by the toolchain's lld, which folds equal functions: 2 MB
# less of it are in memory. Where glibc knows packed relocations (2.36), a start is 0.8 ms shorter by them; such a program
# says on an older one that it cannot start there.
STATIC = .build/static/release/colophon
ifeq ($(shell uname), Linux)
STATICALLY = --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --icf=safe
GLIBC = $(lastword $(shell getconf GNU_LIBC_VERSION 2>/dev/null))
ifeq ($(shell printf '%s\n' 2.36 $(GLIBC) | sort -V | head -1), 2.36)
STATICALLY += -Xlinker -z -Xlinker pack-relative-relocs
endif
endif
static: setup
	@$(SWIFT) build -c release --product colophon --scratch-path .build/static $(STATICALLY)

PREFIX ?= $(HOME)/.local
install: static
	@sh .ci/install $(STATIC) "$(DESTDIR)$(PREFIX)"

dist: static
	@set -e; version=$$($(STATIC) --version); \
	name=colophon-$$version-$$(uname -s | tr A-Z a-z)-$$(uname -m); \
	rm -rf .build/dist; \
	sh .ci/install $(STATIC) .build/dist/$$name; \
	python3 .ci/dist.py .build/dist/$$name

setup:
	@sh .ci/setup

clean:
	@rm -rf .build
