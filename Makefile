# Two commands do everything: make demo, make test. Needed: JDK 17, make, python3.
SHELL := /bin/bash
MVN := ./mvnw -B -ntp -q
JAR := jobs/target/numeral.jar
SOURCES := pom.xml $(wildcard */pom.xml) $(shell find pipeline/src/main jobs/src/main spark-home/src spark-home/src-logging spark-home/archive-classes data-schema -type f 2>/dev/null)
AIRFLOW := .venv/airflow
PEERS := .venv/bench

.DEFAULT_GOAL := help
.PHONY: help build demo test bench bench-train bench-score bench-forms fmt clean

help: ## shows this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

build: $(JAR) ## compiles, checks and packages the application and its SPARK_HOME

$(JAR): $(SOURCES)
	@echo "building (first time: downloads the dependencies)"
	$(MVN) package -DskipTests
	@touch $@

demo: build ## the whole pipeline on synthetic data; DATA=mnist for the real digits
	@bin/demo

test: $(AIRFLOW)/installed ## all tests: Java, command line, separate processes, Airflow
	./mvnw -B -ntp verify
	PYTHONDONTWRITEBYTECODE=1 NUMERAL_SUBMIT_OPTS="--properties-file $(CURDIR)/conf/spark/quick.conf" \
	  $(AIRFLOW)/bin/python -m pytest airflow-dags/tests

bench: bench-train bench-score bench-forms ## all measurements; results in bench/results

bench-train: build $(PEERS)/installed ## training beside stock DL4J, dl4j-spark and PyTorch; NUMERAL_DATA holds MNIST; BENCH passes options
	@bench/train $(BENCH)

bench-score: build $(PEERS)/installed ## scoring beside stock DL4J, ONNX Runtime and PyTorch; BENCH="--crops 1000000"
	@bench/score $(BENCH)

bench-forms: build $(PEERS)/installed ## reading forms beside PySpark with OpenCV and ONNX Runtime, and Tesseract; BENCH="--pages 2000"
	@bench/forms $(BENCH)

fmt: $(AIRFLOW)/installed ## formats the Java and Python sources
	$(MVN) spotless:apply
	$(AIRFLOW)/bin/ruff format -q airflow-dags bench

clean: ## removes what was built, the demo's output and the virtual environment
	./mvnw -B -ntp -q clean
	rm -rf demo .venv bench/target

define venv
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "Python 3.10 or later is needed; python3 is $$(python3 -V)" >&2; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { echo "python3 cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	test -x $(@D)/bin/pip || python3 -m venv --clear $(@D)
	$(@D)/bin/pip install -q --disable-pip-version-check --only-binary :all: -r $<
	@touch $@
endef

$(AIRFLOW)/installed: airflow-dags/requirements.txt
	$(venv)

$(PEERS)/installed: bench/requirements.txt
	$(venv)
