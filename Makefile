.DEFAULT_GOAL := help
.PHONY: help setup build test lint format clean

help:
	@echo "make test    set up, build, and run every test (private Postgres and Redis)"
	@echo "make build   set up and build"
	@echo "make lint    check the format of all Swift files"
	@echo "make format  format all Swift files"
	@echo "make clean   remove what builds and servers left here"

setup:
	@scripts/setup

build: setup
	swift build

test: setup
	swift build --build-tests
	swift test --skip-build --no-parallel

lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

format:
	swift format --in-place --recursive Package.swift Plugins Sources Tests

clean:
	rm -rf .build .roster
