# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

# Every target sets up what it needs. Variables:
#   PORT=8069      where `make demo` serves
#   T='/module:Class.test'   only these Odoo tests
#   S='lint static'          only these suites
#   FRESH=1        build databases anew, KEEP=1 keep the clones
#   ODOO_HOME=     folder of an existing Odoo 19
#   PGHOST=        an existing PostgreSQL
#   B=screens      only this benchmark, ROWS=1000 on so many internships
export PORT FRESH KEEP B ROWS

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all lint format i18n shell bench stop clean

help:
	@echo "make demo    a database with demonstration data on http://localhost:8069"
	@echo "make test    every check of the first tier (T='/module:Class' for some)"
	@echo "make test-all lint format i18n shell bench stop clean: see CONTRIBUTING.rst"

test:
	@tools/env test $(if $(T),--tags '$(T)') $(S)

setup demo test-all lint format i18n shell bench stop clean:
	@tools/env $@
