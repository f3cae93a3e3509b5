# The two commands are `make dev` and `make test`. `make` alone shows the others.
.DEFAULT_GOAL := help
.PHONY: help setup dev build release test contract bench bench-build bench-migrate sanitize fuzz lint format clean

SWIFT_FILES := Package.swift Plugins Sources Tests
SECONDS_OF_FUZZING ?= 60
ROWS ?= 5000000
PYTHON := .roster/python-tools/bin/python

help:
	@echo "make dev       start Postgres, Redis and the server, with demo users; Ctrl-C stops it all"
	@echo "               ARGS='--port 8081' goes to 'roster dev'"
	@echo "make test      set up, build, and run every test (private Postgres and Redis)"
	@echo "make contract  hold the built server to its OpenAPI document with schemathesis, and to the spec's rights"
	@echo "               about 2 minutes, part of make test; BUDGET=long takes an hour, BUDGET=20 that many minutes"
	@echo "make build     set up and build; make release builds with optimisation"
	@echo "make bench     load the server and its peers, about 6 minutes; bench-build times a developer's build"
	@echo "make bench-migrate  migrate 5 million rows under load, beside DDL by hand, about 5 minutes; ROWS=100000 for less"
	@echo "make sanitize  run the runtime's tests under the thread and address sanitizers"
	@echo "make fuzz      fuzz the readers, SECONDS_OF_FUZZING=60 each"
	@echo "make lint      check the format of all Swift files; make format corrects it"
	@echo "make clean     remove what builds left here; the data of 'make dev' stays in .roster/"

setup:
	@scripts/setup

dev: setup
	@scripts/swagger-ui || echo "make: /docs will be a plain page"
	@swift build --product roster
	@exec .build/debug/roster dev $(ARGS)

build: setup
	swift build

release: setup
	swift build -c release --product roster
	swift build -c release --product rosterc

# One suite at a time: several start a Postgres of their own.
test: setup
	swift build --build-tests
	swift test --skip-build --no-parallel
	@scripts/python-tools && scripts/swagger-ui
	$(PYTHON) Tests/Contract/run.py

contract: setup
	@scripts/python-tools && scripts/swagger-ui
	swift build --product roster
	swift build --product rosterc
	$(PYTHON) Tests/Contract/run.py

bench: setup
	python3 Benchmarks/run.py $(ARGS)

bench-build: setup
	python3 Benchmarks/build.py $(ARGS)

bench-migrate: setup
	swift build --build-tests
	ROSTER_BENCH_ROWS=$(ROWS) swift test --skip-build --no-parallel --filter MigrationTests.StallBenchmark

sanitize: setup
	@scripts/sanitize thread
	@scripts/sanitize address

fuzz: setup
	@set -e; for source in Fuzz/*/Fuzz*.swift; do \
		name=$$(basename "$$source" .swift); Fuzz/run $(SECONDS_OF_FUZZING) "$${name#Fuzz}"; \
	done

lint:
	swift format lint --strict --recursive $(SWIFT_FILES)

format:
	swift format --in-place --recursive $(SWIFT_FILES)

clean:
	rm -rf .build .build-tsan .build-asan Fuzz/.build
