# The pipeline: every stage is a file target, from the export to the site, in this order:
#   load -> plan (for a survey) -> tabulate -> change -> fragments -> claims (for a wave) ->
#   site -> render (for all)
# A stage is `python -m pipeline <stage> <survey> <wave>` (plan: <survey>). Its target is the list
# of the files that it made, data/processed/<survey>/<wave>/<stage>.made. What it depends on is
# written as checksums in *.sum files, which are rewritten only when something changed: a corrected
# export may carry an older date, and a deleted file carries none.

.DEFAULT_GOAL := report
.DELETE_ON_ERROR:
.PHONY: FORCE help report new wave claims export release erase publish rollback serve test check preview codes key bench clean lock

VENV      := .venv
PYTHON    := $(VENV)/bin/python
PROCESSED := data/processed
SITE      := reports/_site/index.html

# Every wave is survey/wave; the stem of the rules below.
WAVES     := $(sort $(patsubst data/raw/%/wave.yml,%,$(wildcard data/raw/*/*/wave.yml)))
CLAIMS    ?= checked
MARKED     = $(if $(filter checked,$(CLAIMS)),,$(if $(filter marked,$(CLAIMS)),--marked,\
               $(error CLAIMS is "$(CLAIMS)"; write CLAIMS=checked or CLAIMS=marked)))
# With PAGES=kept, as scheduled runs have it, no page of the last site may be missing from the new.
PAGES     ?= free
KEPT       = $(if $(filter free,$(PAGES)),,$(if $(filter kept,$(PAGES)),--kept,\
               $(error PAGES is "$(PAGES)"; write PAGES=free or PAGES=kept)))
CODE      := $(wildcard pipeline/*.py pipeline/*/*.py pipeline/*/*/*.py sql/*.sql sql/*/*.sql) requirements.txt

# The programs of the environment come first: quarto may be one of them.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)

# Names that people give may hold any sign: neither make nor the shell may find a command in them.
# Recipes have them from the environment, "$$SURVEY", as they were given.
override SURVEY := $(value SURVEY)
override WAVE   := $(value WAVE)
override EXPORT := $(value EXPORT)
override FORMAT := $(value FORMAT)
override TO     := $(value TO)
export SURVEY WAVE EXPORT FORMAT TO
KNOWN_WAVE = @test -n "$$SURVEY" && test -n "$$WAVE" || { \
               echo "Which wave? Write: make $@ SURVEY=... WAVE=..."; exit 1; }; \
             case " $(WAVES) " in *" $$SURVEY/$$WAVE "*) ;; *) \
               echo "There is no wave $$SURVEY $$WAVE. There are: $(WAVES)"; exit 1;; esac
# FORMAT says what an export is where its files tell it wrongly.
AS_FORMAT  = $${FORMAT:+"--format=$$FORMAT"}

# survey and wave of a stem; the survey of a wave
words_of   = $(subst /, ,$*)
survey_of  = $(firstword $(subst /, ,$(1)))
# the waves of the same survey that come before a wave
earlier_of = $(foreach one,$(filter $(dir $(1))%,$(WAVES)), \
               $(if $(filter $(1),$(lastword $(sort $(1) $(one)))),$(filter-out $(1),$(one))))
# Rewrites a manifest only when the checksums of the files have changed.
# A name that matches no file stands in the manifest as missing.
manifest   = @sums=$$(cksum $(1) 2>/dev/null); [ -f $@ ] && [ "$$sums" = "$$(cat $@)" ] || \
             { mkdir -p $(@D) && printf '%s\n' "$$sums" > $@; }
# what is released of a wave
release_of = reports/$*/corrections.yml reports/$*/released/*.* reports/$*/released/report/_made/*.*
# A list that names a file which is gone is removed: then its stage runs again.
GONE      := $(shell for list in $(PROCESSED)/*.made $(PROCESSED)/*/*.made $(PROCESSED)/*/*/*.made; do \
               [ -f "$$list" ] && while read -r made; do \
                 [ -e "$$made" ] || { rm -f "$$list"; break; }; done < "$$list"; done)

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | \
	  awk -F '\t' '{printf "  make %-9s %s\n", $$1, $$2}'

report: $(PROCESSED)/render.made ## run the pipeline and build the site
	@if [ -f $(PROCESSED)/rendered ]; then rm $(PROCESSED)/rendered; \
	 else echo "Nothing has changed since the last run."; fi
	@echo "The site: $(SITE)"

new: | $(VENV)/ready ## draft a new survey from its first export (SURVEY=... EXPORT=...)
	@test -n "$$SURVEY" && test -n "$$EXPORT" || { \
	  echo "Of what? Write: make new SURVEY=... EXPORT=<file or folder>"; exit 1; }
	@$(PYTHON) -m pipeline.drafting new $(AS_FORMAT) -- "$$SURVEY" "$$EXPORT" "$$WAVE"

wave: | $(VENV)/ready ## draft a new wave from the one before it (SURVEY=... WAVE=... EXPORT=...)
	@test -n "$$SURVEY" && test -n "$$WAVE" && test -n "$$EXPORT" || { \
	  echo "Of what? Write: make wave SURVEY=... WAVE=... EXPORT=<file or folder>"; exit 1; }
	@$(PYTHON) -m pipeline.drafting wave $(AS_FORMAT) -- "$$SURVEY" "$$WAVE" "$$EXPORT"

claims: $(WAVES:%=$(PROCESSED)/%/fragments.made) ## list every claim with its verdict (SURVEY=... WAVE=...)
	@$(PYTHON) -m pipeline list-claims $${SURVEY:+"$$SURVEY"} $${WAVE:+"$$WAVE"}

export: ## write the answers of a wave for SPSS or another program (SURVEY=... WAVE=... FORMAT=...)
	@test -n "$$SURVEY" && test -n "$$WAVE" && test -n "$$FORMAT" || { \
	  echo "Of what? Write: make export SURVEY=... WAVE=... FORMAT=sav, xlsx, csv or parquet"; exit 1; }
	$(KNOWN_WAVE)
	@$(MAKE) --no-print-directory "$(PROCESSED)/$$SURVEY/$$WAVE/load.made"
	@$(PYTHON) -m pipeline.handing_on export "$$SURVEY" "$$WAVE" "$$FORMAT"

release: ## freeze what is published of a wave (SURVEY=... WAVE=...)
	$(KNOWN_WAVE)
	@$(MAKE) --no-print-directory "$(PROCESSED)/$$SURVEY/$$WAVE/claims.made"
	@$(PYTHON) -m pipeline release "$$SURVEY" "$$WAVE"
	@$(MAKE) --no-print-directory report

erase: ## delete the answers of a released wave, keep its report (SURVEY=... WAVE=... SURE=yes)
	$(KNOWN_WAVE)
	@$(MAKE) --no-print-directory report
	@$(PYTHON) -m pipeline erase "$$SURVEY" "$$WAVE" $(if $(filter yes,$(SURE)),--sure)
	@$(if $(filter yes,$(SURE)),$(MAKE) --no-print-directory report)

# Set-up ---------------------------------------------------------------------------------------

$(VENV)/ready: requirements.txt
	@echo "Setting up $(VENV) (once, a minute or two)"
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; found $$(python3 --version)"; exit 1; }
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/ready-to-test: requirements-dev.txt $(VENV)/ready
	@echo "Setting up what the tests need"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Which program renders is decided once; a later run never switches silently.
$(VENV)/renderer: | requirements-quarto.txt $(VENV)/ready
	@command -v quarto >/dev/null || { \
	  echo "No quarto found; trying once to install it"; \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
	    -r requirements-quarto.txt >/dev/null 2>&1 || true; }
	@if quarto --version >/dev/null 2>&1; then echo quarto; else echo pandoc; fi > $@
	@echo "The site is rendered with $$(cat $@)"

# What the stages depend on --------------------------------------------------------------------

$(PROCESSED)/code.sum: FORCE
	$(call manifest,$(CODE))
# Pages are looked for when the stages before have run: the pages that nobody wrote are made there.
$(PROCESSED)/pages.sum: $(WAVES:%=$(PROCESSED)/%/claims.made) FORCE
	$(call manifest,reports/*.qmd reports/[!_]*/*.qmd reports/[!_]*/*/*.qmd reports/[!_]*/*/*/*.qmd \
	  reports/*/*/_made/pages/*.qmd reports/*/*/_made/pages/*/*.qmd reports/_quarto.yml \
	  reports/page.html reports/*.css reports/*.js data/raw/*/*/wave.yml)
$(PROCESSED)/%/raw.sum: FORCE
	$(call manifest,data/raw/$*/*.*)
$(PROCESSED)/%/plan.sum: FORCE
	$(call manifest,reports/$*/figures.yml reports/$*/benchmarks.yml data/raw/$*/series.yml \
	  data/raw/$*/*/codebook.yml data/raw/$*/*/wave.yml)
$(PROCESSED)/%/released.sum: FORCE
	$(call manifest,$(release_of))
$(PROCESSED)/%/pages.sum: $(PROCESSED)/%/fragments.made FORCE
	$(call manifest,reports/$*/*.qmd reports/$*/*/*.qmd)

# The stages of one wave, and the plan of its survey -------------------------------------------

$(PROCESSED)/%/load.made: $(PROCESSED)/%/raw.sum $(PROCESSED)/code.sum | $(VENV)/ready
	@$(PYTHON) -m pipeline load $(words_of)

$(PROCESSED)/%/plan.made: $(PROCESSED)/%/plan.sum $(PROCESSED)/code.sum
	@$(PYTHON) -m pipeline plan $*

# What the plan says of a wave, each file rewritten only when that has changed: a new wave in
# figures.yml and series.yml is nothing new to the others. Exports are looked at before plans.
PLANNED   := counted.json planned.json compared.json
$(foreach wave,$(WAVES),$(eval $(PLANNED:%=$(PROCESSED)/$(wave)/%): \
  $(PROCESSED)/$(call survey_of,$(wave))/plan.made ;))
$(foreach wave,$(WAVES),$(eval $(PROCESSED)/$(call survey_of,$(wave))/plan.made: \
  | $(PROCESSED)/$(wave)/load.made))

$(PROCESSED)/%/tabulate.made: $(PROCESSED)/%/counted.json $(PROCESSED)/%/load.made
	@$(PYTHON) -m pipeline tabulate $(words_of)

# Pages look back: a wave is compared with earlier ones, and later ones do not matter to it.
$(PROCESSED)/%/change.made: $(PROCESSED)/%/compared.json $(PROCESSED)/%/tabulate.made
	@$(PYTHON) -m pipeline change $(words_of)

$(foreach wave,$(WAVES),$(eval $(PROCESSED)/$(wave)/change.made: \
  $(patsubst %,$(PROCESSED)/%/tabulate.made,$(call earlier_of,$(wave)))))

$(PROCESSED)/%/fragments.made: $(PROCESSED)/%/change.made $(PROCESSED)/%/planned.json \
                               $(PROCESSED)/%/released.sum
	@$(PYTHON) -m pipeline fragments $(words_of)

# Claims that do not hold stop the run, or with CLAIMS=marked are published with a warning.
$(PROCESSED)/claims.sum: FORCE
	@mkdir -p $(@D) && echo "$(CLAIMS)" | { cmp -s $@ - || echo "$(CLAIMS)" > $@; }

$(PROCESSED)/%/claims.made: $(PROCESSED)/%/fragments.made $(PROCESSED)/%/pages.sum \
                            $(PROCESSED)/claims.sum
	@$(PYTHON) -m pipeline claims $(words_of) $(MARKED)
# Where this released the wave by itself, the fragments are those that it released.
	@[ -z "$$(find reports/$*/released -newer $(@D)/fragments.made 2>/dev/null)" ] || { \
	  cksum $(release_of) > $(@D)/released.sum 2>/dev/null; \
	  touch -r $(@D)/fragments.made $(@D)/released.sum; }

# What all waves share -------------------------------------------------------------------------

# Every file of every wave is named here: make would take what no rule names for a file in between,
# delete it, and not miss it when it is gone.
OF_WAVE   := raw.sum released.sum pages.sum $(PLANNED) \
             load.made tabulate.made change.made fragments.made claims.made
OF_SURVEY := plan.sum plan.made
SURVEYS   := $(sort $(foreach wave,$(WAVES),$(call survey_of,$(wave))))
$(PROCESSED)/site.made: $(foreach name,$(OF_WAVE),$(WAVES:%=$(PROCESSED)/%/$(name))) \
                        $(foreach name,$(OF_SURVEY),$(SURVEYS:%=$(PROCESSED)/%/$(name))) \
                        $(PROCESSED)/pages.sum $(PROCESSED)/claims.sum
	@$(PYTHON) -m pipeline site $(MARKED)

$(PROCESSED)/render.made: $(PROCESSED)/site.made $(VENV)/renderer
	@$(PYTHON) -m pipeline render $(KEPT)
	@touch $(PROCESSED)/rendered

# The site to readers --------------------------------------------------------------------------

publish: report ## show what is released in the folder of a web server (TO=...)
	@test -n "$$TO" || { echo "Where to? Write: make publish TO=..."; exit 1; }
	@$(PYTHON) -m pipeline.deployment publish "$$TO" $(MARKED)

rollback: ## show the version before the one that is shown there (TO=...)
	@test -n "$$TO" || { echo "Where? Write: make rollback TO=..."; exit 1; }
	@$(PYTHON) -m pipeline.deployment rollback "$$TO"

serve: report ## show the site on this machine, with a web server's headers
	@$(PYTHON) -m pipeline.deployment serve

# For people -----------------------------------------------------------------------------------

test: $(VENV)/ready-to-test ## run the tests
	@$(PYTHON) -m pytest -n auto

check: $(VENV)/ready-to-test ## format, lint and type-check code, SQL and documents
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m sqlfluff lint --disable-progress-bar sql
	@$(PYTHON) -m pymarkdown --config pyproject.toml scan README.md docs CHANGELOG.md data/raw

preview: $(PROCESSED)/render.made ## serve the site, and build it again while you edit
	@$(PYTHON) -m pipeline preview

codes: ## write down open answers to code (SURVEY=... WAVE=...)
	$(KNOWN_WAVE)
	@$(MAKE) --no-print-directory "$(PROCESSED)/$$SURVEY/$$WAVE/load.made"
	@$(PYTHON) -m pipeline codes "$$SURVEY" "$$WAVE"

key: | $(VENV)/ready ## make the secret key for pseudonyms of respondents, once
	@$(PYTHON) -m pipeline key

bench: $(VENV)/ready-to-test ## measure speed, as ratios against other tools
	@$(PYTHON) -m tests.bench

lock: ## lock the newest versions of what pyproject.toml asks for (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --annotation-style line --upgrade --output-file requirements.txt
	uv pip compile pyproject.toml --group dev -c requirements.txt --universal --python-version 3.11 --generate-hashes \
	  --no-header --annotation-style line --upgrade --output-file requirements-dev.txt

clean: ## remove all that was made, and nothing that is raw or written by hand
	rm -rf $(PROCESSED)/* reports/_site reports/_site.new reports/_site.old reports/_made \
	  reports/_variables.yml reports/*/*/_made \
	  reports/*/*/_metadata.yml reports/*/*/*/_metadata.yml
