# What a person types; the work is done by SwiftPM and by Scripts/.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# A release binary carries its own standard library, so that it runs without the toolchain.
RELEASE := --configuration release --static-swift-stdlib --disable-local-rpath
CLANG = $$(dirname "$$(realpath "$$(command -v swift)")")/clang
FORMATTED := Sources Tests Package.swift

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## build callbookd and callbook into .build/release, installing what is missing
	@Scripts/install-packages.sh build
	@mkdir -p .build/static && ln -sf "$$($(CLANG) -print-file-name=libstdc++.a)" .build/static/
	@swift build --quiet $(RELEASE) --product callbookd </dev/null
	@swift build --quiet $(RELEASE) --product callbook </dev/null
	@echo "built .build/release/callbookd and .build/release/callbook"

.PHONY: install
install: ## put what was built, units, man pages and completions below PREFIX (DESTDIR for packages)
	@Scripts/install.sh install

.PHONY: uninstall
uninstall: ## take away what make install put there; the register and the configuration stay
	@Scripts/install.sh uninstall

.PHONY: deb
deb: build ## make a Debian package in .build/package that needs no Swift toolchain
	@Scripts/install-packages.sh package
	@Scripts/build-package.sh

.PHONY: lint-deb
lint-deb: deb ## install lintian, and let it look at that package
	@Scripts/install-packages.sh lint
	@lintian --fail-on error --tag-display-limit 0 --allow-root .build/package/*.deb

.PHONY: run
run: ## build, start the daemon in this terminal, with a sample shop when the store is new
	@Scripts/run.sh

.PHONY: test
test: ## install what the tests need and run all of them, last in a container with a real systemd
	@Scripts/install-packages.sh test
	@Scripts/test.sh
	@$(MAKE) test-boot

.PHONY: test-boot
test-boot: ## boot a container, install the package there, use it and harm it
	@Scripts/test-boot.sh
	@grep -aE '^. Test run with [0-9]+ tests? ' .build/test.log 2>/dev/null | tail -n 1 || true

.PHONY: bench
bench: ## install what the benchmarks compare with, and run them
	@Scripts/install-packages.sh bench
	@Benchmarks/run.sh

.PHONY: fuzz
fuzz: ## fuzz TARGET (all) for SECONDS (300) each; what is found is kept in .build-fuzz/found
	@Scripts/install-packages.sh build
	@SECONDS_EACH=$(or $(SECONDS),300) Scripts/fuzz.sh $(TARGET)

.PHONY: goldens
goldens: ## write the golden files anew from what the program does; read the difference
	@# What the command knows of requests is Swift: it has to be compiled before help can be written.
	@UPDATE_GOLDENS=1 Scripts/test.sh --filter 'DescriptionTests.*declare'
	@UPDATE_GOLDENS=1 Scripts/test.sh
	@git --no-pager diff --stat

.PHONY: format
format: ## format all Swift sources
	@swift format --in-place --parallel --recursive $(FORMATTED)

.PHONY: lint
lint: ## say what format would change; the tests do the same
	@swift format lint --strict --parallel --recursive $(FORMATTED)

.PHONY: clean
clean: ## delete what was built; stores stay
	@rm -rf .build
