# make run    sets up what is missing, builds, reads your own histories and opens the dashboard
# make test   the same set-up, format lint and every test
# make soak   the full counts in release mode (200 kills, a minute of writers)
# make bench  speed of ingest beside orjson on the same files

SWIFT ?= swift
COLOPHON = .build/release/colophon

.PHONY: run build test lint format soak bench install setup clean

run: build
	@$(COLOPHON)

build: setup
	@$(SWIFT) build -c release --product colophon

test: setup lint
	@$(SWIFT) test --disable-xctest

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

soak: setup
	@COLOPHON_SOAK=1 $(SWIFT) test -c release --scratch-path .build/soak -Xswiftc -enable-testing --disable-xctest --filter SoakTests

bench: build
	@python3 Tests/Bench/bench.py $(COLOPHON)

PREFIX ?= $(HOME)/.local
install: build
	@install -d "$(PREFIX)/bin"
	@install -m 755 $(COLOPHON) "$(PREFIX)/bin/colophon"

setup:
	@sh .ci/setup

clean:
	@rm -rf .build
